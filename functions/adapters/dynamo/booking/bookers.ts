// Whose an appointment is: an item for each that a person may have at once, put with the case, so that two tabs cannot book two
// (docs/guarantees.md, "Booking"). It stands until the appointment is over; nobody need close the case for them to book again.
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import type { Case } from '#domain/cases/case.ts'
import { addDays, type Day } from '#domain/day.ts'
import { instantOf } from '#domain/london.ts'
import type { Appointment } from '#domain/slots/appointment.ts'
import type { Waiting } from '#domain/slots/waiting.ts'
import type { CaseChange } from '#usecases/ports/stores.ts'
import { keyItem, type Table, textAt } from '../client.ts'
import { timeToLive } from '../schema.ts'
import { keys } from '../table.ts'

// Clocks of two functions may differ by 5 minutes each way (G14): what one frees until the end, none takes over before this long after it.
const skewMs = 15 * 60_000

export const bookerPut = (tableName: string, subject: Case, now: number): readonly TransactWriteItem[] => {
  const { appointment, reference } = subject
  if (appointment?.booker === undefined) return []
  return [
    placePut(tableName, { key: keyOf(appointment, appointment.booker), reference, endsAt: appointment.endsAt, now }),
  ]
}

// Nobody waits twice for one thing: the last day that they could come ends it, whoever closes the case or nobody.
export const waiterPut = (
  tableName: string,
  { waiting, reference }: Case,
  now: number,
): readonly TransactWriteItem[] => {
  if (waiting?.booker === undefined) return []
  return [placePut(tableName, { key: waiterKey(waiting), reference, endsAt: endOf(waiting.lastDay), now })]
}

type PlacePut = {
  readonly key: ReturnType<typeof keyOf>
  readonly reference: string
  readonly endsAt: number
  readonly now: number
}

const placePut = (tableName: string, { key, reference, endsAt, now }: PlacePut): TransactWriteItem => ({
  Put: {
    TableName: tableName,
    Item: {
      ...keyItem(key),
      holder: { S: reference },
      endsAt: { N: String(endsAt) },
      [timeToLive]: { N: String(Math.ceil(endsAt / 1000) + 86_400) },
    },
    ConditionExpression: 'attribute_not_exists(pk) OR holder = :me OR endsAt < :over',
    ExpressionAttributeValues: { ':me': { S: reference }, ':over': { N: String(now - skewMs) } },
  },
})

// Moved: it stands until the new end. Cancelled, completed or missed before the end: the person may book again at once.
export const bookerChanges = (
  tableName: string,
  { before, subject, event, open }: CaseChange & { readonly open: boolean },
): readonly TransactWriteItem[] => {
  const { appointment } = before
  if (appointment === undefined) return waiterChanges(tableName, { before, subject, event, open })
  if (appointment.booker === undefined) return []
  if (open) return appointment.endsAt === subject.appointment?.endsAt ? [] : bookerPut(tableName, subject, event.at)
  return event.at > appointment.endsAt
    ? []
    : [freed(tableName, before.reference, keyOf(appointment, appointment.booker))]
}

// Whoever waited and now has a time takes the place of one who booked it. With that, or off the list, they may wait again.
const waiterChanges = (
  tableName: string,
  { before, subject, event, open }: Pick<CaseChange, 'before' | 'subject' | 'event'> & { readonly open: boolean },
): readonly TransactWriteItem[] => {
  const { waiting, reference } = before
  if (open && subject.appointment === undefined) return []
  const over = waiting?.booker === undefined || event.at > endOf(waiting.lastDay)
  return [
    ...(open ? bookerPut(tableName, subject, event.at) : []),
    ...(over ? [] : [freed(tableName, reference, waiterKey(waiting))]),
  ]
}

// The reference of the appointment, or of the place on the list, that stands in the way of this one.
export const bookingOf = async (table: Table, { appointment, waiting }: Case): Promise<string | undefined> => {
  const key = appointment?.booker === undefined ? waiting && waiterKey(waiting) : keyOf(appointment, appointment.booker)
  if (key === undefined) return undefined
  const { Item: item } = await table.client.getItem({
    TableName: table.name,
    Key: keyItem(key),
    ConsistentRead: true,
  })
  return item === undefined ? undefined : textAt(item, 'holder')
}

const freed = (tableName: string, reference: string, key: ReturnType<typeof keyOf>): TransactWriteItem => ({
  Delete: {
    TableName: tableName,
    Key: keyItem(key),
    ConditionExpression: 'attribute_not_exists(pk) OR holder = :me',
    ExpressionAttributeValues: { ':me': { S: reference } },
  },
})

const keyOf = ({ type }: Appointment, { hash, place }: NonNullable<Appointment['booker']>) =>
  keys.booker(type, hash, place)

const waiterKey = ({ type, booker = '' }: Waiting) => keys.booker(type, booker, 'wait')

const endOf = (day: Day): number => instantOf(addDays(day, 1), '00:00') ?? 0
