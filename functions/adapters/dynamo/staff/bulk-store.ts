// What was done on many cases at once: a head, and a row for each case that says what became of it.
import type { Bulk, BulkItem } from '#domain/cases/desk/bulk.ts'
import type { BulkStore } from '#usecases/ports/team.ts'
import { dataOf, itemOf, keyItem, type Table, textAt } from '../client.ts'
import { ifHeld } from '../conditions.ts'
import { allUnder } from '../every.ts'
import { timeToLive } from '../schema.ts'
import { someAtOnce } from '../some-at-once.ts'
import { keys } from '../table.ts'

export const bulkStore = (table: Table): BulkStore => ({
  // The head last: one whose rows are not all there is none.
  add: async (bulk, items) => {
    await someAtOnce(items, together, (item) => put(table, bulk, item))
    const head = itemOf(keys.bulk(bulk.id), bulk, { [timeToLive]: endsAt(bulk) })
    await table.client.putItem({ TableName: table.name, Item: head })
  },
  of: async (id) => {
    const found = await allUnder(table, table.name, keys.bulk(id).pk)
    const head = found.find((item) => textAt(item, 'sk') === keys.bulk(id).sk)
    if (head === undefined) return undefined
    const items = found.filter((item) => item !== head).map((item) => dataOf<BulkItem>(item))
    const started = head.startedAt?.N === undefined ? {} : { startedAt: Number(head.startedAt.N) }
    const undone = head.undoneAt?.N === undefined ? {} : { undoneAt: Number(head.undoneAt.N) }
    const by = textAt(head, 'startedBy')
    return { bulk: { ...dataOf<Bulk>(head), ...started, ...undone, ...(by === '' ? {} : { startedBy: by }) }, items }
  },
  started: (bulk, by, at) => noted(table, bulk, { startedAt: { N: String(at) }, startedBy: { S: by } }),
  undone: (bulk, at) => noted(table, bulk, { undoneAt: { N: String(at) } }),
  note: (bulk, item) => put(table, bulk, item),
})

// So that 500 rows are there within a request.
const together = 25

const keptMs = 90 * 86_400_000

const endsAt = ({ madeAt }: Bulk): number => Math.floor((madeAt + keptMs) / 1000)

const put = async (table: Table, bulk: Bulk, item: BulkItem): Promise<void> => {
  const Item = itemOf(keys.bulkItem(bulk.id, item.reference), item, { [timeToLive]: endsAt(bulk) })
  await table.client.putItem({ TableName: table.name, Item })
}

type Mark = Readonly<Record<string, { readonly N: string } | { readonly S: string }>>

const noted = async (table: Table, { id }: Bulk, mark: Mark): Promise<boolean> => {
  const names = Object.keys(mark)
  const [first = ''] = names
  const done = await ifHeld(
    table.client.updateItem({
      TableName: table.name,
      Key: keyItem(keys.bulk(id)),
      UpdateExpression: `SET ${names.map((name) => `${name} = :${name}`).join(', ')}`,
      ConditionExpression: `attribute_exists(pk) AND attribute_not_exists(${first})`,
      ExpressionAttributeValues: Object.fromEntries(names.map((name) => [`:${name}`, mark[name] ?? { S: '' }])),
    }),
  )
  return done !== undefined
}
