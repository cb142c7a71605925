// The outbox: texts as rows, moved on by conditional writes, found by a sparse index while they are due.
import { randomUUID } from 'node:crypto'
import type { PutItemInput, TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { no, ok, type Result } from '#domain/result.ts'
import type { Text } from '#domain/texts/text.ts'
import { isUndelivered, undeliveredSince } from '#domain/texts/undelivered.ts'
import type { OutboxStore } from '#usecases/ports/texts.ts'
import { dataOf, type Item, itemOf, keyItem, type Table, textAt } from '../client.ts'
import { putAtVersion } from '../conditions.ts'
import { isConditionFailed } from '../db.ts'
import { indexKeys, keys, shardOf, shards } from '../table.ts'
import { because, transact } from '../transact.ts'
import { begin, spent } from './text-spending.ts'

export const outboxStore = (table: Table): OutboxStore => ({
  put: async (texts) => {
    for (const text of texts) await table.client.putItem({ TableName: table.name, Item: textItem(text) })
  },
  get: (id) => textOf(table, id),
  due: (now, most) => dueIds(table, 'due', now, most),
  stuck: (now, most) => dueIds(table, 'sending', now, most),
  move: (before, after) => move(table, before, after),
  begin: (before, after, given) => begin(table, putWhere(table, before, after), after, given),
  spent: (month) => spent(table, month),
  byMessageId: async (messageId) => {
    const { Item: item } = await table.client.getItem({
      TableName: table.name,
      Key: keyItem(keys.message(messageId)),
      ConsistentRead: true,
    })
    return item === undefined ? undefined : textOf(table, dataOf<{ readonly textId: string }>(item).textId)
  },
})

// A text that somebody must still act on stands in the index at the time when they must.
export const textItem = (text: Text): Item =>
  itemOf(keys.text(text.id), text, { version: text.version, about: text.about, state: text.state, ...waiting(text) })

// Not sent after all, where it still waits as it was read.
export const cancelledText = (tableName: string, text: Text): TransactWriteItem =>
  putAtVersion(tableName, textItem({ ...text, state: 'cancelled', version: text.version + 1 }), text.version)

export const textFrom = (item: Item): Text => dataOf<Text>(item)

const waiting = (text: Text): Readonly<Record<string, string>> => {
  if (text.state === 'due') return { due: indexKeys.due('due', shardOf(text.id)), dueAt: instant(text.dueAt) }
  // A text that was sent waits for its receipt, and is looked at again if none comes.
  const waits = text.state === 'sent' && text.leaseUntil !== undefined
  if (text.state === 'sending' || text.state === 'uncertain' || waits)
    return { due: indexKeys.due('sending', shardOf(text.id)), dueAt: instant(text.leaseUntil ?? text.dueAt) }
  if (isUndelivered(text))
    return {
      due: indexKeys.undelivered(text.service, shardOf(text.id)),
      dueAt: `${instant(undeliveredSince(text))}#${text.id}`,
    }
  return {}
}

// Instants sort as text.
const instant = (ms: number): string => new Date(ms).toISOString()

const textOf = async (table: Table, id: string): Promise<Text | undefined> => {
  const { Item: item } = await table.client.getItem({
    TableName: table.name,
    Key: keyItem(keys.text(id)),
    ConsistentRead: true,
  })
  return item === undefined ? undefined : textFrom(item)
}

const dueIds = async (table: Table, kind: 'due' | 'sending', now: number, most: number): Promise<readonly string[]> => {
  const pages = await Promise.all(
    Array.from({ length: shards }, (_, shard) =>
      table.client.query({
        TableName: table.name,
        IndexName: 'due',
        KeyConditionExpression: '#due = :shard AND dueAt <= :now',
        ExpressionAttributeNames: { '#due': 'due' },
        ExpressionAttributeValues: { ':shard': { S: indexKeys.due(kind, shard) }, ':now': { S: instant(now) } },
        Limit: most,
      }),
    ),
  )
  return pages
    .flatMap((page) => page.Items ?? [])
    .toSorted((a, b) => (textAt(a, 'dueAt') < textAt(b, 'dueAt') ? -1 : 1))
    .slice(0, most)
    .map((item) => textFrom(item).id)
}

// A text that was accepted gets a pointer from the provider's id, in the same transaction, so that its receipt finds it.
const move = async (table: Table, before: Text, after: Text): Promise<Result<Text, 'changed-elsewhere'>> => {
  const pointer = after.messageId !== undefined && before.messageId === undefined ? after.messageId : undefined
  const put = putWhere(table, before, after)
  if (pointer === undefined) return moveAlone(table, put, after)
  const puts = [{ Put: put }, pointerPut(table, pointer, after)]
  const done = await transact(table, because('changed-elsewhere', puts), `sent-${pointer}`)
  return done.ok ? ok(after) : no('changed-elsewhere')
}

const putWhere = (table: Table, before: Text, after: Text) =>
  putAtVersion(table.name, { ...textItem(after), wrote: { S: randomUUID() } }, before.version).Put

// A reply that was lost and asked for again meets its own write: that is no conflict. It is known by `wrote`, not by what it says: two
// senders that claim a text in one millisecond write the same words, and both would send it.
const moveAlone = async (table: Table, put: PutItemInput, after: Text): Promise<Result<Text, 'changed-elsewhere'>> => {
  try {
    await table.client.putItem({ ...put, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' })
    return ok(after)
  } catch (error) {
    if (!isConditionFailed(error)) throw error
    return error.Item?.wrote?.S === put.Item?.wrote?.S ? ok(after) : no('changed-elsewhere')
  }
}

const pointerPut = (table: Table, messageId: string, text: Text) => ({
  Put: { TableName: table.name, Item: itemOf(keys.message(messageId), { textId: text.id }) },
})
