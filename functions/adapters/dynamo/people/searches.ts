// What somebody looked for last, beside their session: a page further, and the way back from a case, need no second search.
import type { LastSearch, Searches } from '#usecases/ports/people.ts'
import type { Keys } from '#usecases/ports/stores.ts'
import { keyItem, plainItem, type Table } from '../client.ts'
import { timeToLive } from '../schema.ts'
import { type Key, keys } from '../table.ts'
import { unveiled, veiled } from './veil.ts'

const longestMs = 10 * 60 * 60_000

export const searchStore = (table: Table, hashes: Keys): Searches => {
  const keyFor = (sessionId: string): Key => keys.search(hashes.hash('staff-session', sessionId))
  return {
    keep: async (sessionId, search, now) => {
      const key = keyFor(sessionId)
      const plain = { veiled: veiled(hashes, key.pk, search), [timeToLive]: Math.ceil((now + longestMs) / 1000) }
      await table.client.putItem({ TableName: table.name, Item: { ...keyItem(key), ...plainItem(plain) } })
    },
    last: async (sessionId) => {
      const key = keyFor(sessionId)
      const { Item: item } = await table.client.getItem({
        TableName: table.name,
        Key: keyItem(key),
        ConsistentRead: true,
      })
      const text = item?.veiled?.S
      return text === undefined ? undefined : unveiled<LastSearch>(hashes, key.pk, text)
    },
  }
}
