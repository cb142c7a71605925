// Erases what people said, everywhere, and keeps a receipt apart from the tables (docs/rules/keeping.md, "Erasing"):
// `npm run erase -- cases REFERENCE… --by WHO --law WHY --receipts FILE`, `… replay --by WHO --receipts FILE` after a restore,
// `… check --receipts FILE`; those of the nightly job are read from ARCHIVE_BUCKET too, where it is set; `npm run erase -- hold REFERENCE --by WHO --law WHY --until DAY` keeps a case, `… release REFERENCE --by WHO` no more. In TABLE_NAME, AUDIT_TABLE_NAME and CLEAN_BUCKET, with the credentials and the SECRET_KEY of the environment.
import { parseArgs } from 'node:util'
import { configFrom } from '#adapters/config.ts'
import { bucketsIn } from '#adapters/erasing/bucket.ts'
import { type Eraser, erase, replay } from '#adapters/erasing/erase.ts'
import { isTrue } from '#adapters/erasing/receipt.ts'
import { receiptArchive } from '#adapters/erasing/receipts.ts'
import { systemClock, systemKeys } from '#adapters/system.ts'
import { tableFrom } from '#functions/wiring/residents.ts'
import { isUnderWay } from '#services/catalogue.ts'
import type { NotErased, Receipt } from '#usecases/ports/erasing.ts'
import { holdByCommand, releaseByCommand } from './erase/hold.ts'
import { keepReceipt, receiptsIn } from './erase/receipt.ts'

const { values, positionals } = parseArgs({
  options: { by: { type: 'string' }, law: { type: 'string' }, receipts: { type: 'string' }, until: { type: 'string' } },
  allowPositionals: true,
})
const config = configFrom(process.env)
const { receipts: file = '' } = values
const eraser: Eraser = {
  ...{ endpoint: config.DYNAMODB_ENDPOINT, region: config.AWS_REGION },
  readers: 8,
  keep: (receipt) => keepReceipt(file, receipt),
  table: tableFrom(config, process.env),
  keys: systemKeys(config.SECRET_KEY),
  bucket: {
    client: bucketsIn(config.AWS_REGION, config.S3_ENDPOINT),
    name: config.CLEAN_BUCKET,
  },
  isOpen: isUnderWay,
  now: systemClock(config.CLOCK_FILE).now,
}

const why: Readonly<Record<NotErased['is'], string>> = {
  open: 'still open: close them first',
  'not-there': 'not there: nothing was erased',
  held: 'held for a legal reason: nothing was erased',
  changed: 'changed by somebody just now: nothing was erased',
}

const told = (done: Receipt | NotErased): string => {
  if (!('signature' in done)) return `${done.references.join(', ')}: ${why[done.is]}`
  const items = Object.values(done.went).reduce((sum, count) => sum + count, 0)
  return `${items} items and ${done.files} files of ${done.cases.length} cases are erased; ${done.left} are left. Receipt ${done.id}`
}

const everyReceipt = async (): Promise<readonly Receipt[]> => {
  const { ARCHIVE_BUCKET: name = '' } = process.env
  const archived = name === '' ? [] : await receiptArchive({ client: eraser.bucket.client, name }).all()
  return [...receiptsIn(file), ...archived]
}

const said = async (): Promise<string> => {
  const [step = '', ...references] = positionals
  const { by, law, until } = values
  const [reference] = references
  if (step === 'hold' && reference !== undefined && by !== undefined && law !== undefined && until !== undefined)
    return holdByCommand(eraser, { reference, by, why: law, until })
  if (step === 'release' && reference !== undefined && by !== undefined)
    return releaseByCommand(eraser, { reference, by })
  if (file === '') throw new Error('Say --receipts FILE: without it a restore brings everything back')
  if (step === 'check') {
    const all = await everyReceipt()
    return `${all.filter((receipt) => isTrue(eraser.keys, receipt)).length} of ${all.length} receipts are as they were written`
  }
  if (by === undefined) throw new Error('Say --by WHO')
  if (step === 'replay') {
    const done = await replay(eraser, await everyReceipt(), by)
    return done === undefined ? 'Nothing had come back' : told(done)
  }
  if (step === 'cases' && law !== undefined && references.length > 0)
    return told(
      await erase(
        eraser,
        references.map((reference) => ({ reference, by, law })),
      ),
    )
  throw new Error('Say cases REFERENCE… --law WHY, replay, check, hold or release')
}

process.stdout.write(`${await said().finally(() => eraser.table.client.close())}\n`)
