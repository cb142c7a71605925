// A worklist: each shard of an index is read for one page's worth and the pages are merged, so a page costs a fixed number of reads.
import type { ListedCase } from '#domain/cases/case.ts'
import type { WorklistPage, WorklistQuery } from '#usecases/ports/staff.ts'
import { dataOf, type Item, type Table, textAt } from '../client.ts'
import { indexKeys, shards } from '../table.ts'

export const worklist = async (table: Table, query: WorklistQuery): Promise<WorklistPage> => {
  const sort = sortOf(query)
  const pages = await Promise.all(partitionsOf(query).map((from) => pageOf(table, query, from, sort)))
  const merged = pages
    .flat()
    .toSorted((a, b) => compare(textAt(a, sort), textAt(b, sort)) * (backwards(query) ? -1 : 1))
  const shown = merged.slice(0, query.size)
  const last = shown.at(-1)
  const cases = shown.map((item) => dataOf<ListedCase>(item))
  return merged.length > query.size && last !== undefined ? { cases, next: textAt(last, sort) } : { cases }
}

// Only a team's open cases are kept in order of receipt too.
const sortOf = ({ of, due, sort }: WorklistQuery): 'byCame' | 'byDue' | 'dueAt' => {
  if (of.is === 'night') return 'dueAt'
  return sort.endsWith('received') && of.is === 'open' && due === undefined ? 'byCame' : 'byDue'
}

type Partition = { readonly index: string; readonly attribute: string; readonly value: string }

const partitionsOf = (query: WorklistQuery): readonly Partition[] => {
  const { of } = query
  switch (of.is) {
    case 'mine':
      return [{ index: 'mine', attribute: 'mine', value: indexKeys.mine(of.userId) }]
    case 'open': {
      const index = sortOf(query) === 'byCame' ? 'came' : 'work'
      return of.teams.flatMap((team) =>
        eachShard((shard) => ({ index, attribute: 'work', value: indexKeys.work(team, shard) })),
      )
    }
    case 'night':
      return eachShard((shard) => ({ index: 'due', attribute: 'due', value: indexKeys.night(of.team, shard) }))
    case 'states':
      return of.states.flatMap(({ team, state }) =>
        eachShard((shard) => ({ index: 'state', attribute: 'inState', value: indexKeys.state(team, state, shard) })),
      )
  }
}

const eachShard = (partition: (shard: number) => Partition): readonly Partition[] =>
  Array.from({ length: shards }, (_, shard) => partition(shard))

// The cursor is the sort key of the last case shown: every shard goes on from there.
const pageOf = async (table: Table, query: WorklistQuery, from: Partition, sort: string): Promise<readonly Item[]> => {
  const { low, high } = rangeOf(query)
  if (low > high) return []
  const { Items: items = [] } = await table.client.query({
    TableName: table.name,
    IndexName: from.index,
    KeyConditionExpression: '#pk = :pk AND #sort BETWEEN :low AND :high',
    ExpressionAttributeNames: { '#pk': from.attribute, '#sort': sort },
    ExpressionAttributeValues: { ':pk': { S: from.value }, ':low': { S: low }, ':high': { S: high } },
    ScanIndexForward: !backwards(query),
    Limit: query.size + 1,
  })
  return items
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
