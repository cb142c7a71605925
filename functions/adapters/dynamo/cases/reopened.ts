// Answers asked for again, as part of a change of their case: the draft that is opened for them, sent, or no longer waited for.
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import type { Draft } from '#domain/forms/answered/draft.ts'
import type { CaseChange, Keys } from '#usecases/ports/stores.ts'
import { keyItem, type SealedTable } from '../client.ts'
import { draftItem, unchanged } from '../drafts/draft-items.ts'
import { copiedFiles } from '../files/uploads.ts'
import { keys } from '../table.ts'

export const reopenedItems = async (
  table: SealedTable,
  hashes: Keys,
  change: CaseChange,
): Promise<readonly TransactWriteItem[]> => [
  ...(change.opens === undefined ? [] : await openedAgain(table, hashes, change, change.opens)),
  ...(change.closes === undefined ? [] : await closed(table, hashes, change, change.closes)),
  ...(change.drops === undefined ? [] : [await dropped(table, change, change.drops)]),
]

// Found by whichever phone its owner proves: the one in the answers, or the one that they saved by.
export const openedAgain = async (
  table: SealedTable,
  hashes: Keys,
  { subject, opensWith }: Pick<CaseChange, 'subject' | 'opensWith'>,
  draft: Draft,
): Promise<readonly TransactWriteItem[]> => [
  { Put: { TableName: table.name, Item: await draftItem(table, draft) } },
  // Nobody comes back to what staff type for a caller.
  ...phonesOf(draft.by === undefined ? [subject.applicant.phone, draft.phone] : []).map((phone) => ({
    Put: { TableName: table.name, Item: keyItem(keys.found(hashes.hash('phone', phone), 'DRAFT', draft.id)) },
  })),
  ...copiedFiles(table.name, draft, opensWith ?? []),
]

// The phone may be one of the answers that changed.
const closed = async (
  table: SealedTable,
  hashes: Keys,
  { subject, moves }: CaseChange,
  draft: Draft,
): Promise<readonly TransactWriteItem[]> => {
  const pointer = (phone: string, draftId?: string) =>
    keyItem(
      draftId === undefined
        ? keys.found(hashes.hash('phone', phone), 'CASE', subject.reference)
        : keys.found(hashes.hash('phone', phone), 'DRAFT', draftId),
    )
  const { phones: earlier = [], drafts = [] } = moves ?? {}
  const sent = { ...draft, status: 'submitted' as const, caseReference: subject.reference, version: draft.version + 1 }
  return [
    { Put: { TableName: table.name, Item: await draftItem(table, sent), ...unchanged(draft) } },
    ...phonesOf([subject.applicant.phone]).flatMap((phone) =>
      [undefined, ...drafts].map((id) => ({ Put: { TableName: table.name, Item: pointer(phone, id) } })),
    ),
    // A number that was corrected opens the case no more.
    ...phonesOf(earlier).flatMap((phone) =>
      [undefined, ...drafts].map((id) => ({ Delete: { TableName: table.name, Key: pointer(phone, id) } })),
    ),
  ]
}

const dropped = async (table: SealedTable, { event }: CaseChange, draft: Draft): Promise<TransactWriteItem> => ({
  Put: {
    TableName: table.name,
    Item: await draftItem(table, { ...draft, expiresAt: event.at - 1, version: draft.version + 1 }),
    ...unchanged(draft),
  },
})

const phonesOf = (phones: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(phones.filter((phone) => phone !== undefined)),
]
