// The audit log, read: for auditors alone.
import type { TrailEntry } from '#domain/audit/trail.ts'
import type { TrailReader } from '#usecases/ports/trail.ts'
import { dataOf, type Item, type Table, textAt } from '../client.ts'
import { keys } from '../table.ts'

export const trailReader = (table: Table): TrailReader => ({
  ofCase: (reference) => entriesIn(table, keys.case(reference).pk),
  ofPerson: (userId) => entriesIn(table, keys.auditOf(userId, '').pk),
})

const entriesIn = async (table: Table, pk: string): Promise<readonly TrailEntry[]> => {
  const found: Item[] = []
  let from: Item | undefined
  do {
    const { Items: items = [], LastEvaluatedKey: next } = await table.client.query({
      TableName: table.audit,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: pk } },
      ConsistentRead: true,
      ...(from === undefined ? {} : { ExclusiveStartKey: from }),
    })
    found.push(...items)
    from = next
  } while (from !== undefined)
  return found
    .map((item) => ({ ...dataOf<Omit<TrailEntry, 'id'>>(item), id: textAt(item, 'sk') }))
    .toSorted((one, other) => other.at - one.at)
}
