// Who may open a draft, beside the draft's own answers: holders and their turns, browsers that left, phrases, tries at a date of birth.
import type { AccessStore, Tried } from '#usecases/ports/access.ts'
import { dataOf, itemOf, keyItem, numberAt, type Table } from '../client.ts'
import { ifHeld } from '../conditions.ts'
import { countUp } from '../counted.ts'
import { timeToLive } from '../schema.ts'
import { keys } from '../table.ts'

export const accessStore = (table: Table): AccessStore => ({
  take: (draftIds, holder) => take(table, draftIds, holder),
  vouch: (draftId, ways) => vouch(table, draftId, ways),
  leave: (draftId, mark) => leave(table, draftId, mark),
  signOut: async (mark, until) => {
    const ends = { [timeToLive]: Math.ceil(until / 1000) }
    await table.client.putItem({ TableName: table.name, Item: itemOf(keys.signedOut(mark), {}, ends) })
  },
  isOut: async (mark) => (await itemAt(table, keys.signedOut(mark))) !== undefined,
  keepPhrase: async (hash, draftId, until) => {
    const ends = until === undefined ? {} : { [timeToLive]: Math.ceil(until / 1000) }
    await table.client.putItem({ TableName: table.name, Item: itemOf(keys.phrase(hash), { draftId }, ends) })
  },
  byPhrase: async (hash) => {
    const item = await itemAt(table, keys.phrase(hash))
    return item === undefined ? undefined : dataOf<{ readonly draftId: string }>(item).draftId
  },
  mayTry: (tried, now) => mayTry(table, tried, now),
  forgetTries: async (tried, now) => {
    const { Key } = triesOf(table, tried, now)
    await table.client.updateItem({ TableName: table.name, Key, UpdateExpression: 'REMOVE times' })
  },
})

const itemAt = async (table: Table, key: ReturnType<typeof keys.phrase>) => {
  const { Item: item } = await table.client.getItem({
    TableName: table.name,
    Key: keyItem(key),
    ConsistentRead: true,
  })
  return item
}

// So many at once: a number may have hundreds, where strangers typed it.
const atOnce = 20

const take = async (table: Table, draftIds: readonly string[], holder: string): Promise<Map<string, number>> => {
  const taken = new Map<string, number>()
  for (let from = 0; from < draftIds.length; from += atOnce) {
    const some = draftIds.slice(from, from + atOnce)
    const turns = await Promise.all(some.map((id) => takeOne(table, id, holder)))
    turns.forEach((turn, at) => {
      if (turn !== undefined) taken.set(some[at] ?? '', turn)
    })
  }
  return taken
}

// A save that was on its way under the turn before finds another version. By what else they come
// back, the holder says; whoever comes in another's place has said nothing yet.
const takeOne = async (table: Table, draftId: string, holder: string): Promise<number | undefined> => {
  const taken = await ifHeld(
    table.client.updateItem({
      TableName: table.name,
      Key: keyItem(keys.draft(draftId)),
      UpdateExpression: 'SET holder = :me ADD turn :one, #version :one REMOVE also',
      ConditionExpression:
        'attribute_exists(pk) AND (attribute_not_exists(holder) OR (holder <> :me AND NOT contains(also, :me)))',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':me': { S: holder }, ':one': { N: '1' } },
      ReturnValues: 'UPDATED_NEW',
    }),
  )
  return taken === undefined ? undefined : numberAt(taken.Attributes ?? {}, 'turn')
}

// Of no use before there is a holder.
const vouch = async (table: Table, draftId: string, ways: readonly string[]): Promise<void> => {
  if (ways.length === 0) return
  await ifHeld(
    table.client.updateItem({
      TableName: table.name,
      Key: keyItem(keys.draft(draftId)),
      UpdateExpression: 'ADD also :ways',
      ConditionExpression: 'attribute_exists(holder)',
      ExpressionAttributeValues: { ':ways': { SS: [...ways] } },
    }),
  )
}

// Left twice is left once.
const leave = async (table: Table, draftId: string, mark: string): Promise<void> => {
  await ifHeld(
    table.client.updateItem({
      TableName: table.name,
      Key: keyItem(keys.draft(draftId)),
      UpdateExpression: 'ADD leftBy :mark, #version :one',
      ConditionExpression: 'attribute_exists(pk) AND NOT contains(leftBy, :one_mark)',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':mark': { SS: [mark] }, ':one_mark': { S: mark }, ':one': { N: '1' } },
    }),
  )
}

const limits = {
  'birth-date': { period: 'day', most: 5 },
  'desk-code': { period: 'day', most: 5 },
  phrase: { period: 'hour', most: 5 },
  'texts-of-browser': { period: 'hour', most: 10 },
  'texts-of-address': { period: 'hour', most: 60 },
} as const

const triesOf = (table: Table, { what, hash }: Tried, now: number) =>
  countUp(table, { what, hash, ...limits[what], now }).Update

const mayTry = async (table: Table, tried: Tried, now: number): Promise<boolean> =>
  (await ifHeld(table.client.updateItem(triesOf(table, tried, now)))) !== undefined
