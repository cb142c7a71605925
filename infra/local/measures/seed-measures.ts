// Figures for the dashboards: two years of believable months, and the demonstration's own cases counted as the stream would have told them.
import { countedIn } from '#adapters/dynamo/measures/stream.ts'
import { londonDay } from '#domain/london.ts'
import { countingFrom } from '#functions/wiring/measures.ts'
import { rawTables } from '#tests/support/raw-tables.ts'
import { countChanges } from '#usecases/measures/count-changes.ts'
import { makeFiles } from '#usecases/measures/make-files.ts'
import { believableMonths } from './believable-months.ts'
import { seedBooks } from './seed-books.ts'
import { seedFeedback } from './seed-feedback.ts'

export const seedMeasures = async (env: Readonly<Record<string, string | undefined>>): Promise<void> => {
  const ports = countingFrom(env)
  const today = londonDay(ports.clock.now())
  for (const { service, month } of believableMonths(today, ports.digest)) await ports.sums.seal(service, month)
  for (const service of ports.services) await makeFiles(ports, service)
  await seedFeedback(env)
  await seedBooks(env, ports.clock.now(), today)
  const { TABLE_NAME: main = '', AUDIT_TABLE_NAME: audit = '', DYNAMODB_ENDPOINT: endpoint } = env
  const items = await rawTables({ endpoint, main, audit })
  const records = items.map((item, at) => ({
    dynamodb: { SequenceNumber: String(at), Keys: { pk: item.pk, sk: item.sk }, NewImage: item },
  }))
  await countChanges(ports, countedIn({ Records: records }) ?? [])
}
