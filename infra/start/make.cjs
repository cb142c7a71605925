// Writes what V8 compiled of each file of a function's bundle: `node make.cjs FOLDER NAME`. A web function is asked for a
// page that is not there, since that goes through all that each page does and asks nobody. What is loaded later than
// at a start is loaded after that.
const { readdirSync, renameSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')

const [, , folder, name] = process.argv

// Nothing at these addresses is asked at a start.
Object.assign(process.env, {
  AWS_REGION: 'eu-west-2',
  AWS_ACCESS_KEY_ID: 'none',
  AWS_SECRET_ACCESS_KEY: 'none',
  TABLE_NAME: 'none',
  AUDIT_TABLE_NAME: 'none',
  ANSWERS_WRAPPED_BY: 'none',
  CITIZEN_ORIGIN: 'https://none.invalid',
  STAFF_ORIGIN: 'https://staff.invalid',
  OIDC_ISSUER: 'https://issuer.invalid',
  SECRET_KEY: Buffer.alloc(32).toString('base64'),
})
delete process.env.EDGE_SECRET_NAME
delete process.env.SECRETS_NAME
process.stdout.write = () => true

const { handler, compiled, load } = require(join(folder, 'start.cjs'))

const nowhere = {
  version: '2.0',
  rawPath: '/nowhere',
  rawQueryString: '',
  headers: {},
  isBase64Encoded: false,
  requestContext: { requestId: 'none', http: { method: 'GET', path: '/nowhere' } },
}

// Whole at any time, as the bundle's own files are.
const write = () => {
  for (const { cacheFile, script } of compiled.splice(0)) {
    writeFileSync(`${cacheFile}.${process.pid}`, script.createCachedData())
    renameSync(`${cacheFile}.${process.pid}`, cacheFile)
  }
}

const main = async () => {
  if (name === 'citizen' || name === 'staff') await handler(nowhere, {})
  write()
  for (const file of readdirSync(folder)) if (/^part-.*\.cjs$/.test(file)) load(`./${file}`)
  write()
  process.exit(0)
}

void main()
