// Secret addresses of calendars: each under the hash of its secret, and under whose it is.
import type { ListedCase } from '#domain/cases/case.ts'
import type { Feed, FeedStore } from '#usecases/ports/timetables.ts'
import { auditPut } from '../audit-entry.ts'
import { batchOf } from '../batch.ts'
import { dataOf, itemOf, keyItem, type Table } from '../client.ts'
import { allUnder } from '../every.ts'
import { timeToLive } from '../schema.ts'
import { keys } from '../table.ts'
import { because, written } from '../transact.ts'
import { bookedOver } from './overview.ts'

export const calendarStore = (table: Table, token: () => string): FeedStore => ({
  get: async (id) => {
    const { Item: item } = await table.client.getItem({ TableName: table.name, Key: keyItem(keys.feed(id)) })
    return item === undefined ? undefined : dataOf<Feed>(item)
  },
  of: async (user) => (await allUnder(table, table.name, keys.feedOf(user, '').pk)).map((item) => dataOf<Feed>(item)),
  make: async (feed, entry) => {
    const ends = { [timeToLive]: { N: String(Math.ceil(Date.parse(feed.until) / 1000) + 2 * 86_400) } }
    const puts = bothOf(feed).map((key) => ({
      Put: { TableName: table.name, Item: { ...itemOf(key, feed), ...ends } },
    }))
    await written(table, because('there', [...puts, { Put: auditPut(table, entry) }]), token(), 'the calendar was made')
  },
  end: async (feed, entry) => {
    const deletes = bothOf(feed).map((key) => ({ Delete: { TableName: table.name, Key: keyItem(key) } }))
    await written(
      table,
      because('gone', [...deletes, { Put: auditPut(table, entry) }]),
      token(),
      'the calendar was ended',
    )
  },
  booked: async (member, days) => {
    const claims = (await bookedOver(table, days)).filter(({ claimant }) => claimant === member)
    const references = [...new Set(claims.map(({ reference }) => reference))]
    const items = await batchOf(
      table,
      references.map((reference) => keyItem(keys.case(reference))),
    )
    return items.map((item) => dataOf<ListedCase>(item)).toSorted((a, b) => startOf(a) - startOf(b))
  },
})

const startOf = ({ appointment }: ListedCase): number => appointment?.startsAt ?? 0

const bothOf = ({ id, by }: Feed) => [keys.feed(id), keys.feedOf(by, id)]
