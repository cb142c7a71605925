// A team's worklist: each shard of the index is read for one page's worth and the pages are merged, so a page costs a fixed number of reads.
import type { Case } from '#domain/cases/case.ts'
import { addDays } from '#domain/day.ts'
import type { WorklistPage, WorklistQuery } from '#usecases/ports.ts'
import { dataOf, type Item, type Table, textAt } from './client.ts'
import { indexKeys, shards } from './table.ts'

export const worklist = async (table: Table, query: WorklistQuery): Promise<WorklistPage> => {
  const sort = sortOf(query)
  const pages = await Promise.all(partitionsOf(query).map((from) => pageOf(table, query, from, sort)))
  const merged = pages
    .flat()
    .toSorted((a, b) => compare(textAt(a, sort), textAt(b, sort)) * (backwards(query) ? -1 : 1))
  const shown = merged.slice(0, query.size)
  const last = shown.at(-1)
  const cases = shown.map((item) => dataOf<Case>(item))
  return merged.length > query.size && last !== undefined ? { cases, next: textAt(last, sort) } : { cases }
}

// Only a team's whole list is kept in order of receipt too; the others are by due date.
const sortOf = (query: WorklistQuery): 'byCame' | 'byDue' =>
  query.sort.endsWith('received') && query.show !== 'mine' && query.state === undefined ? 'byCame' : 'byDue'

type Partition = { readonly index: string; readonly attribute: string; readonly value: string }

const partitionsOf = (query: WorklistQuery): readonly Partition[] => {
  if (query.show === 'mine') return [{ index: 'mine', attribute: 'mine', value: indexKeys.mine(query.userId) }]
  return query.teams.flatMap((team) => Array.from({ length: shards }, (_, shard) => partition(query, team, shard)))
}

const partition = (query: WorklistQuery, team: string, shard: number): Partition => {
  if (query.state !== undefined)
    return { index: 'state', attribute: 'inState', value: indexKeys.state(team, query.state, shard) }
  return { index: sortOf(query) === 'byCame' ? 'came' : 'work', attribute: 'work', value: indexKeys.work(team, shard) }
}

// The cursor is the sort key of the last case shown: every shard goes on from there.
const pageOf = async (table: Table, query: WorklistQuery, from: Partition, sort: string): Promise<readonly Item[]> => {
  const { low, high } = rangeOf(query)
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

const rangeOf = (query: WorklistQuery): { readonly low: string; readonly high: string } => {
  const byDue = sortOf(query) === 'byDue'
  const last = query.show === 'overdue' ? query.today : query.show === 'due' ? addDays(query.today, 8) : '~'
  const first = query.show === 'due' ? query.today : ' '
  const low = byDue ? first : ' '
  const high = byDue ? last : '~'
  if (query.cursor === undefined) return { low, high }
  return backwards(query) ? { low, high: before(query.cursor) } : { low: `${query.cursor} `, high }
}

const backwards = (query: WorklistQuery): boolean => query.sort.startsWith('-')

// Just below a sort key: its last character one lower.
const before = (key: string): string => key.slice(0, -1) + String.fromCharCode(key.charCodeAt(key.length - 1) - 1) + '~'

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
