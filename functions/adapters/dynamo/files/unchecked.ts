// Files whose check has not ended: each stands in the index by time until its verdict is written, as a draft's and, once it was sent, as a
// case's. Nothing else needs to be kept true about them.
import type { StoredFile } from '#usecases/ports/stores.ts'
import { dataOf, type Table, textAt } from '../client.ts'
import { everyPage } from '../every.ts'
import { standingIn } from '../older-shards.ts'
import { indexKeys, listShard, shardOf, shards } from '../table.ts'

type Of = 'draft' | 'case'

// What a file's item carries for it.
export const uncheckedAs = (of: Of, about: string, { id, at, verdict }: StoredFile) =>
  verdict === 'checking'
    ? {
        about,
        due: indexKeys.unchecked(of, of === 'case' ? listShard : shardOf(id)),
        dueAt: `${new Date(at).toISOString()}#${id}`,
      }
    : {}

export async function* uncheckedOfDrafts(table: Table, before: number) {
  for (let shard = 0; shard < shards; shard += 1)
    for await (const items of everyPage(table, waitingIn(table, indexKeys.unchecked('draft', shard), before)))
      yield* items.map((item) => ({ draftId: textAt(item, 'about'), file: dataOf<StoredFile>(item) }))
}

// So many files wait at once only while the scanner is down, and then an alarm has rung.
const most = 500

// References of their cases.
export const uncheckedOfCases = async (table: Table, before: number): Promise<ReadonlySet<string>> => {
  const places = await standingIn(table, (shard) => ({
    index: 'due',
    attribute: 'due',
    value: indexKeys.unchecked('case', shard),
  }))
  const pages = await Promise.all(
    places.map(({ value }) => table.client.query({ ...waitingIn(table, value, before), Limit: most })),
  )
  return new Set(pages.flatMap(({ Items: items = [] }) => items.map((item) => textAt(item, 'about'))))
}

const waitingIn = (table: Table, value: string, before: number) => ({
  TableName: table.name,
  IndexName: 'due',
  KeyConditionExpression: '#due = :shard AND dueAt < :before',
  ExpressionAttributeNames: { '#due': 'due' },
  ExpressionAttributeValues: {
    ':shard': { S: value },
    ':before': { S: new Date(before).toISOString() },
  },
})
