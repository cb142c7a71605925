// Whose an appointment is: an item for each that a person may have at once, put with the case, so that two tabs cannot book two
// (GUARANTEES, "Booking with no double booking"). It stands until the appointment is over; nobody need close the case for them to book again.
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import type { Appointment, Case } from '#domain/cases/case.ts'
import type { CaseChange } from '#usecases/ports.ts'
import { keyItem, type Table, textAt } from './client.ts'
import { keys, timeToLive } from './table.ts'

// Clocks of two functions may differ by 5 minutes each way (G14): what one frees until the end, none takes over before this long after it.
const skewMs = 15 * 60_000

export const bookerPut = (tableName: string, subject: Case, now: number): readonly TransactWriteItem[] => {
  const { appointment, reference } = subject
  if (appointment?.booker === undefined) return []
  const put = {
    TableName: tableName,
    Item: {
      ...keyItem(keyOf(appointment, appointment.booker)),
      holder: { S: reference },
      endsAt: { N: String(appointment.endsAt) },
      [timeToLive]: { N: String(Math.ceil(appointment.endsAt / 1000) + 86_400) },
    },
    ConditionExpression: 'attribute_not_exists(pk) OR holder = :me OR endsAt < :over',
    ExpressionAttributeValues: { ':me': { S: reference }, ':over': { N: String(now - skewMs) } },
  }
  return [{ Put: put }]
}

// Moved: it stands until the new end. Cancelled, completed or missed before the end: the person may book again at once.
export const bookerChanges = (
  tableName: string,
  { before, subject, event, open }: CaseChange & { readonly open: boolean },
): readonly TransactWriteItem[] => {
  const { appointment } = before
  if (appointment?.booker === undefined) return []
  if (open) return appointment.endsAt === subject.appointment?.endsAt ? [] : bookerPut(tableName, subject, event.at)
  return event.at > appointment.endsAt
    ? []
    : [freed(tableName, before.reference, keyOf(appointment, appointment.booker))]
}

// The reference of the appointment that stands in the way of this one.
export const bookingOf = async (table: Table, { appointment }: Case): Promise<string | undefined> => {
  if (appointment?.booker === undefined) return undefined
  const { Item: item } = await table.client.getItem({
    TableName: table.name,
    Key: keyItem(keyOf(appointment, appointment.booker)),
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
