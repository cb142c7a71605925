// The row that says what became of a case, of many at once: it goes on, and never back.
import { type Bulk, type BulkItem, stepOf } from '#domain/cases/desk/bulk.ts'
import type { OfMany } from '#usecases/ports/team.ts'
import { itemOf, type Table } from '../client.ts'
import { timeToLive } from '../schema.ts'
import { keys } from '../table.ts'

const keptMs = 90 * 86_400_000

export const bulkEndsAt = ({ madeAt }: Bulk): number => Math.floor((madeAt + keptMs) / 1000)

/** Where nobody has said as much of it before. Rows of an earlier release have no step. */
export const rowPut = ({ name }: Table, bulk: Bulk, item: BulkItem) => {
  const step = stepOf(item)
  return {
    TableName: name,
    Item: itemOf(keys.bulkItem(bulk.id, item.reference), item, { step, [timeToLive]: bulkEndsAt(bulk) }),
    ConditionExpression: 'attribute_not_exists(step) OR step < :step',
    ExpressionAttributeValues: { ':step': { N: String(step) } },
  }
}

export const rowOfMany = (table: Table, of: OfMany | undefined) =>
  of === undefined ? [] : [{ Put: rowPut(table, of.bulk, of.item) }]
