// Writes what V8 compiled of a function's bundle at its start: `node make.cjs FOLDER NAME`. A web function is asked for
// a page that is not there, since that goes through all that each page does and asks nobody.
const { writeFileSync } = require('node:fs')
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

const { handler, compiled } = require(join(folder, 'start.cjs'))

const nowhere = {
  version: '2.0',
  rawPath: '/nowhere',
  rawQueryString: '',
  headers: {},
  isBase64Encoded: false,
  requestContext: { requestId: 'none', http: { method: 'GET', path: '/nowhere' } },
}

const main = async () => {
  if (name === 'citizen' || name === 'staff') await handler(nowhere, {})
  writeFileSync(compiled.cacheFile, compiled.script.createCachedData())
  process.exit(0)
}

void main()
