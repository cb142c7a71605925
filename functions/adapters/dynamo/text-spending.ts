// What texts have cost: a count for each service and day, and the pence of each month, raised in the transaction that begins to publish.
// One item each: at most five senders work at once, so neither is a hot key.
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { no, ok, type Result } from '#domain/result.ts'
import type { Allowance, Charge, UsedUp } from '#domain/texts/allowance.ts'
import type { Text } from '#domain/texts/text.ts'
import { keyItem, numberAt, type Table } from './client.ts'
import { keys, timeToLive } from './table.ts'
import { transact } from './transact.ts'

type Given = { readonly charge: Charge; readonly allowance: Allowance; readonly now: number }

// `put`: the text's own row, where it still is as it was read.
export const begin = async (
  table: Table,
  put: NonNullable<TransactWriteItem['Put']>,
  after: Text,
  { charge, allowance, now }: Given,
): Promise<Result<Text, 'changed-elsewhere' | UsedUp>> => {
  const room = { month: allowance.monthPence - charge.pence, day: allowance.dayTexts - 1 }
  const items = [
    { Put: put },
    raised(table, keys.count('texts', charge.service, charge.day), { by: 1, room: room.day, charge, now }),
    raised(table, keys.count('text-pence', 'all', charge.month), { by: charge.pence, room: room.month, charge, now }),
  ]
  const done = await transact(table, items, `begin-${after.id}-${after.version}-${now}`)
  if (done.ok) return ok(after)
  // Whether it was written is read by whoever finds the row next: its lease runs out.
  if (done.error.is === 'unknown' || done.error.at.includes(0)) return no('changed-elsewhere')
  return no(done.error.at.includes(1) ? 'day' : 'month')
}

type Raise = { readonly by: number; readonly room: number; readonly charge: Charge; readonly now: number }

// Kept for two months after.
const keptSeconds = 93 * 86_400

const raised = (
  table: Table,
  key: ReturnType<typeof keys.count>,
  { by, room, charge, now }: Raise,
): TransactWriteItem => ({
  Update: {
    TableName: table.name,
    Key: keyItem(key),
    UpdateExpression: 'ADD #used :by SET #ttl = :ttl',
    ...(charge.always
      ? {}
      : { ConditionExpression: '(attribute_not_exists(#used) AND :room >= :none) OR #used <= :room' }),
    ExpressionAttributeNames: { '#used': 'used', '#ttl': timeToLive },
    ExpressionAttributeValues: {
      ':by': { N: String(by) },
      ':ttl': { N: String(Math.ceil(now / 1000) + keptSeconds) },
      ...(charge.always ? {} : { ':room': { N: String(room) }, ':none': { N: '0' } }),
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
