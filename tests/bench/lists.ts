// `npm run bench:lists`: what a list of 10,000 cases as a file asks of the database, and of the processor.
import { BatchWriteItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { listRequests } from '#adapters/dynamo/sharing/list-requests.ts'
import { tableFile } from '#domain/audit/table-file.ts'
import type { Staff } from '#domain/cases/case.ts'
import { type ListRequest, rowOf, rowsMost } from '#domain/sharing/list-file.ts'
import { type Counting, countingProxy } from '#tests/support/worlds/counting-proxy.ts'
import { startWorld } from '#tests/support/worlds/world.ts'
import { agreedList, type ListPorts } from '#usecases/sharing/take-list.ts'
import { casePuts, subjectAt } from './cases.ts'

const manager: Staff = { is: 'staff', id: 'm1', name: 'Manager', roles: ['team-manager'], teams: ['housing'] }

let direct = ''
let counting: Counting | undefined
const world = await startWorld({
  through: async (endpoints) => {
    direct = endpoints.dynamo
    counting = await countingProxy(direct)
    return { ...endpoints, dynamo: counting.endpoint }
  },
})
const client = new DynamoDBClient({ endpoint: direct, region: 'eu-west-2' })
for (let at = 0; at < rowsMost; at += 25) {
  // From a number on that all have as many letters in their references.
  const subjects = Array.from({ length: 25 }, (_, more) => subjectAt(100_000 + at + more, manager, world.clock.now()))
  const puts = subjects.map((subject) => ({ PutRequest: { Item: casePuts(world.table, subject)[0]?.Put?.Item } }))
  await client.send(new BatchWriteItemCommand({ RequestItems: { [world.table.name]: puts } }))
}

const request: ListRequest = {
  ...{
    id: 'bench',
    team: 'housing',
    by: { id: 'm1', name: 'Manager' },
    query: 'show=team',
    purpose: 'figures',
    why: 'x',
  },
  ...{ rows: rowsMost, at: world.clock.now(), agreed: { id: 'm2', name: 'Other', at: world.clock.now() } },
}
const store = listRequests(world.table)
await store.ask(request)
const ports: ListPorts = { ...world.counter, audit: { record: async () => {} }, listRequests: store }
const named = { serviceName: () => 'Housing', stateLabel: ({ state }: { readonly state: string }) => state }

for (let round = 0; round < 3; round += 1) {
  counting?.taken()
  const [started, before] = [performance.now(), process.cpuUsage()]
  const file = await agreedList(ports, manager, { id: request.id, wanted: () => ({ show: 'team' }) })
  const text = tableFile((file?.cases ?? []).map((subject) => rowOf(subject, named)))
  const { user, system } = process.cpuUsage(before)
  const calls = Object.entries(counting?.taken() ?? {}).map(([name, count]) => `${count} ${name}`)
  console.log(
    `${file?.cases.length} rows, ${Math.round(text.length / 1024)} KB, ${calls.join(', ')}, ${Math.round((user + system) / 1000)} ms of processor, ${Math.round(performance.now() - started)} ms`,
  )
}
process.exit(0)
