// The sums of days, and of months that are sealed. Days are written whole, from whole days; older ones never stand over newer ones.
import type { SealedMonth } from '#domain/measures/months.ts'
import type { DaySums, SumStore } from '#usecases/ports/measures.ts'
import { dataOf, type Item, itemOf, type Table } from '../client.ts'
import { ifHeld, putNew } from '../conditions.ts'
import { everyItem } from '../every.ts'
import { type Key, keys } from '../table.ts'

export const sumStore = (table: Table): SumStore => ({
  putDay: async (service, day) => {
    await ifHeld(
      table.client.putItem({
        TableName: table.name,
        Item: itemOf(keys.daySums(service, day.day), day, { stamp: day.stamp }),
        ConditionExpression: 'attribute_not_exists(pk) OR stamp <= :stamp',
        ExpressionAttributeValues: { ':stamp': { N: String(day.stamp) } },
      }),
    )
  },
  seal: async (service, month) => {
    const item = itemOf(keys.monthSums(service, month.month, month.edition), month)
    return (await ifHeld(table.client.putItem(putNew(table.name, item).Put))) !== undefined
  },
  first: (service) => firstOf(table, service),
  days: async (service, from, to) =>
    (await between(table, keys.daySums(service, from), keys.daySums(service, to))).map((item) => dataOf<DaySums>(item)),
  months: async (service, from, to) =>
    (await between(table, keys.monthSums(service, from, ''), keys.monthSums(service, to, '~'))).map((item) =>
      dataOf<SealedMonth>(item),
    ),
})

// A baseline is a year; each of its months has a few editions.
const mostFirst = 60

const firstOf = async (table: Table, service: string): Promise<readonly SealedMonth[]> => {
  const { Items: items = [] } = await table.client.query({
    TableName: table.name,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': { S: keys.monthSums(service, '', '').pk } },
    Limit: mostFirst,
  })
  return items.map((item) => dataOf<SealedMonth>(item))
}

const between = (table: Table, first: Key, last: Key): Promise<readonly Item[]> =>
  everyItem(table, {
    TableName: table.name,
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
    ExpressionAttributeValues: { ':pk': { S: first.pk }, ':first': { S: first.sk }, ':last': { S: last.sk } },
  })
