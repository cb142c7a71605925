// Answers asked for again, as part of a change of their case: the draft that is opened for them, sent, or no longer waited for.
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import type { Draft } from '#domain/forms/draft.ts'
import type { CaseChange, Keys } from '#usecases/ports.ts'
import { keyItem, type Table } from './client.ts'
import { draftItem, unchanged } from './drafts.ts'
import { keys } from './table.ts'
import { copiedFiles } from './uploads.ts'

export const reopenedItems = (table: Table, hashes: Keys, change: CaseChange): readonly TransactWriteItem[] => [
  ...(change.opens === undefined ? [] : opened(table, hashes, change, change.opens)),
  ...(change.closes === undefined ? [] : closed(table, hashes, change, change.closes)),
  ...(change.drops === undefined ? [] : [dropped(table, change, change.drops)]),
]

// Found by whichever phone its owner proves: the one in the answers, or the one that they saved by.
const opened = (table: Table, hashes: Keys, { subject, opensWith }: CaseChange, draft: Draft) => [
  { Put: { TableName: table.name, Item: draftItem(draft) } },
  ...phonesOf([subject.applicant.phone, draft.phone]).map((phone) => ({
    Put: { TableName: table.name, Item: keyItem(keys.found(hashes.hash('phone', phone), 'DRAFT', draft.id)) },
  })),
  ...copiedFiles(table.name, draft, opensWith ?? []),
]

// The phone may be one of the answers that changed.
const closed = (table: Table, hashes: Keys, { subject }: CaseChange, draft: Draft): readonly TransactWriteItem[] => {
  const sent = { ...draft, status: 'submitted' as const, caseReference: subject.reference, version: draft.version + 1 }
  return [
    { Put: { TableName: table.name, Item: draftItem(sent), ...unchanged(draft) } },
    ...phonesOf([subject.applicant.phone]).map((phone) => ({
      Put: { TableName: table.name, Item: keyItem(keys.found(hashes.hash('phone', phone), 'CASE', subject.reference)) },
    })),
  ]
}

const dropped = (table: Table, { event }: CaseChange, draft: Draft): TransactWriteItem => ({
  Put: {
    TableName: table.name,
    Item: draftItem({ ...draft, expiresAt: event.at - 1, version: draft.version + 1 }),
    ...unchanged(draft),
  },
})

const phonesOf = (phones: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(phones.filter((phone) => phone !== undefined)),
]
