// Staff sessions. The cookie holds a secret, the table its hash: whoever reads the table cannot sign in with it.
// Whether a session has run out is decided by its times, never by TTL, which only cleans up.

import type { Staff } from '#domain/cases/case.ts'
import type { StaffSession, StaffSessions } from '#usecases/ports/staff.ts'
import type { Keys } from '#usecases/ports/stores.ts'
import { dataOf, type Item, itemOf, keyItem, numberAt, type Table, textAt } from '../client.ts'
import { ifHeld } from '../conditions.ts'
import { timeToLive } from '../schema.ts'
import { type Key, keys } from '../table.ts'
import { sealedToken, tokenIn } from './session-token.ts'

const minute = 60_000
const idleMs = 60 * minute
const longestMs = 10 * 60 * minute

export const staffSessions = (table: Table, hashes: Keys, secret: () => string): StaffSessions => {
  const handleOf = (id: string): string => hashes.hash('staff-session', id)
  const keyFor = (id: string): Key => keys.session(handleOf(id))
  return {
    start: async (user, now, token) => {
      const id = secret()
      await start(table, { user, now, handle: handleOf(id), token: token && sealedToken(token, id) })
      return id
    },
    open: async (id, now) => {
      const session = await opened(table, keyFor(id), id)
      if (session === undefined || !stands(session, now)) return undefined
      if (now - session.seenAt > minute) await seen(table, keyFor(id), now)
      return session
    },
    checked: (id, user, now) => checked(table, keyFor(id), itemOf(keyFor(id), user), now),
    end: (id) => ended(table, keyFor(id)),
    ranOut: async (id, now) => {
      const session = await opened(table, keyFor(id), id)
      return session === undefined || stands(session, now) ? undefined : session.user
    },
    of: (userId, now) => listed(table, userId, now),
    endOne: (userId, handle, now) => endOne(table, { userId, handle, now }),
  }
}

type Starting = {
  readonly user: Staff
  readonly now: number
  readonly handle: string
  readonly token: string | undefined
}

// The list's entry first: a session that is not in the list cannot be ended from it.
const start = async (table: Table, { user, now, handle, token }: Starting): Promise<void> => {
  const ttl = Math.ceil((now + longestMs) / 1000)
  await put(table, itemOf(keys.sessionOf(user.id, handle), {}, { [timeToLive]: ttl }))
  const times = { startedAt: now, seenAt: now, checkedAt: now, [timeToLive]: ttl }
  await put(table, itemOf(keys.session(handle), user, { ...times, token }))
}

const opened = async (table: Table, key: Key, id: string): Promise<StaffSession | undefined> => {
  const item = await read(table, key)
  const token = item === undefined ? undefined : tokenIn(item, id)
  return item && { ...sessionIn(item), ...(token === undefined ? {} : { token }) }
}

const endOne = async (
  table: Table,
  { userId, handle, now }: { readonly userId: string; readonly handle: string; readonly now: number },
): Promise<boolean> => {
  const found = (await listed(table, userId, now)).some((one) => one.handle === handle)
  if (found) await ended(table, keys.session(handle))
  return found
}

const stands = ({ seenAt, startedAt }: StaffSession, now: number): boolean =>
  now - seenAt <= idleMs && now - startedAt <= longestMs

const put = async (table: Table, item: Item): Promise<void> => {
  await table.client.putItem({ TableName: table.name, Item: item })
}

const read = async (table: Table, key: Key): Promise<Item | undefined> => {
  const { Item: item } = await table.client.getItem({
    TableName: table.name,
    Key: keyItem(key),
    ConsistentRead: true,
  })
  return item === undefined || item.ended !== undefined ? undefined : item
}

// One of before it was noted when it was checked was checked at its start.
const sessionIn = (item: Item): StaffSession => ({
  user: dataOf(item),
  handle: textAt(item, 'pk').slice(keys.session('').pk.length),
  startedAt: numberAt(item, 'startedAt'),
  seenAt: numberAt(item, 'seenAt'),
  checkedAt: item.checkedAt === undefined ? numberAt(item, 'startedAt') : numberAt(item, 'checkedAt'),
})

const listed = async (table: Table, userId: string, now: number): Promise<readonly StaffSession[]> => {
  const { pk, sk } = keys.sessionOf(userId, '')
  const { Items: pointers = [] } = await table.client.query({
    TableName: table.name,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :open)',
    ExpressionAttributeValues: { ':pk': { S: pk }, ':open': { S: sk } },
    ConsistentRead: true,
  })
  const items = await Promise.all(
    pointers.map((pointer) => read(table, keys.session(textAt(pointer, 'sk').slice(sk.length)))),
  )
  return items
    .flatMap((item) => (item === undefined ? [] : [sessionIn(item)]))
    .filter((session) => session.user.id === userId && stands(session, now))
    .toSorted((a, b) => b.seenAt - a.seenAt)
}

// A session that is ended meanwhile stays ended.
const seen = (table: Table, key: Key, now: number): Promise<void> =>
  unlessGone(table, key, { UpdateExpression: 'SET seenAt = :now', ExpressionAttributeValues: { ':now': number(now) } })

const checked = (table: Table, key: Key, { data = { S: '' } }: Item, now: number): Promise<void> =>
  unlessGone(table, key, {
    UpdateExpression: 'SET checkedAt = :now, #data = :user',
    ExpressionAttributeNames: { '#data': 'data' },
    ExpressionAttributeValues: { ':now': number(now), ':user': data },
  })

const ended = (table: Table, key: Key): Promise<void> =>
  unlessGone(table, key, {
    UpdateExpression: 'SET ended = :yes',
    ExpressionAttributeValues: { ':yes': { BOOL: true } },
  })

const number = (value: number) => ({ N: String(value) })

type Update = Parameters<Table['client']['updateItem']>[0]

const unlessGone = async (
  table: Table,
  key: Key,
  update: Pick<Update, 'UpdateExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'>,
): Promise<void> => {
  await ifHeld(
    table.client.updateItem({
      TableName: table.name,
      Key: keyItem(key),
      ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(ended)',
      ...update,
    }),
  )
}
