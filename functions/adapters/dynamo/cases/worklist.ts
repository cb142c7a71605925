// A worklist: each of its partitions, one a team or state, is read for one page's worth and the pages are merged, so a page costs a fixed
// number of reads. Where so much is left out that a page does not fill, it is read on in larger steps, a few times at most.
import type { QueryInput } from '@aws-sdk/client-dynamodb'
import type { ListedCase } from '#domain/cases/case.ts'
import type { Lane, LaneQuery, WorklistPage, WorklistQuery } from '#usecases/ports/staff.ts'
import { dataOf, type Item, type Table, textAt } from '../client.ts'
import { type Partition, standingIn } from '../older-shards.ts'
import { indexKeys } from '../table.ts'

const mostRounds = 4
// Of each partition, where a page did not fill by what was read first.
const furtherSize = 100

export const worklist = async (table: Table, query: WorklistQuery): Promise<WorklistPage> => {
  let found: readonly Placed[] = []
  let ahead: Lane | undefined
  let at = query.cursor
  for (let rounds = mostRounds; rounds > 0; rounds -= 1) {
    const limit = rounds === mostRounds ? (query.ahead ?? query.size + 1) : furtherSize
    const read = await merged(table, { ...query, ...(at === undefined ? {} : { cursor: at }) }, limit)
    ahead ??= query.ahead === undefined ? undefined : laneOf(read.pages, limit)
    found = [...found, ...read.placed.filter(({ subject }) => query.keep?.(subject) ?? true)]
    at = read.readTo
    if (at === undefined || found.length > query.size) break
  }
  const shown = found.slice(0, query.size)
  const next = found.length > query.size ? shown.at(-1)?.key : at
  const cases = shown.map(({ subject }) => subject)
  return { cases, ...(next === undefined ? {} : { next }), ...(ahead === undefined ? {} : { ahead }) }
}

export const lane = async (table: Table, { most, ...query }: LaneQuery): Promise<Lane> => {
  const pages = await pagesOf(table, { ...query, sort: 'due', size: most }, most)
  return laneOf(pages, most)
}

// `upTo`: whoever stands before it was read, of every partition.
const laneOf = (pages: readonly (readonly Item[])[], limit: number): Lane => {
  const ends = pages.flatMap((page) => (page.length < limit ? [] : [keyAt(page.at(-1), 'byDue').slice(0, 10)]))
  const [upTo] = ends.toSorted(compare)
  return {
    cases: pages.flat().map((item) => dataOf<ListedCase>(item)),
    ...(upTo === undefined ? {} : { upTo }),
  }
}

type Placed = { readonly key: string; readonly subject: ListedCase }

// In their order, as far as every partition was read; `readTo`: that key, where there is more.
const merged = async (table: Table, query: WorklistQuery, limit: number) => {
  const sort = sortOf(query)
  const way = backwards(query) ? -1 : 1
  const pages = await pagesOf(table, query, limit)
  const ends = pages.flatMap((page) => (page.length < limit ? [] : [keyAt(page.at(-1), sort)]))
  const readTo = ends.toSorted((a, b) => compare(a, b) * way)[0]
  const placed = pages
    .flat()
    .map((item) => ({ key: textAt(item, sort), subject: dataOf<ListedCase>(item) }))
    .filter(({ key }) => readTo === undefined || compare(key, readTo) * way <= 0)
    .toSorted((a, b) => compare(a.key, b.key) * way)
  return { placed, readTo, pages }
}

const keyAt = (item: Item | undefined, sort: string): string => (item === undefined ? '' : textAt(item, sort))

const pagesOf = async (table: Table, query: WorklistQuery, limit: number): Promise<readonly (readonly Item[])[]> => {
  const partitions = await partitionsOf(table, query)
  return Promise.all(partitions.map((from) => pageOf(table, query, from, limit)))
}

