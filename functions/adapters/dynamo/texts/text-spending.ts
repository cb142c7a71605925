// What texts have cost: a count for each service and day and for each phone and day, and the pence of each month, raised in the transaction
// that begins to publish; and that the same words went. At most five senders work at once, so no item is a hot key.
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { no, ok, type Result } from '#domain/result.ts'
import { type Allowance, type Charge, ofUnproved, sameWithinMs } from '#domain/texts/allowance.ts'
import type { Text } from '#domain/texts/text.ts'
import type { NotBegun } from '#usecases/ports/texts.ts'
import { itemOf, keyItem, numberAt, type Table } from '../client.ts'
import { timeToLive } from '../schema.ts'
import { keys } from '../table.ts'
import { type GuardedWrite, transact } from '../transact.ts'

type Given = { readonly charge: Charge; readonly allowance: Allowance; readonly now: number }

// `put`: the text's own row, where it still is as it was read.
export const begin = async (
  table: Table,
  put: NonNullable<TransactWriteItem['Put']>,
  after: Text,
  given: Given,
): Promise<Result<Text, NotBegun>> => {
  const steps = [taken('changed-elsewhere', { Put: put }), ...takenBy(table, after.id, given)]
  const done = await transact(table, steps, `begin-${after.id}-${after.version}-${given.now}`)
  if (done.ok) return ok(after)
  // Whether it was written is read by whoever finds the row next: its lease runs out.
  return no(done.error.is === 'unknown' ? 'changed-elsewhere' : done.error.why[0])
}

const taken = (why: NotBegun, item: TransactWriteItem): GuardedWrite<NotBegun> => ({ why, item })

// In the order in which staff are told of them.
const takenBy = (table: Table, id: string, { charge, allowance, now }: Given): readonly GuardedWrite<NotBegun>[] => {
  const { sameKey, phoneKey, channel, service, day, month, pence, always } = charge
  const count = (key: Counted, by: number, most: number) => raised(table, key, { by, room: most - by, always, now })
  return [
    ...(sameKey === undefined ? [] : [taken('same', saidOnce(table, sameKey, { id, now }))]),
    ...(phoneKey === undefined
      ? []
      : [taken('phone', count(keys.count('phone-texts', phoneKey, day), 1, allowance.phoneTexts))]),
    ...unprovedBy(table, { charge, allowance, now }),
    taken('day', count(keys.count(`${channel}s`, service, day), 1, allowance.dayTexts)),
    taken('month', count(keys.count('text-pence', 'all', month), pence, allowance.monthPence)),
  ]
}

// A part of the day and the month beside what all have, and never more: codes too.
const unprovedBy = (table: Table, { charge, allowance, now }: Given): readonly GuardedWrite<NotBegun>[] => {
  const { unproved: part, service, day, month, pence } = charge
  if (part === undefined) return []
  const most = ofUnproved(part, allowance)
  const count = (key: Counted, by: number, room: number) =>
    taken('unproved', raised(table, key, { by, room: room - by, always: false, now }))
  return [
    count(keys.count('unproved-texts', service, day), 1, most.dayTexts),
    count(keys.count('unproved-pence', part, month), pence, most.monthPence),
  ]
}

// Unless the same words went to the same phone a little while ago, in another text.
const saidOnce = (
  table: Table,
  sameKey: string,
  { id, now }: { readonly id: string; readonly now: number },
): TransactWriteItem => ({
  Put: {
    TableName: table.name,
    Item: itemOf(keys.sameText(sameKey), {}, { textId: id, at: now, [timeToLive]: Math.ceil(now / 1000) + 86_400 }),
    ConditionExpression: 'attribute_not_exists(pk) OR #text = :id OR #at <= :before',
    ExpressionAttributeNames: { '#text': 'textId', '#at': 'at' },
    ExpressionAttributeValues: { ':id': { S: id }, ':before': { N: String(now - sameWithinMs) } },
  },
})

type Counted = ReturnType<typeof keys.count>
type Raise = { readonly by: number; readonly room: number; readonly always: boolean; readonly now: number }

// Kept for two months after.
const keptSeconds = 93 * 86_400

const raised = (table: Table, key: Counted, { by, room, always, now }: Raise): TransactWriteItem => ({
  Update: {
    TableName: table.name,
    Key: keyItem(key),
    UpdateExpression: 'ADD #used :by SET #ttl = :ttl',
    ...(always ? {} : { ConditionExpression: '(attribute_not_exists(#used) AND :room >= :none) OR #used <= :room' }),
    ExpressionAttributeNames: { '#used': 'used', '#ttl': timeToLive },
    ExpressionAttributeValues: {
      ':by': { N: String(by) },
      ':ttl': { N: String(Math.ceil(now / 1000) + keptSeconds) },
      ...(always ? {} : { ':room': { N: String(room) }, ':none': { N: '0' } }),
    },
  },
})

export const spent = async (table: Table, month: string): Promise<number> => {
  const { Item: item } = await table.client.getItem({
    TableName: table.name,
    Key: keyItem(keys.count('text-pence', 'all', month)),
  })
  return item === undefined ? 0 : numberAt(item, 'used')
}
