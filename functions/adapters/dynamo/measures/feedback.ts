// Feedback: one item each. What was set aside or released, tagged or answered raises its version, and is
// on record.
import type { Feedback } from '#domain/measures/feedback/feedback.ts'
import { feedbackListOf } from '#domain/measures/feedback/wanted.ts'
import { no, ok } from '#domain/result.ts'
import type { FeedbackInbox, FeedbackStore } from '#usecases/ports/feedback.ts'
import { dataOf, type Item, itemOf, keyItem, type Table } from '../client.ts'
import { ifHeld, putAtVersion, putNew } from '../conditions.ts'
import { timeToLive } from '../schema.ts'
import { indexKeys, keys, shardOf } from '../table.ts'
import { textPuts } from '../texts/text-puts.ts'
import { because, transact, written } from '../transact.ts'
import { readInbox } from './inbox.ts'

export const feedbackStore = (table: Table): FeedbackStore => ({
  put: async (feedback, texts) => {
    const item = putNew(table.name, itemFrom(feedback))
    if (texts.length === 0) await ifHeld(table.client.putItem(item.Put))
    else
      await written(
        table,
        because('there-already', [item, ...textPuts(table.name, texts)]),
        feedback.id,
        'what they told us was kept',
      )
  },
  times: async (hash, now) => {
    const { Attributes: after } = await table.client.updateItem({
      TableName: table.name,
      Key: keyItem(keys.count('words', hash, new Date(now).toISOString().slice(0, 10))),
      UpdateExpression: 'ADD #times :one SET #ttl = :ttl',
      ExpressionAttributeNames: { '#times': 'times', '#ttl': timeToLive },
      ExpressionAttributeValues: { ':one': { N: '1' }, ':ttl': { N: String(Math.ceil(now / 1000) + 2 * daySeconds) } },
      ReturnValues: 'UPDATED_NEW',
    })
    return Number(after?.times?.N ?? 1)
  },
})

export const feedbackInbox = (table: Table): FeedbackInbox => ({
  page: (query) => readInbox(table, query),
  get: async (id) => {
    const { Item: item } = await table.client.getItem({
      TableName: table.name,
      Key: keyItem(keyOf(id)),
      ConsistentRead: true,
    })
    return item === undefined ? undefined : dataOf<Feedback>(item)
  },
  change: async (after, { userId, entry, now }) => {
    const said = { at: now, by: userId, did: 'answer-feedback', allowed: true, on: after.id, version: after.version }
    const puts = [
      putAtVersion(table.name, itemFrom(after), after.version - 1),
      { Put: { TableName: table.audit, Item: itemOf(keys.auditOf(userId, entry), said) } },
    ]
    const done = await transact(table, because('changed-elsewhere', puts), entry)
    return done.ok ? ok(after) : no('changed-elsewhere')
  },
})

const daySeconds = 86_400
// [K] Two years.
const keptSeconds = 731 * daySeconds

const keyOf = (id: string) => keys.feedback(id.slice(0, 7), shardOf(id), id)

export const itemFrom = (feedback: Feedback): Item =>
  itemOf(keyOf(feedback.id), feedback, {
    version: feedback.version,
    due: indexKeys.feedback(feedbackListOf(feedback)),
    dueAt: `${new Date(feedback.at).toISOString()}#${feedback.id}`,
    [timeToLive]: Math.ceil(feedback.at / 1000) + keptSeconds,
  })
