// The audit log, read: for auditors alone.
import type { TrailEntry } from '#domain/audit/trail.ts'
import type { TrailReader } from '#usecases/ports/trail.ts'
import { dataOf, type Item, type Table, textAt } from '../client.ts'
import { allUnder } from '../every.ts'
import { keys } from '../table.ts'

// Of what somebody did that was about no case, only the newest: it grows with every search they make.
const newest = 1000

export const trailReader = (table: Table): TrailReader => ({
  ofCase: async (reference) =>
    (await allUnder(table, table.audit, keys.case(reference).pk))
      .map(entryIn)
      .toSorted((one, other) => other.at - one.at),
  ofPerson: async (userId) => {
    const { Items: items = [] } = await table.client.query({
      TableName: table.audit,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: keys.auditOf(userId, '').pk } },
      ScanIndexForward: false,
      Limit: newest,
      ConsistentRead: true,
    })
    return items.map(entryIn)
  },
})

const entryIn = (item: Item): TrailEntry => ({ ...dataOf<Omit<TrailEntry, 'id'>>(item), id: textAt(item, 'sk') })
