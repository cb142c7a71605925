// A note on a case, with its entry in the audit log. Sent twice by a double press it is one note: its id is the form's own.
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import type { Case, Note } from '#domain/cases/case.ts'
import { itemOf, type SealedTable } from '../client.ts'
import { keys } from '../table.ts'
import { transact } from '../transact.ts'
import { sealedItem, sealOfCase } from './case-items.ts'

const absent = { ConditionExpression: 'attribute_not_exists(pk)' }

// Sealed with what else is said on the case.
export const notePut = async (
  table: SealedTable,
  subject: Case,
  { words, ...plain }: Note,
): Promise<TransactWriteItem> => {
  const seal = await sealOfCase(table, subject)
  const item = sealedItem(keys.note(subject.reference, plain.id), { plain, secret: { words } }, seal)
  return { Put: { TableName: table.name, Item: item, ...absent } }
}

export const putNote = async (table: SealedTable, subject: Case, note: Note): Promise<void> => {
  const { pk } = keys.case(subject.reference)
  const told = { at: note.at, by: note.byId, action: 'note', version: subject.version, service: subject.service }
  const done = await transact(
    table,
    [
      await notePut(table, subject, note),
      { Put: { TableName: table.audit, Item: itemOf(keys.audit(pk, note.id), told), ...absent } },
    ],
    `${note.at}${note.id}`,
  )
  if (!done.ok && done.error.is === 'unknown') throw new Error('Nobody knows whether the note was stored')
}
