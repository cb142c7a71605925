// The pointers to a case made anew from the case itself, and those of before taken away; or all of them taken away.
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import type { Case } from '#domain/cases/case.ts'
import type { Keys } from '#usecases/ports/stores.ts'
import { dataOf, keyItem, type SealedTable, type Table } from '../client.ts'
import { keys } from '../table.ts'
import { putMore } from './fitting.ts'
import { foundPuts, pointersTo } from './found-items.ts'

export const indexAgain = async (table: SealedTable, hashes: Keys, subject: Case, token: string): Promise<void> => {
  const now = new Set(pointersTo(table, hashes, subject).map(({ pk }) => pk?.S))
  const gone = (await listed(table, subject.reference)).filter((pk) => !now.has(pk))
  const deletes = gone.map((pk) => deleteOf(table, pk, subject.reference))
  await putMore(table, [...foundPuts(table, hashes, subject), ...deletes], token)
}

// For whoever is erased: nothing finds the case any more, and the names are gone with it.
export const forget = async (table: Table, reference: string, token: string): Promise<void> => {
  const pointers = (await listed(table, reference)).map((pk) => deleteOf(table, pk, reference))
  const people = { Delete: { TableName: table.name, Key: keyItem(keys.people(reference)) } }
  await putMore(table, [...pointers, people], token)
}

const listed = async (table: Table, reference: string): Promise<readonly string[]> => {
  const Key = keyItem(keys.people(reference))
  const { Item: item } = await table.client.getItem({ TableName: table.name, Key, ConsistentRead: true })
  return item === undefined ? [] : dataOf<{ readonly pointers: readonly string[] }>(item).pointers
}

const deleteOf = ({ name }: Table, pk: string, reference: string): TransactWriteItem => ({
  Delete: { TableName: name, Key: keyItem({ pk, sk: keys.case(reference).pk }) },
})
