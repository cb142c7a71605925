// The feed of events: the events of cases themselves, by an index. One that was erased with its case is in neither.
import type { CaseEvent } from '#domain/cases/case.ts'
import type { EventFeed, FeedEntry, FeedPlace } from '#usecases/ports/sharing/feed.ts'
import { dataOf, type Item, type Table, textAt } from '../client.ts'
import { keys } from '../table.ts'
import { feedKey, feedShards, instantIn } from './sharing-keys.ts'

export const feedStore = (table: Table): EventFeed => ({ read: (given) => read(table, given) })

type Asked = Parameters<EventFeed['read']>[0]

const read = async (table: Table, asked: Asked) => {
  const pages = await Promise.all(feedShards.map((shard) => ofShard(table, asked, shard)))
  const all = pages
    .flatMap((items, at) => items.map((item) => ({ shard: feedShards[at] ?? 0, key: textAt(item, 'dueAt'), item })))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
  const given = all.slice(0, asked.size)
  const place: Record<string, string> = { ...asked.place }
  for (const { shard, key } of given) place[shard] = key
  return { entries: given.map(({ item }) => entryIn(item)), place, more: all.length > asked.size }
}

// One more than a page, to know whether there is another.
const ofShard = async (table: Table, { place, from, until, size }: Asked, shard: number): Promise<readonly Item[]> => {
  const low = lowOf(place, shard, from)
  const high = instantIn(until)
  if (low >= high) return []
  const { Items: items = [] } = await table.client.query({
    ...{ TableName: table.name, IndexName: 'due', Limit: size + 1 },
    KeyConditionExpression: '#due = :due AND dueAt BETWEEN :low AND :high',
    ExpressionAttributeNames: { '#due': 'due' },
    ExpressionAttributeValues: { ':due': { S: feedKey(shard) }, ':low': { S: low }, ':high': { S: high } },
  })
  return items
}

// Behind the last one that was read; a key ends in letters and digits, before which a space sorts.
const lowOf = (place: FeedPlace, shard: number, from: number): string => {
  const [first, last] = [instantIn(from), place[shard]]
  return last === undefined || last < first ? first : `${last} `
}

const entryIn = (item: Item): FeedEntry => {
  const { id, version, at } = dataOf<Pick<CaseEvent, 'id' | 'version' | 'at'>>(item)
  return { id, version, at, reference: textAt(item, 'pk').slice(keys.case('').pk.length) }
}