// Only a team's open cases are kept in order of receipt too.
const sortOf = ({ of, due, sort }: WorklistQuery): 'byCame' | 'byDue' | 'dueAt' => {
  if (of.is === 'night' || of.is === 'agreed') return 'dueAt'
  return sort.endsWith('received') && of.is === 'open' && due === undefined ? 'byCame' : 'byDue'
}

const partitionsOf = async (table: Table, query: WorklistQuery): Promise<readonly Partition[]> => {
  const { of } = query
  switch (of.is) {
    case 'mine':
      return [{ index: 'mine', attribute: 'mine', value: indexKeys.mine(of.userId) }]
    case 'agreed':
      return [{ index: 'due', attribute: 'due', value: indexKeys.agreed() }]
    case 'closed':
      return of.teams.map((team) => ({ index: 'mine', attribute: 'mine', value: indexKeys.closed(team) }))
    default: {
      const places = shardedOf(query)
      return (await Promise.all(places.map((place) => standingIn(table, place)))).flat()
    }
  }
}

// What releases of before kept in shards.
const shardedOf = (query: WorklistQuery): readonly ((shard: number) => Partition)[] => {
  const { of } = query
  switch (of.is) {
    case 'nobodys':
      return of.teams.map((team) => (shard) => ({
        index: 'mine',
        attribute: 'mine',
        value: indexKeys.nobodys(team, shard),
      }))
    case 'open': {
      const index = sortOf(query) === 'byCame' ? 'came' : 'work'
      return of.teams.map((team) => (shard) => ({ index, attribute: 'work', value: indexKeys.work(team, shard) }))
    }
    case 'night':
      return [(shard) => ({ index: 'due', attribute: 'due', value: indexKeys.night(of.team, shard) })]
    case 'states':
      return of.states.map(({ team, state }) => (shard) => ({
        index: 'state',
        attribute: 'inState',
        value: indexKeys.state(team, state, shard),
      }))
    default:
      return []
  }
}

// The cursor is the sort key of the last case shown: every partition goes on from there.
const pageOf = async (table: Table, query: WorklistQuery, from: Partition, limit: number): Promise<readonly Item[]> => {
  const sort = sortOf(query)
  const { low, high } = rangeOf(query)
  if (low > high) return []
  const asked = {
    TableName: table.name,
    IndexName: from.index,
    KeyConditionExpression: '#pk = :pk AND #sort BETWEEN :low AND :high',
    ExpressionAttributeNames: { '#pk': from.attribute, '#sort': sort },
    ExpressionAttributeValues: { ':pk': { S: from.value }, ':low': { S: low }, ':high': { S: high } },
    ScanIndexForward: !backwards(query),
  }
  return upTo(table, asked, limit)
}

// A Query gives 1 MB at a time: what it had no room for is asked for again, so that fewer than were wanted means that there are no more.
const upTo = async (table: Table, asked: QueryInput, limit: number): Promise<readonly Item[]> => {
  const { Items: items = [], LastEvaluatedKey: next } = await table.client.query({ ...asked, Limit: limit })
  if (next === undefined || items.length >= limit) return items
  return [...items, ...(await upTo(table, { ...asked, ExclusiveStartKey: next }, limit - items.length))]
}

// A day alone sorts before every key of that day.
const rangeOf = ({ due, cursor, sort }: WorklistQuery): { readonly low: string; readonly high: string } => {
  const [low, high] = [due?.from ?? ' ', due?.before ?? '~']
  if (cursor === undefined) return { low, high }
  return sort.startsWith('-')
    ? { low, high: earlierOf(below(cursor), high) }
    : { low: laterOf(`${cursor} `, low), high }
}

const backwards = (query: WorklistQuery): boolean => query.sort.startsWith('-')

// Just below a sort key: its last character one lower.
const below = (key: string): string => `${key.slice(0, -1)}${String.fromCharCode(key.charCodeAt(key.length - 1) - 1)}~`

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const earlierOf = (a: string, b: string): string => (a < b ? a : b)
const laterOf = (a: string, b: string): string => (a > b ? a : b)
