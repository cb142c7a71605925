// What the API stands on in the table: how often a client asked, cases as lists have them, and what came of a write that is sent again.
import type { PutItemInput } from '@aws-sdk/client-dynamodb'
import type { ListedCase } from '#domain/cases/case.ts'
import type { KeptReply, OnceBegun, OnceStore, Rates, SharedCases } from '#usecases/ports/sharing/clients.ts'
import { batchOf } from '../batch.ts'
import { dataOf, type Item, itemOf, keyItem, type Table } from '../client.ts'
import { ifHeld } from '../conditions.ts'
import { countUp } from '../counted.ts'
import { isConditionFailed } from '../db.ts'
import { timeToLive } from '../schema.ts'
import { keys } from '../table.ts'
import { sharingKeys } from './sharing-keys.ts'

// Requests of a client in a minute.
export const mostAMinute = 120

export const rateStore = (table: Table): Rates => ({
  mayAsk: async (hash, now) => {
    const { Update } = countUp(table, { what: 'api', hash, period: 'minute', most: mostAMinute, now })
    return (await ifHeld(table.client.updateItem(Update))) !== undefined
  },
})

export const sharedCaseStore = (table: Table): SharedCases => ({
  listed: async (references) => {
    const wanted = [...new Set(references)].map((reference) => keyItem(keys.case(reference)))
    return (await batchOf(table, wanted)).map((item) => dataOf<ListedCase>(item))
  },
})

// A reply is kept for a day. A request that began and did not end within a minute failed on the way, and may be sent again.
const keptMs = 86_400_000
const underWayMs = 60_000

type Kept = { readonly request: string; readonly at: number; readonly reply?: KeptReply }

export const onceStore = (table: Table): OnceStore => ({
  begin: (key, request, now) => begin(table, key, { request, at: now }),
  end: async (key, request, reply, now) => {
    await table.client.putItem({ TableName: table.name, Item: onceItem(key, { request, at: now, reply }) })
  },
})

const onceItem = (key: string, kept: Kept): Item =>
  itemOf(sharingKeys.once(key), kept, { endsAt: kept.at + keptMs, [timeToLive]: Math.ceil((kept.at + keptMs) / 1000) })

const begin = async (table: Table, key: string, kept: Kept): Promise<OnceBegun> => {
  const before = await putUnless(table, key, kept, {
    ConditionExpression: 'attribute_not_exists(pk) OR endsAt <= :at',
    ExpressionAttributeValues: { ':at': { N: String(kept.at) } },
  })
  if (before === undefined) return { is: 'new' }
  if (before.request !== kept.request) return { is: 'another' }
  if (before.reply !== undefined) return { is: 'done', reply: before.reply }
  if (kept.at - before.at < underWayMs) return { is: 'running' }
  const taken = await putUnless(table, key, kept, {
    ConditionExpression: 'endsAt = :at',
    ExpressionAttributeValues: { ':at': { N: String(before.at + keptMs) } },
  })
  return taken === undefined ? { is: 'new' } : { is: 'running' }
}

type Condition = Pick<PutItemInput, 'ConditionExpression' | 'ExpressionAttributeValues'>

// What stands there, where the condition does not hold.
const putUnless = async (table: Table, key: string, kept: Kept, condition: Condition): Promise<Kept | undefined> => {
  const put = { TableName: table.name, Item: onceItem(key, kept), ...condition }
  try {
    await table.client.putItem({ ...put, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' })
    return undefined
  } catch (error) {
    if (isConditionFailed(error) && error.Item !== undefined) return dataOf<Kept>(error.Item)
    throw error
  }
}
