// A note on a case, with its entry in the audit log. Sent twice by a double press it is one note: its id is the form's own.
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import type { Case, Note } from '#domain/cases/case.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { itemOf, keyItem, type SealedTable } from '../client.ts'
import { putNew, stillAt } from '../conditions.ts'
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

type Noting = { readonly subject: Case; readonly note: Note; readonly still: boolean }

export const putNote = async (
  table: SealedTable,
  { subject, note, still }: Noting,
): Promise<Result<null, 'changed-elsewhere'>> => {
  const { pk } = keys.case(subject.reference)
  const told = { at: note.at, by: note.byId, action: 'note', version: subject.version, service: subject.service }
  const puts = [await notePut(table, subject, note), putNew(table.audit, itemOf(keys.audit(pk, note.id), told))]
  const steps = [...because('there', puts), ...because('changed-elsewhere', still ? [unchanged(table, subject)] : [])]
  const done = await written(table, steps, `${note.at}${note.id}`, 'the note was stored')
  // The note is there already: whatever the case has become since, it was made.
  return done.ok || done.error === 'there' ? ok(null) : no(done.error)
}

const unchanged = ({ name }: SealedTable, { reference, version }: Case): TransactWriteItem => ({
  ConditionCheck: { TableName: name, Key: keyItem(keys.case(reference)), ...stillAt(version) },
})
