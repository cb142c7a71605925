// Who comes to a place on a day: a pointer to each case, written with its appointment, so that a day is one Query whatever became of it.
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import type { Case } from '#domain/cases/case.ts'
import type { Day } from '#domain/day.ts'
import { noneIfErased } from '#usecases/ports/seals.ts'
import { batchOf } from '../batch.ts'
import { type Item, keyItem, type SealedTable, type Table, textAt } from '../client.ts'
import { type Key, keys } from '../table.ts'
import { caseFrom } from './case-items.ts'

export const sheetPut = (tableName: string, subject: Case): readonly TransactWriteItem[] =>
  keysOf(subject).map((key) => ({ Put: { TableName: tableName, Item: keyItem(key) } }))

// Moved to another time or place, or booked for the first time.
export const sheetChanges = (tableName: string, before: Case, subject: Case): readonly TransactWriteItem[] => {
  const [[was], [is]] = [keysOf(before), keysOf(subject)]
  if (is === undefined || (was?.pk === is.pk && was.sk === is.sk)) return []
  const gone = was === undefined ? [] : [{ Delete: { TableName: tableName, Key: keyItem(was) } }]
  return [...gone, ...sheetPut(tableName, subject)]
}

export const sheetOf = async (table: SealedTable, place: string, day: Day): Promise<readonly Case[]> => {
  const references = await referencesAt(table, keys.sheet({ place, day, from: '' }).pk)
  const wanted = references.flatMap((reference) => [keys.case(reference), keys.record(reference)].map(keyItem))
  const items = await batchOf(table, wanted)
  const found = await Promise.all(references.map((reference) => caseIn(table, items, reference)))
  return found
    .filter((subject) => subject?.appointment?.place === place && subject.appointment.day === day)
    .filter((subject) => subject !== undefined)
}

const keysOf = ({ appointment, reference }: Case): readonly Key[] =>
  appointment === undefined ? [] : [keys.sheet(appointment, reference)]

const caseIn = async (table: SealedTable, items: readonly Item[], reference: string): Promise<Case | undefined> => {
  const [listed, record] = [keys.case(reference), keys.record(reference)].map(({ pk, sk }) =>
    items.find((item) => textAt(item, 'pk') === pk && textAt(item, 'sk') === sk),
  )
  if (listed === undefined || record === undefined) return undefined
  return (await caseFrom(table, listed, record).catch(noneIfErased))?.subject
}

// A day at a place is far below the 1 MB that a Query gives at a time (DynamoDB, Query).
const referencesAt = async (table: Table, pk: string): Promise<readonly string[]> => {
  const { Items: items = [] } = await table.client.query({
    TableName: table.name,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': { S: pk } },
    ConsistentRead: true,
  })
  return items.map((item) => textAt(item, 'sk').split('#')[1] ?? '')
}
