// What holds of a table and what does not: `npm run verify -- --data DIR` for a local one, or of the one in TABLE_NAME without it.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { systemClock } from '#adapters/system.ts'
import { startDynamo } from '#infra/local/dynamo.ts'
import { invariantsAt } from '#tests/support/invariants.ts'

const { values } = parseArgs({ options: { data: { type: 'string' } } })

// Any will do for an embedded engine.
const local = { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' }

const engine = values.data === undefined ? undefined : await startDynamo({ directory: join(values.data, 'dynamo') })
if (engine !== undefined) Object.assign(process.env, local)
// A local one is as old as its own clock says.
const { now } = systemClock(values.data === undefined ? undefined : join(values.data, 'clock.json'))
const tables = {
  main: process.env.TABLE_NAME ?? 'guildhall',
  audit: process.env.AUDIT_TABLE_NAME ?? 'guildhall-audit',
  now: now(),
}
const { counts, faults } = await invariantsAt(engine?.endpoint ?? process.env.DYNAMODB_ENDPOINT, tables).finally(() =>
  engine?.close(),
)
const lines = [...Object.entries(counts).map(([name, count]) => `${name}: ${count}`), ...faults]
process.stdout.write(`${lines.join('\n')}\n${faults.length === 0 ? 'All holds.' : `${faults.length} faults.`}\n`)
if (faults.length > 0) process.exitCode = 1
