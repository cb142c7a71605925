// A note on a case, with its entry in the audit log. Sent twice by a double press it is one note: its id is the form's own.
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import type { Case, Note } from '#domain/cases/case.ts'
import { itemOf, type SealedTable } from '../client.ts'
import { putNew } from '../conditions.ts'
import { keys } from '../table.ts'
import { because, written } from '../transact.ts'
import { sealedItem, sealOfCase } from './case-items.ts'

// Sealed with what else is said on the case.
export const notePut = async (
  table: SealedTable,
  subject: Case,
  { words, ...plain }: Note,
): Promise<TransactWriteItem> => {
  const seal = await sealOfCase(table, subject)
  const item = sealedItem(keys.note(subject.reference, plain.id), { plain, secret: { words } }, seal)
  return putNew(table.name, item)
}

export const putNote = async (table: SealedTable, subject: Case, note: Note): Promise<void> => {
  const { pk } = keys.case(subject.reference)
  const told = { at: note.at, by: note.byId, action: 'note', version: subject.version, service: subject.service }
  const puts = [await notePut(table, subject, note), putNew(table.audit, itemOf(keys.audit(pk, note.id), told))]
  await written(table, because('there', puts), `${note.at}${note.id}`, 'the note was stored')
}
