// `npm run bench:night`: what the night asks of the database at 100, 10,000 and 200,000 standing cases of which 20 are due, and what it
// would ask if it walked them all, a page of a hundred and a draft for each.
import { type AttributeValue, BatchWriteItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { dueAtNight } from '#adapters/dynamo/cases/case-items.ts'
import { itemOf } from '#adapters/dynamo/client.ts'
import { indexKeys, keys, listShard } from '#adapters/dynamo/table.ts'
import { housing } from '#services/housing/service.ts'
import { loadPersonas } from '#tests/support/people/personas.ts'
import { type Counting, countingProxy } from '#tests/support/worlds/counting-proxy.ts'
import { walked } from '#tests/support/worlds/walk.ts'
import { startWorld, type World } from '#tests/support/worlds/world.ts'
import { newDraft } from '#usecases/answering/start-draft.ts'
import { submitApplication } from '#usecases/answering/submit-application.ts'
import { lookTonight } from '#usecases/casework/look-tonight.ts'

const due = 20
const born = { 'dateOfBirth-day': ['2'], 'dateOfBirth-month': ['12'], 'dateOfBirth-year': ['1990'] }

const send = async ({ counter, clock }: World): Promise<void> => {
  const persona = loadPersonas().find(({ id }) => id === 'housing-single-renter')
  const { draft: answered } = walked(housing.form, persona ?? loadPersonas()[0] ?? never())
  const key = Object.keys(answered.pages).find((page) => 'dateOfBirth-day' in (answered.pages[page] ?? {})) ?? ''
  const pages = { ...answered.pages, [key]: { ...answered.pages[key], ...born } }
  const draft = { ...newDraft(housing, counter.ids, clock.now()), pages, items: answered.items }
  await counter.drafts.start(draft)
  await submitApplication(counter, housing, draft)
}

const never = (): never => {
  throw new Error('There are no personas')
}

// As large as a case is in its list, and with its own day, a birthday of somebody in the coming year.
const standing = (number: number): Record<string, AttributeValue> => {
  const reference = `H${number.toString(36).toUpperCase().padStart(7, '2')}`
  const day = new Date(Date.parse('2026-12-03') + (number % 360) * 86_400_000).toISOString().slice(0, 10)
  const data = {
    reference,
    service: 'housing',
    team: 'housing',
    state: 'submitted',
    version: 1,
    about: 'x'.repeat(700),
  }
  return itemOf(keys.case(reference), data, {
    version: 1,
    inState: indexKeys.state('housing', 'submitted', listShard),
    byDue: `9999-12-31#${reference}`,
    due: indexKeys.night('housing', listShard),
    dueAt: dueAtNight(day, reference),
  })
}

const fill = async (client: DynamoDBClient, table: string, from: number, to: number): Promise<void> => {
  for (let at = from; at < to; at += 100)
    await Promise.all(
      [0, 25, 50, 75].map((more) => {
        const numbers = Array.from({ length: Math.min(25, to - at - more) }, (_, index) => at + more + index)
        const puts = numbers.map((number) => ({ PutRequest: { Item: standing(number) } }))
        return puts.length === 0
          ? undefined
          : client.send(new BatchWriteItemCommand({ RequestItems: { [table]: puts } }))
      }),
    )
}

const night = async (world: World, counting: Counting, day: string): Promise<string> => {
  world.clock.set(Date.parse(`${day}T02:30:00Z`))
  counting.taken()
  const started = performance.now()
  const { looked, failed } = await lookTonight({ ...world.counter, log: () => {} })
  const calls = Object.entries(counting.taken()).map(([name, count]) => `${count} ${name}`)
  return `${looked} looked at, ${failed} failed, ${calls.join(', ')}, ${Math.round(performance.now() - started)} ms`
}

const count = (number: number): string => number.toLocaleString('en-GB')

let direct = ''
let counting: Counting | undefined
for (const size of [100, 10_000, 200_000]) {
  const world = await startWorld({
    through: async (endpoints) => {
      direct = endpoints.dynamo
      counting = await countingProxy(direct)
      return { ...endpoints, dynamo: counting.endpoint }
    },
  })
  const client = new DynamoDBClient({ endpoint: direct, region: 'eu-west-2' })
  await fill(client, world.table.name, 0, size - due)
  for (let number = 0; number < due; number += 1) await send(world)
  if (counting === undefined) continue
  await night(world, counting, '2026-11-26')
  console.log(`${count(size)} stand. On the day of ${due}: ${await night(world, counting, '2026-12-02')}`)
  console.log(`  On the same night again: ${await night(world, counting, '2026-12-02')}`)
  console.log(`  To walk them all: ${count(Math.ceil(size / 100) * 4)} Query, ${count(size)} GetItem`)
  counting.close()
  client.destroy()
  await world.close()
}
process.exit(0)
