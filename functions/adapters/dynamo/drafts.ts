// Drafts: one item each. A page's typed values are one string in a map, so a save writes that page and nothing else.
import type { PutItemInput, UpdateItemInput } from '@aws-sdk/client-dynamodb'
import type { Change, Draft } from '#domain/forms/draft.ts'
import { changed } from '#domain/forms/draft.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { Text } from '#domain/texts/text.ts'
import type { DraftStore, Keys, SaveProblem } from '#usecases/ports.ts'
import { dataOf, type Item, keyItem, numberAt, type Table, textAt } from './client.ts'
import { countUp } from './counted.ts'
import { putOnce } from './put-once.ts'
import { keys, timeToLive } from './table.ts'
import { textPuts } from './text-puts.ts'
import { transact } from './transact.ts'
import { isConditionFailed } from './wire.ts'

type Fixed = Omit<Draft, 'pages' | 'items' | 'version' | 'status' | 'touchedAt' | 'expiresAt' | 'caseReference'>

export const draftStore = (table: Table, hashes: Keys): DraftStore => ({
  start: (draft) => putOnce(table.client, table.name, draftItem(draft)),
  get: async (id) => {
    const { Item: item } = await table.client.getItem({
      TableName: table.name,
      Key: keyItem(keys.draft(id)),
      ConsistentRead: true,
    })
    return item === undefined ? undefined : draftFrom(item)
  },
  save: (draft, change, now) => saved(table, draft, change, now),
  setPhone: async (draft, phone, texts) => {
    const hash = hashes.hash('phone', phone)
    const done = await tied(table, hash, { ...draft, phone }, texts)
    // Over the limit, or changed elsewhere: saving needs no text, and tells which it was.
    return done.ok || texts.length === 0 ? done : tied(table, hash, { ...draft, phone }, [])
  },
})

// Texts that one number gets a day because somebody saved to it: anybody may type anybody's number.
const limit = { what: 'saved', period: 'day', most: 5 } as const

// The draft at its next version, and the way from the phone to it.
const tied = async (
  table: Table,
  phoneHash: string,
  draft: Draft,
  texts: readonly Text[],
): Promise<Result<Draft, SaveProblem>> => {
  const after: Draft = { ...draft, version: draft.version + 1 }
  const found = keyItem(keys.found(phoneHash, 'DRAFT', draft.id))
  const items = [
    { Put: { TableName: table.name, Item: draftItem(after), ...unchanged(draft) } },
    { Put: { TableName: table.name, Item: { ...found, [timeToLive]: { N: seconds(draft.expiresAt) } } } },
    ...texts.map(({ madeAt }) => countUp(table, { ...limit, hash: phoneHash, now: madeAt })),
    ...textPuts(table.name, texts),
  ]
  const done = await transact(table, items, `phone${texts.length}-${draft.id.slice(0, 20)}-${draft.version}`)
  return done.ok ? ok(after) : no('changed-elsewhere')
}

export const draftItem = (draft: Draft): Item => {
  const { pages, items, version, status, touchedAt, expiresAt, caseReference, ...fixed } = draft
  return {
    ...keyItem(keys.draft(draft.id)),
    version: { N: String(version) },
    status: { S: status },
    touchedAt: { N: String(touchedAt) },
    expiresAt: { N: String(expiresAt) },
    // Once sent it stays with its case: a draft sent twice is known by it for ever.
    ...(status === 'submitted' ? {} : { [timeToLive]: { N: seconds(expiresAt) } }),
    pages: { M: Object.fromEntries(Object.entries(pages).map(([key, typed]) => [key, { S: JSON.stringify(typed) }])) },
    items: { S: JSON.stringify(items) },
    data: { S: JSON.stringify(fixed) },
    ...(caseReference === undefined ? {} : { caseReference: { S: caseReference } }),
  }
}

export const draftFrom = (item: Item): Draft => ({
  ...dataOf<Fixed>(item),
  version: numberAt(item, 'version'),
  status: textAt(item, 'status') === 'submitted' ? 'submitted' : 'draft',
  touchedAt: numberAt(item, 'touchedAt'),
  expiresAt: numberAt(item, 'expiresAt'),
  pages: Object.fromEntries(
    Object.entries(item.pages?.M ?? {}).map(([key, value]) => [key, JSON.parse(value.S ?? '{}')]),
  ),
  items: JSON.parse(textAt(item, 'items') || '{}'),
  ...(item.caseReference?.S === undefined ? {} : { caseReference: item.caseReference.S }),
})

// "Still a draft, at the version that was read": goes with every write of a draft.
export const unchanged = (draft: Draft) => ({
  ConditionExpression: '#status = :draft AND #version = :seen',
  ExpressionAttributeNames: { '#status': 'status', '#version': 'version' },
  ExpressionAttributeValues: { ':draft': { S: 'draft' }, ':seen': { N: String(draft.version) } },
})

const saved = async (table: Table, draft: Draft, change: Change, now: number): Promise<Result<Draft, SaveProblem>> => {
  const after = changed(draft, change, now)
  try {
    if (change.is === 'page') await table.client.updateItem(pageUpdate(table, draft, change, now))
    else await table.client.putItem(wholePut(table, draft, after))
    return ok(after)
  } catch (error) {
    if (isConditionFailed(error)) return no(problemFrom(error.Item))
    throw error
  }
}

const pageUpdate = (
  table: Table,
  draft: Draft,
  change: Extract<Change, { is: 'page' }>,
  now: number,
): UpdateItemInput => {
  const { ConditionExpression, ExpressionAttributeNames, ExpressionAttributeValues } = unchanged(draft)
  return {
    TableName: table.name,
    Key: keyItem(keys.draft(draft.id)),
    UpdateExpression: 'SET pages.#page = :typed, #version = :next, touchedAt = :now',
    ConditionExpression,
    ExpressionAttributeNames: { ...ExpressionAttributeNames, '#page': change.key },
    ExpressionAttributeValues: {
      ...ExpressionAttributeValues,
      ':typed': { S: JSON.stringify(change.typed) },
      ':next': { N: String(draft.version + 1) },
      ':now': { N: String(now) },
    },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  }
}

const wholePut = (table: Table, draft: Draft, after: Draft): PutItemInput => ({
  TableName: table.name,
  Item: draftItem(after),
  ...unchanged(draft),
  ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
})

const problemFrom = (item: Item | undefined): SaveProblem => {
  if (item === undefined) return 'gone'
  return textAt(item, 'status') === 'submitted' ? 'submitted' : 'changed-elsewhere'
}

const seconds = (ms: number): string => String(Math.ceil(ms / 1000))
