// The steps of a restore that a machine takes (infra/README.md, Restore the table):
// `npm run restore -- export --data DIR --to FILE`, `… import --data DIR --from FILE`, `… hold --data DIR`, `… nights --data DIR`.
// Without --data: the tables in TABLE_NAME and AUDIT_TABLE_NAME, with the credentials of the environment.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { systemClock } from '#adapters/system.ts'
import { createTables, startDynamo } from '#infra/local/dynamo.ts'
import { holdTexts } from './restore/hold-texts.ts'
import { standAtNight } from './restore/stand-at-night.ts'
import { exportTables, importTables } from './restore/tables.ts'

const { values, positionals } = parseArgs({
  options: { data: { type: 'string' }, to: { type: 'string' }, from: { type: 'string' } },
  allowPositionals: true,
})

const engine = values.data === undefined ? undefined : await startDynamo({ directory: join(values.data, 'dynamo') })
// Any will do for an embedded engine.
if (engine !== undefined) Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' })
const names = { main: process.env.TABLE_NAME ?? 'guildhall', audit: process.env.AUDIT_TABLE_NAME ?? 'guildhall-audit' }
const tables = { endpoint: engine?.endpoint ?? process.env.DYNAMODB_ENDPOINT, ...names }

const said = async (): Promise<string> => {
  const [step = ''] = positionals
  if (step === 'export' && values.to !== undefined) return `${await exportTables(tables, values.to)} items written`
  if (step === 'import' && values.from !== undefined) {
    if (engine !== undefined) await createTables(engine.endpoint, names)
    return `${await importTables(tables, values.from)} items put`
  }
  if (step === 'hold') return `${await holdTexts(tables, systemClock(process.env.CLOCK_FILE).now())} texts held back`
  if (step === 'nights') return `${await standAtNight(tables)} cases put where the night looks`
  throw new Error('Say export --to FILE, import --from FILE, hold, or nights')
}

process.stdout.write(`${await said().finally(() => engine?.close())}\n`)
