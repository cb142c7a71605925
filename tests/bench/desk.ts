// `node tests/bench/desk.ts 100 10000 200000`: which operations the desk's pages ask of the table, at each number of cases. Every case is
// there as the product stores it, with its pointers; nothing is asked of it before it is counted.
import { BatchWriteItemCommand, DynamoDBClient, type WriteRequest } from '@aws-sdk/client-dynamodb'
import { foundPuts } from '#adapters/dynamo/people/found-items.ts'
import type { Staff } from '#domain/cases/case.ts'
import { startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import { person } from '#tests/support/worlds/who-may.ts'
import { type Endpoints, noon, startWorld, type World } from '#tests/support/worlds/world.ts'
import { type Counting, countingProxy } from './calls.ts'
import { casePuts, subjectAt } from './cases.ts'

const officer: Staff = person('a housing manager')

// A BatchWriteItem takes 25 items. Not through the proxy that counts.
const batch = 25
const lanes = 4

const fill = async (world: World, endpoint: string, count: number): Promise<void> => {
  const { table, counter } = world
  const client = new DynamoDBClient({
    ...{ endpoint, region: 'eu-west-2' },
    credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
  })
  const write = (items: readonly WriteRequest[]) =>
    client.send(new BatchWriteItemCommand({ RequestItems: { [table.name]: [...items] } }))
  for (let at = 0; at < count; at += 100) {
    const some = Array.from({ length: Math.min(100, count - at) }, (_, more) => subjectAt(at + more, officer, noon))
    const puts = some
      .flatMap((subject) => [...casePuts(table, subject), ...foundPuts(table, counter.keys, subject)])
      .flatMap(({ Put }) => (Put?.Item === undefined ? [] : [{ PutRequest: { Item: Put.Item } }]))
    for (let from = 0; from < puts.length; from += batch * lanes)
      await Promise.all(
        Array.from({ length: lanes }, (_, lane) => puts.slice(from + lane * batch, from + (lane + 1) * batch))
          .filter((items) => items.length > 0)
          .map(write),
      )
  }
  client.destroy()
}

const measure = async (count: number): Promise<void> => {
  let counting: Counting | undefined
  let engine = ''
  const through = async (direct: Endpoints): Promise<Endpoints> => {
    engine = direct.dynamo
    counting = await countingProxy(direct.dynamo)
    return { ...direct, dynamo: counting.endpoint }
  }
  const world = await startWorld({ through })
  await fill(world, engine, count)
  const desk = await startStaffWorld(undefined, world)
  const visitor = await desk.withSession(officer)
  console.log(`\n${count} cases`)
  const [some] = [subjectAt(Math.floor(count / 2), officer, noon)]
  const steps: readonly (readonly [string, () => Promise<{ readonly status: number }>])[] = [
    ['team worklist', () => visitor.get('/cases?show=team')],
    ['my work', () => visitor.get('/cases?show=mine')],
    ['overdue', () => visitor.get('/cases?show=team&bucket=overdue')],
    ['unassigned', () => visitor.get('/cases?show=unassigned')],
    ['take the next case', () => visitor.post('/cases/next', {})],
    ['search by name', () => visitor.post('/cases/find', { for: some.title })],
    ['search by phone', () => visitor.post('/cases/find', { for: some.applicant.phone ?? '' })],
    ['a case', () => visitor.get(`/cases/${some.reference}`)],
  ]
  for (const [name, step] of steps) {
    // What an earlier release may have left elsewhere is looked for once.
    if (name !== 'take the next case') await step()
    await visitor.get('/cases/find')
    counting?.taken()
    const started = performance.now()
    const { status } = await step()
    const ms = (performance.now() - started).toFixed(0)
    const taken = Object.entries(counting?.taken() ?? {}).map(([operation, times]) => `${operation} ${times}`)
    console.log(`${name.padEnd(22)} ${status}  ${taken.toSorted().join(', ')}  (${ms} ms)`)
  }
  await desk.close()
}

for (const count of process.argv.slice(2).map(Number)) await measure(count)
