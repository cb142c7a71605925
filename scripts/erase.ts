// Erases what people said, everywhere, and keeps a receipt apart from the tables (docs/rules/keeping.md, "Erasing"):
// `npm run erase -- cases REFERENCE… --by WHO --law WHY --receipts FILE`, `… replay --by WHO --receipts FILE` after a restore,
// `… check --receipts FILE`; `npm run erase -- hold REFERENCE --by WHO --law WHY --until DAY` keeps a case, `… release REFERENCE --by WHO` no more. In TABLE_NAME, AUDIT_TABLE_NAME and CLEAN_BUCKET, with the credentials and the SECRET_KEY of the environment.
import { parseArgs } from 'node:util'
import { S3Client } from '@aws-sdk/client-s3'
import { configFrom } from '#adapters/config.ts'
import { systemClock, systemKeys } from '#adapters/system.ts'
import { tableFrom } from '#functions/wiring/residents.ts'
import { isUnderWay } from '#services/catalogue.ts'
import { type Eraser, erase, type NotErased, replay } from './erase/erase.ts'
import { hold, release } from './erase/hold.ts'
import { isTrue, keep, type Receipt, receiptsIn } from './erase/receipt.ts'

const { values, positionals } = parseArgs({
  options: { by: { type: 'string' }, law: { type: 'string' }, receipts: { type: 'string' }, until: { type: 'string' } },
  allowPositionals: true,
})
const config = configFrom(process.env)
const s3 = config.S3_ENDPOINT
const eraser: Eraser = {
  tables: { endpoint: config.DYNAMODB_ENDPOINT, main: config.TABLE_NAME, audit: config.AUDIT_TABLE_NAME },
  table: tableFrom(config, process.env),
  keys: systemKeys(config.SECRET_KEY),
  bucket: {
    client: new S3Client({
      region: config.AWS_REGION,
      ...(s3 === undefined ? {} : { endpoint: s3, forcePathStyle: true }),
    }),
    name: config.CLEAN_BUCKET,
  },
  isOpen: isUnderWay,
  now: systemClock(config.CLOCK_FILE).now,
}

const why: Readonly<Record<NotErased['is'], string>> = {
  open: 'still open: close them first',
  'not-there': 'not there: nothing was erased',
  held: 'held for a legal reason: nothing was erased',
}

const kept = (file: string, done: Receipt | NotErased): string => {
  if (!('signature' in done)) return `${done.references.join(', ')}: ${why[done.is]}`
  keep(file, done)
  const items = Object.values(done.went).reduce((sum, count) => sum + count, 0)
  return `${items} items and ${done.files} files of ${done.cases.length} cases are erased; ${done.left} are left. Receipt ${done.id}`
}

const said = async (): Promise<string> => {
  const [step = '', ...references] = positionals
  const { by, law, until, receipts: file } = values
  const [reference] = references
  if (step === 'hold' && reference !== undefined && by !== undefined && law !== undefined && until !== undefined)
    return hold(eraser, { reference, by, why: law, until })
  if (step === 'release' && reference !== undefined && by !== undefined) return release(eraser, { reference, by })
  if (file === undefined) throw new Error('Say --receipts FILE: without it a restore brings everything back')
  if (step === 'check') {
    const all = receiptsIn(file)
    return `${all.filter((receipt) => isTrue(eraser.keys, receipt)).length} of ${all.length} receipts are as they were written`
  }
  if (by === undefined) throw new Error('Say --by WHO')
  if (step === 'replay') {
    const done = await replay(eraser, receiptsIn(file), by)
    return done === undefined ? 'Nothing had come back' : kept(file, done)
  }
  if (step === 'cases' && law !== undefined && references.length > 0)
    return kept(file, await erase(eraser, { references, by, law }))
  throw new Error('Say cases REFERENCE… --law WHY, replay, check, hold or release')
}

process.stdout.write(`${await said().finally(() => eraser.table.client.close())}\n`)
