// Counts again from drafts, cases and texts, and prints what differs: `npm run measures -- --data DIR` for a local table, or the one in TABLE_NAME
// without it. For figures that the stream lost; it reads the whole table.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { configFrom } from '#adapters/config.ts'
import { bookStore } from '#adapters/dynamo/measures/books.ts'
import { countedIn } from '#adapters/dynamo/measures/stream.ts'
import { addDays } from '#domain/day.ts'
import { londonDay } from '#domain/london.ts'
import { countingFrom } from '#functions/wiring/measures.ts'
import { tableFrom } from '#functions/wiring/residents.ts'
import { startDynamo } from '#infra/local/dynamo.ts'
import { rawTables } from '#tests/support/raw-tables.ts'
import { rebuild } from '#usecases/measures/rebuild.ts'

const { values } = parseArgs({ options: { data: { type: 'string' } } })

const engine = values.data === undefined ? undefined : await startDynamo({ directory: join(values.data, 'dynamo') })
const local = { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local', CITIZEN_ORIGIN: 'http://localhost:3000' }
if (engine !== undefined)
  Object.assign(process.env, local, {
    DYNAMODB_ENDPOINT: engine.endpoint,
    TABLE_NAME: 'guildhall',
    AUDIT_TABLE_NAME: 'guildhall-audit',
    CLOCK_FILE: join(values.data ?? '', 'clock.json'),
  })
const { TABLE_NAME: main = '', AUDIT_TABLE_NAME: audit = '', DYNAMODB_ENDPOINT: endpoint } = process.env
const ports = countingFrom(process.env)
const items = await rawTables({ endpoint, main, audit })
const records = items.map((item, at) => ({
  dynamodb: { SequenceNumber: String(at), Keys: { pk: item.pk, sk: item.sk }, NewImage: item },
}))
const changes = records.flatMap((one) => countedIn({ Records: [one] }) ?? [])
const today = londonDay(ports.clock.now())
const found = await rebuild(ports, {
  changes,
  services: ports.services,
  from: addDays(today, -400),
  until: today,
})
await bookStore(tableFrom(configFrom(process.env), process.env)).add(
  'rebuilds',
  {
    ...{ id: today, version: Math.floor(ports.clock.now() / 1000), at: ports.clock.now(), by: 'npm run measures' },
    ...{ byId: 'measures', typed: { differences: [String(found.length)] } },
  },
  { id: `rebuild-${ports.clock.now()}` },
)
for (const { service, day, name, was, is } of found) console.log(`${service} ${day} ${name}: ${was} → ${is}`)
await engine?.close()
console.log(found.length === 0 ? 'The figures stand.' : `${found.length} figures are mended.`)
