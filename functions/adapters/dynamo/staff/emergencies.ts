// Which restricted cases somebody opened in an emergency. The instant in the item says whether it is over; TTL only cleans up.
import type { EmergencyStore } from '#usecases/ports/emergencies.ts'
import { itemOf, keyItem, numberAt, type Table } from '../client.ts'
import { timeToLive } from '../schema.ts'
import { keys } from '../table.ts'
import { because, transact } from '../transact.ts'

export const emergencyStore = (table: Table): EmergencyStore => ({
  open: async (userId, reference, until, { id, ...told }) => {
    const item = itemOf(keys.emergency(userId, reference), {}, { until, [timeToLive]: Math.ceil(until / 1000) })
    const entry = itemOf(keys.audit(keys.case(reference).pk, id), told)
    const puts = [{ Put: { TableName: table.name, Item: item } }, { Put: { TableName: table.audit, Item: entry } }]
    const done = await transact(table, because('there', puts), id)
    if (!done.ok) throw new Error('The case could not be opened in an emergency')
  },
  until: async (userId, reference, now) => {
    const { Item: item } = await table.client.getItem({
      TableName: table.name,
      Key: keyItem(keys.emergency(userId, reference)),
      ConsistentRead: true,
    })
    const until = item === undefined ? 0 : numberAt(item, 'until')
    return until > now ? until : undefined
  },
})
