// Texts that did not arrive: each shard of a service's part of the index by time is read for one page, newest first, and the pages are merged.
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import type { ListedCase } from '#domain/cases/case.ts'
import type { Result } from '#domain/result.ts'
import type { Chased, UndeliveredPage, UndeliveredStore } from '#usecases/ports/staff.ts'
import { batchOf } from '../batch.ts'
import { dataOf, type Item, itemOf, keyItem, type SealedTable, type Table, textAt } from '../client.ts'
import { putAtVersion, putNew } from '../conditions.ts'
import { indexKeys, keys, shards } from '../table.ts'
import { textFrom, textItem } from '../texts/outbox.ts'
import { textPuts } from '../texts/text-puts.ts'
import { because, written } from '../transact.ts'
import { notePut } from './case-notes.ts'

export const undeliveredStore = (table: SealedTable): UndeliveredStore => ({
  page: (query) => page(table, query),
  cases: (references) => casesOf(table, references),
  chase: (chased) => chase(table, chased),
})

type Query = Parameters<UndeliveredStore['page']>[0]

const page = async (table: Table, query: Query): Promise<UndeliveredPage> => {
  const partitions = query.services.flatMap((service) =>
    Array.from({ length: shards }, (_, shard) => indexKeys.undelivered(service, shard)),
  )
  const found = await Promise.all(partitions.map((partition) => newest(table, partition, query)))
  const merged = found.flat().toSorted((a, b) => (textAt(a, 'dueAt') > textAt(b, 'dueAt') ? -1 : 1))
  const shown = merged.slice(0, query.size)
  const last = shown.at(-1)
  const texts = shown.map(textFrom)
  return merged.length > query.size && last !== undefined ? { texts, next: textAt(last, 'dueAt') } : { texts }
}

// One more than a page, to know whether there is another. The cursor is the sort key of the last one shown.
const newest = async (table: Table, partition: string, { size, cursor }: Query): Promise<readonly Item[]> => {
  const { Items: items = [] } = await table.client.query({
    TableName: table.name,
    IndexName: 'due',
    KeyConditionExpression: cursor === undefined ? '#due = :partition' : '#due = :partition AND dueAt < :cursor',
    ExpressionAttributeNames: { '#due': 'due' },
    ExpressionAttributeValues: {
      ':partition': { S: partition },
      ...(cursor === undefined ? {} : { ':cursor': { S: cursor } }),
    },
    ScanIndexForward: false,
    Limit: size + 1,
  })
  return items
}

const casesOf = async (table: Table, references: readonly string[]): Promise<readonly ListedCase[]> => {
  const wanted = [...new Set(references)].map((reference) => keyItem(keys.case(reference)))
  return (await batchOf(table, wanted)).map((item) => dataOf<ListedCase>(item))
}

const chase = async (table: SealedTable, chased: Chased): Promise<Result<null, 'changed-elsewhere'>> =>
  written(
    table,
    because('changed-elsewhere', await itemsOf(table, chased)),
    chased.entry.id,
    'what was done was stored',
  )

const itemsOf = async (
  table: SealedTable,
  { subject, before, after, fresh, note, entry }: Chased,
): Promise<readonly TransactWriteItem[]> => {
  const { reference } = subject
  const { id, reference: _case, ...told } = entry
  return [
    putAtVersion(table.name, textItem(after), before.version),
    ...textPuts(table.name, fresh === undefined ? [] : [fresh], reference),
    ...(note === undefined ? [] : [await notePut(table, note.on, note.said)]),
    putNew(table.audit, itemOf(keys.audit(keys.case(reference).pk, id), told)),
  ]
}
