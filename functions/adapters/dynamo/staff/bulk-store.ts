// What was done on many cases at once: a head, and a row for each case that says what became of it.
import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import type { Bulk, BulkItem } from '#domain/cases/desk/bulk.ts'
import type { BulkPress, BulkStore } from '#usecases/ports/team.ts'
import { batchOf } from '../batch.ts'
import { dataOf, type Item, itemOf, keyItem, type Table, textAt } from '../client.ts'
import { ifHeld } from '../conditions.ts'
import { allUnder } from '../every.ts'
import { timeToLive } from '../schema.ts'
import { indexKeys, keys } from '../table.ts'
import { because, transact } from '../transact.ts'
import { bulkEndsAt, rowPut } from './bulk-row.ts'

export const bulkStore = (table: Table): BulkStore => ({
  // The head last: one whose rows are not all there is none.
  add: async (bulk, items) => {
    for (let from = 0; from < items.length; from += together)
      await putRows(table, bulk, items.slice(from, from + together))
    for (const key of [keys.bulkOf(bulk.team, instantOf(bulk.madeAt, bulk)), keys.bulk(bulk.id)]) {
      const Item = itemOf(key, bulk, { [timeToLive]: bulkEndsAt(bulk) })
      await table.client.putItem({ TableName: table.name, Item })
    }
  },
  of: async (id) => {
    const found = await allUnder(table, table.name, keys.bulk(id).pk)
    const head = found.find((item) => textAt(item, 'sk') === keys.bulk(id).sk)
    if (head === undefined) return undefined
    return { bulk: headFrom(head), items: found.filter((item) => item !== head).map((item) => dataOf<BulkItem>(item)) }
  },
  lately: (team, most) => lately(table, team, most),
  started: (bulk, press) => pressed(table, bulk, press, 'started'),
  undone: (bulk, press) => pressed(table, bulk, press, 'undone'),
  note: async (bulk, item) => (await ifHeld(table.client.putItem(rowPut(table, bulk, item)))) !== undefined,
  underWay: (now, most) => underWay(table, now, most),
  over: (bulk, at) => over(table, bulk, at),
})

const instantOf = (at: number, { id }: Pick<Bulk, 'id'>): string => `${new Date(at).toISOString()}#${id}`

// As many as a transaction takes: 500 rows are there within a request.
const together = 100

const putRows = async (table: Table, bulk: Bulk, items: readonly BulkItem[]): Promise<void> => {
  const puts = items.map((item) => ({ Put: rowPut(table, bulk, item) }))
  const done = await transact(table, because('there', puts), `${bulk.id} ${items[0]?.reference}`)
  if (!done.ok) throw new Error('What would be done on many cases could not be written')
}

// What is set on a head once it is there stands by name.
const headFrom = (item: Item): Bulk => {
  const numbers = ['startedAt', 'undoneAt', 'endedAt'].flatMap((name): [string, number][] =>
    item[name]?.N === undefined ? [] : [[name, Number(item[name].N)]],
  )
  const words = ['startedBy', 'startedById', 'undoneById'].flatMap((name): [string, string][] =>
    item[name]?.S === undefined ? [] : [[name, item[name].S]],
  )
  return { ...dataOf<Bulk>(item), ...Object.fromEntries(numbers), ...Object.fromEntries(words) }
}

const lately = async (table: Table, team: string, most: number): Promise<readonly Bulk[]> => {
  const { Items: items = [] } = await table.client.query({
    ...{ TableName: table.name, Limit: most, ScanIndexForward: false, ConsistentRead: true },
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': { S: keys.bulkOf(team, '').pk } },
  })
  const ids = items.map((item) => dataOf<Bulk>(item).id)
  const heads = await batchOf(
    table,
    ids.map((id) => keyItem(keys.bulk(id))),
  )
  return heads.map(headFrom).toSorted((one, other) => other.madeAt - one.madeAt)
}

type Values = Readonly<Record<string, AttributeValue>>

// Due from then on: behind the press it is gone on with until nothing is left.
const pressed = async (
  table: Table,
  { id }: Bulk,
  { by, at, goesOnAt }: BulkPress,
  what: 'started' | 'undone',
): Promise<boolean> => {
  const set: Values = {
    [`${what}At`]: { N: String(at) },
    [`${what}By`]: { S: by.name },
    [`${what}ById`]: { S: by.id },
    due: { S: indexKeys.bulks() },
    dueAt: { S: instantOf(goesOnAt, { id }) },
  }
  const names = Object.keys(set)
  const done = await ifHeld(
    table.client.updateItem({
      TableName: table.name,
      Key: keyItem(keys.bulk(id)),
      UpdateExpression: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')} REMOVE endedAt`,
      ConditionExpression: `attribute_exists(pk) AND attribute_not_exists(#${what}At)`,
      ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
      ExpressionAttributeValues: Object.fromEntries(Object.entries(set).map(([name, value]) => [`:${name}`, value])),
    }),
  )
  return done !== undefined
}

const underWay = async (table: Table, now: number, most: number): Promise<readonly string[]> => {
  const { Items: items = [] } = await table.client.query({
    ...{ TableName: table.name, IndexName: 'due', Limit: most },
    KeyConditionExpression: '#due = :due AND dueAt < :now',
    ExpressionAttributeNames: { '#due': 'due' },
    ExpressionAttributeValues: {
      ':due': { S: indexKeys.bulks() },
      ':now': { S: new Date(now + 1).toISOString() },
    },
  })
  return items.map((item) => dataOf<Bulk>(item).id)
}

// Where nobody wanted it undone meanwhile.
const over = async (table: Table, { id, undoneAt }: Bulk, at: number): Promise<void> => {
  await ifHeld(
    table.client.updateItem({
      TableName: table.name,
      Key: keyItem(keys.bulk(id)),
      UpdateExpression: 'SET endedAt = :at REMOVE #due, dueAt',
      ConditionExpression: `${undoneAt === undefined ? 'attribute_not_exists' : 'attribute_exists'}(undoneAt)`,
      ExpressionAttributeNames: { '#due': 'due' },
      ExpressionAttributeValues: { ':at': { N: String(at) } },
    }),
  )
}
