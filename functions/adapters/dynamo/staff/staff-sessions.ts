// Staff sessions. The cookie holds a secret, the table its hash: whoever reads the table cannot sign in with it.
// Whether a session has run out is decided by its times, never by TTL, which only cleans up.

import type { StaffSession, StaffSessions } from '#usecases/ports/staff.ts'
import type { Keys } from '#usecases/ports/stores.ts'
import { dataOf, itemOf, keyItem, numberAt, type Table } from '../client.ts'
import { isConditionFailed } from '../db.ts'
import { type Key, keys, timeToLive } from '../table.ts'

const minute = 60_000
const idleMs = 60 * minute
const longestMs = 10 * 60 * minute

export const staffSessions = (table: Table, hashes: Keys, secret: () => string): StaffSessions => {
  const keyFor = (id: string): Key => keys.session(hashes.hash('staff-session', id))
  return {
    start: async (user, now) => {
      const id = secret()
      const times = { startedAt: now, seenAt: now, [timeToLive]: Math.ceil((now + longestMs) / 1000) }
      await table.client.putItem({ TableName: table.name, Item: itemOf(keyFor(id), user, times) })
      return id
    },
    open: async (id, now) => {
      const session = await read(table, keyFor(id))
      if (session === undefined || now - session.seenAt > idleMs || now - session.startedAt > longestMs)
        return undefined
      if (now - session.seenAt > minute) await seen(table, keyFor(id), now)
      return session
    },
    end: (id) => ended(table, keyFor(id)),
  }
}

const read = async (table: Table, key: Key): Promise<StaffSession | undefined> => {
  const { Item: item } = await table.client.getItem({
    TableName: table.name,
    Key: keyItem(key),
    ConsistentRead: true,
  })
  if (item === undefined || item.ended !== undefined) return undefined
  return { user: dataOf(item), startedAt: numberAt(item, 'startedAt'), seenAt: numberAt(item, 'seenAt') }
}

// A session that is ended meanwhile stays ended.
const seen = (table: Table, key: Key, now: number): Promise<void> =>
  unlessGone(table, key, { UpdateExpression: 'SET seenAt = :now', ExpressionAttributeValues: { ':now': number(now) } })

const ended = (table: Table, key: Key): Promise<void> =>
  unlessGone(table, key, {
    UpdateExpression: 'SET ended = :yes',
    ExpressionAttributeValues: { ':yes': { BOOL: true } },
  })

const number = (value: number) => ({ N: String(value) })

const unlessGone = async (
  table: Table,
  key: Key,
  update: Pick<Parameters<Table['client']['updateItem']>[0], 'UpdateExpression' | 'ExpressionAttributeValues'>,
): Promise<void> => {
  try {
    await table.client.updateItem({
      TableName: table.name,
      Key: keyItem(key),
      ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(ended)',
      ...update,
    })
  } catch (error) {
    if (!isConditionFailed(error)) throw error
  }
}
