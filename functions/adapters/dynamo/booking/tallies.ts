// How many were helped at a drop-in: one item for a place and a day, with nothing of who they are.
import { noTally, type Tally } from '#domain/slots/tally.ts'
import type { TallyStore } from '#usecases/ports/timetables.ts'
import { auditPut } from '../audit-entry.ts'
import { dataOf, itemOf, type Table, textAt } from '../client.ts'
import { putAtVersion } from '../conditions.ts'
import { everyItem } from '../every.ts'
import { timeToLive } from '../schema.ts'
import { keys } from '../table.ts'
import { because, written } from '../transact.ts'

export const tallyStore = (table: Table, token: () => string): TallyStore => ({
  of: async (place, { from, until }) => {
    const items = await everyItem(table, {
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :until',
      ExpressionAttributeValues: {
        ':pk': { S: keys.tally(place, '').pk },
        ...{ ':from': { S: from }, ':until': { S: until } },
      },
      ConsistentRead: true,
    })
    const found = new Map(items.map((item) => [textAt(item, 'sk'), dataOf<Tally>(item)]))
    return { today: found.get(until) ?? noTally, all: [...found.values()] }
  },
  put: async ({ place, day }, after, entry) => {
    const ends = Math.ceil(entry.at / 1000) + keptDays * 86_400
    const item = {
      ...itemOf(keys.tally(place, day), after, { version: after.version }),
      [timeToLive]: { N: String(ends) },
    }
    const puts = [putAtVersion(table.name, item, after.version - 1), { Put: auditPut(table, entry) }]
    return written(table, because('changed-elsewhere', puts), token(), 'the tally was written')
  },
})

// As long as who came without an appointment.
const keptDays = 400
