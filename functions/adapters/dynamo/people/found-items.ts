// What makes a case findable, written with it: a pointer under each key's hash, and the list of them beside its people.
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import type { Case } from '#domain/cases/case.ts'
import { type FindKey, findKeysOf } from '#domain/people/find-keys.ts'
import type { Keys } from '#usecases/ports/stores.ts'
import { type Item, itemOf, keyItem, type SealedTable } from '../client.ts'
import { keys } from '../table.ts'
import { veiled } from './veil.ts'

// A key for each kind, and a version, so that it can be turned.
export const findHashOf = (hashes: Keys, { kind, value }: FindKey): string => hashes.hash(`find-1-${kind}`, value)

// The people first; then the pointers, the applicant's before others'.
export const foundPuts = (table: SealedTable, hashes: Keys, subject: Case): readonly TransactWriteItem[] => {
  const found = table.findable(subject)
  const pointers = pointersTo(table, hashes, subject)
  const item = itemOf(keys.people(subject.reference), { pointers: pointers.map(({ pk }) => pk?.S ?? '') })
  return [
    put(table, { ...item, veiled: { S: veiled(hashes, subject.reference, found.people) } }),
    ...pointers.map((pointer) => put(table, pointer)),
  ]
}

// What a change of the people, the ways to reach them or the places makes of it; nothing where none changed.
export const foundChanges = (
  table: SealedTable,
  hashes: Keys,
  { before, subject }: { readonly before: Case; readonly subject: Case },
): readonly TransactWriteItem[] => {
  if (before.record === subject.record && before.applicant === subject.applicant) return []
  const [was, is] = [before, subject].map((one) => pointersTo(table, hashes, one))
  const [had, has] = [was, is].map((pointers) => new Set(pointers?.map(({ pk }) => pk?.S)))
  const [people, ...puts] = foundPuts(table, hashes, subject)
  const fresh = puts.filter(({ Put }) => had?.has(Put?.Item?.pk?.S) === false)
  const gone = was?.filter(({ pk }) => has?.has(pk?.S) === false) ?? []
  if (people === undefined || fresh.length + gone.length === 0) return []
  return [people, ...fresh, ...gone.map((Key) => ({ Delete: { TableName: table.name, Key } }))]
}

export const pointersTo = (table: SealedTable, hashes: Keys, subject: Case): readonly Item[] =>
  findKeysOf(table.findable(subject)).map((key) =>
    keyItem(keys.foundBy(key.kind, findHashOf(hashes, key), subject.reference)),
  )

const put = (table: SealedTable, Item: Item): TransactWriteItem => ({ Put: { TableName: table.name, Item } })
