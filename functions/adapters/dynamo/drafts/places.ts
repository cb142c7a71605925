// A waiting room's numbers and who came in on them. Numbers are one counter in one item, so that they are in the order in which people came.
import { draftDays } from '#domain/forms/answered/draft.ts'
import { lowestNumber, type WaitingRoom } from '#domain/switches/queue.ts'
import type { PlaceOf, PlaceStore, RoomEntry } from '#usecases/ports/switches.ts'
import { dataOf, itemOf, keyItem, numberAt, type Table } from '../client.ts'
import { ifHeld, putNew } from '../conditions.ts'
import { isConditionFailed } from '../db.ts'
import { timeToLive } from '../schema.ts'
import { keys } from '../table.ts'

export const placeStore = (table: Table): PlaceStore => ({
  take: (service, room, now) => take(table, { key: keyItem(keys.queue(service, room.sitting)), room, now }),
  enter: (place, entry, now) => enter(table, place, entry, now),
})

type Taking = { readonly key: ReturnType<typeof keyItem>; readonly room: WaitingRoom; readonly now: number }

const mostTries = 5

// With people waiting it is one write that nothing can make fail. With none, the counter first catches up with the numbers already called.
const take = async (table: Table, taking: Taking, left = mostTries): Promise<number> => {
  const lowest = lowestNumber(taking.room, taking.now)
  const behind = await counted(table, taking, {
    UpdateExpression: 'ADD issued :one SET #ttl = :ttl',
    ConditionExpression: 'issued >= :called',
    ExpressionAttributeValues: { ':one': { N: '1' }, ':called': { N: String(lowest - 1) } },
  })
  if (behind !== undefined) return behind
  const first = await counted(table, taking, {
    UpdateExpression: 'SET issued = :lowest, #ttl = :ttl',
    ConditionExpression: 'attribute_not_exists(issued) OR issued < :lowest',
    ExpressionAttributeValues: { ':lowest': { N: String(lowest) } },
  })
  if (first !== undefined) return first
  if (left === 1) throw new Error('No number could be given')
  // Somebody was quicker.
  return take(table, taking, left - 1)
}

type Update = Parameters<Table['client']['updateItem']>[0]

// The counter afterwards; undefined where the condition did not hold.
const counted = async (
  table: Table,
  { key, now }: Taking,
  update: Pick<Update, 'UpdateExpression' | 'ConditionExpression' | 'ExpressionAttributeValues'>,
): Promise<number | undefined> => {
  const called = await ifHeld(
    table.client.updateItem({
      TableName: table.name,
      Key: key,
      ...update,
      ExpressionAttributeNames: { '#ttl': timeToLive },
      ExpressionAttributeValues: { ...update.ExpressionAttributeValues, ':ttl': { N: String(keptUntil(now)) } },
      ReturnValues: 'ALL_NEW',
    }),
  )
  return called === undefined ? undefined : numberAt(called.Attributes ?? {}, 'issued')
}

const enter = async (table: Table, place: PlaceOf, entry: RoomEntry, now: number): Promise<RoomEntry> => {
  const item = itemOf(keys.place(place.service, place.sitting, place.number), entry, { [timeToLive]: keptUntil(now) })
  try {
    const { Put: put } = putNew(table.name, item)
    await table.client.putItem({ ...put, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' })
    return entry
  } catch (error) {
    if (isConditionFailed(error) && error.Item !== undefined) return dataOf<RoomEntry>(error.Item)
    throw error
  }
}

// In seconds: as long as the draft that was begun on it.
const keptUntil = (now: number): number => Math.ceil(now / 1000) + draftDays * 86_400
