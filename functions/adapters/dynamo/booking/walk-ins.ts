// Who came to a place without an appointment: one item for a day, with nothing of who they are. A day at a place is below 300 people,
// some 40 KB of an item's 400.
import { noVisits, noWalkIns, type Visits, type WalkIns } from '#domain/slots/walk-in.ts'
import type { WalkInStore } from '#usecases/ports/timetables.ts'
import { auditPut } from '../audit-entry.ts'
import { dataOf, type Item, itemOf, keyItem, type Table } from '../client.ts'
import { putAtVersion } from '../conditions.ts'
import { timeToLive } from '../schema.ts'
import { type Key, keys } from '../table.ts'
import { because, written } from '../transact.ts'

export const walkInStore = (table: Table, token: () => string): WalkInStore => ({
  on: async (place, day) => {
    const item = await read(table, keys.walkIns(place, day))
    return item === undefined ? noWalkIns : dataOf<WalkIns>(item)
  },
  visits: async (place) => {
    const item = await read(table, keys.visits(place))
    return item === undefined ? noVisits : dataOf<Visits>(item)
  },
  put: async ({ place, day }, after, { entry, visits }) => {
    const ends = Math.ceil(entry.at / 1000) + keptDays * 86_400
    const item = {
      ...itemOf(keys.walkIns(place, day), after, { version: after.version }),
      [timeToLive]: { N: String(ends) },
    }
    const puts = [putAtVersion(table.name, item, after.version - 1), { Put: auditPut(table, entry) }]
    const lengths =
      visits === undefined
        ? []
        : [
            putAtVersion(
              table.name,
              itemOf(keys.visits(place), visits, { version: visits.version }),
              visits.version - 1,
            ),
          ]
    return written(table, because('changed-elsewhere', [...puts, ...lengths]), token(), 'the walk-in was written')
  },
})

// For figures of what people were told and how long they waited.
const keptDays = 400

const read = async (table: Table, key: Key): Promise<Item | undefined> => {
  const { Item: item } = await table.client.getItem({ TableName: table.name, Key: keyItem(key), ConsistentRead: true })
  return item
}
