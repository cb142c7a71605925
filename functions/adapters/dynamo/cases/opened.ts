// A case with all that belongs to it: whole, or as a page opens it, with the last of a long history.
import type { CaseEvent, Note } from '#domain/cases/case.ts'
import { historyIn } from '#domain/cases/desk/hands.ts'
import type { Task } from '#domain/cases/task.ts'
import type { Seal } from '#usecases/ports/seals.ts'
import type { OpenedCase, StoredFile, WholeCase } from '#usecases/ports/stores.ts'
import { batchOf } from '../batch.ts'
import { type Item, keyItem, type SealedTable, type Table, textAt } from '../client.ts'
import { keys, underCase as prefix } from '../table.ts'
import { textFrom } from '../texts/outbox.ts'
import { caseFrom, unsealed } from './case-items.ts'
import { handsFrom } from './hands-item.ts'

// Its partition, and one batch for its texts.
export const whole = async (table: SealedTable, reference: string): Promise<WholeCase | undefined> => {
  const items = await partition(table, keys.case(reference).pk)
  return wholeFrom(table, items, await textItemsOf(table, items))
}

/**
 * An ordinary case is one query, as a whole one is. Of a long history a query from its end finds all
 * else, and one batch has the case, its last events and its texts.
 */
export const opened = async (table: SealedTable, reference: string): Promise<OpenedCase | undefined> => {
  const { items, next } = await fromTheEnd(table, keys.case(reference).pk)
  const short = next === undefined ? undefined : await lastOf(table, reference, items)
  if (short !== undefined) return short
  const rest = next === undefined ? [] : await partition(table, keys.case(reference).pk, { from: next, last: true })
  const all = [...items, ...rest].toReversed()
  const found = await wholeFrom(table, all, await textItemsOf(table, all))
  if (found === undefined) return undefined
  const { events, ...parts } = found
  return { ...parts, ...historyIn(events) }
}

/** The two items of a case, among others. */
export const caseIn = async (table: SealedTable, items: readonly Item[]) => {
  const [listed, record] = ['CASE', 'RECORD'].map((sk) => items.find((item) => textAt(item, 'sk') === sk))
  return listed === undefined || record === undefined ? undefined : caseFrom(table, listed, record)
}

// Most cases have fewer items than that.
const mostItems = 60

// Newest keys first: texts, tasks, notes, files, and as much of the history as fits.
const fromTheEnd = async (
  table: Table,
  pk: string,
  before: readonly Item[] = [],
  from?: Item,
): Promise<{ readonly items: readonly Item[]; readonly next: Item | undefined }> => {
  const { Items = [], LastEvaluatedKey: next } = await asked(table, pk, { from, last: true, most: mostItems })
  const items = [...before, ...Items]
  return next === undefined || isHistory(next) ? { items, next } : fromTheEnd(table, pk, items, next)
}

const isHistory = (item: Item): boolean => textAt(item, 'sk').startsWith(prefix.event)

// Undefined where the item of hands does not tell of all that happened: the whole history is read then.
const lastOf = async (
  table: SealedTable,
  reference: string,
  items: readonly Item[],
): Promise<OpenedCase | undefined> => {
  const item = items.find((one) => textAt(one, 'sk') === keys.hands(reference).sk)
  if (item === undefined) return undefined
  const { told, hands, lastIds } = handsFrom(item)
  const wanted = [keys.case(reference), ...lastIds.map((id) => keys.event(reference, id))].map(keyItem)
  const apart = items.filter((one) => !isHistory(one))
  const found = await batchOf(table, [...wanted, ...textKeysOf(apart.toReversed())])
  const isText = (one: Item) => textAt(one, 'sk') === keys.text('').sk
  const ofCase = [...found.filter((one) => !isText(one)), ...apart.toReversed()]
  const opens = await wholeFrom(table, ofCase, found.filter(isText))
  if (opens === undefined || !isLastOf(opens, told)) return undefined
  const { events, ...parts } = opens
  return { ...parts, lately: events, earlier: (events[0]?.version ?? 1) > 1, hands }
}

// One after the other, to the case as it is.
const isLastOf = ({ subject, events }: WholeCase, told: number): boolean =>
  told === subject.version &&
  events.length > 0 &&
  events.every(({ version }, at) => version === subject.version - events.length + 1 + at)

// `items`: of its partition, in order; `texts`: those that they point to.
const wholeFrom = async (
  table: SealedTable,
  items: readonly Item[],
  texts: readonly Item[],
): Promise<WholeCase | undefined> => {
  const found = await caseIn(table, items)
  if (found === undefined) return undefined
  const { subject, seal } = found
  return { subject, ...partsOf(items, seal), texts: texts.map(textFrom).toSorted((a, b) => a.madeAt - b.madeAt) }
}

const partsOf = (items: readonly Item[], seal: Seal | undefined) => {
  const under = <T>(start: string): readonly T[] =>
    items.filter((item) => textAt(item, 'sk').startsWith(start)).map((item) => unsealed<T>(item, seal))
  return {
    events: under<CaseEvent>(prefix.event).toSorted((a, b) => a.version - b.version),
    notes: under<Note>(prefix.note).toSorted((a, b) => a.at - b.at),
    files: under<StoredFile>(prefix.file),
    tasks: under<Task>(prefix.task).toSorted((a, b) => a.at - b.at),
  }
}

type Asking = { readonly from?: Item | undefined; readonly last?: boolean; readonly most?: number }

const asked = (table: Table, pk: string, { from, last = false, most }: Asking) =>
  table.client.query({
    TableName: table.name,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': { S: pk } },
    ConsistentRead: true,
    ...(last ? { ScanIndexForward: false } : {}),
    ...(most === undefined ? {} : { Limit: most }),
    ...(from === undefined ? {} : { ExclusiveStartKey: from }),
  })

// A Query gives 1 MB at a time (DynamoDB, Query).
export const partition = async (table: Table, pk: string, asking: Asking = {}): Promise<readonly Item[]> => {
  const { Items: items = [], LastEvaluatedKey: next } = await asked(table, pk, asking)
  return next === undefined ? items : [...items, ...(await partition(table, pk, { ...asking, from: next }))]
}

const textItemsOf = (table: Table, items: readonly Item[]): Promise<readonly Item[]> =>
  batchOf(table, textKeysOf(items))

const textKeysOf = (items: readonly Item[]): readonly Item[] =>
  items
    .map((item) => textAt(item, 'sk'))
    .filter((sk) => sk.startsWith(prefix.text))
    .slice(-50)
    .map((sk) => keyItem(keys.text(sk.slice(prefix.text.length))))
