// A note on a case, with its entry in the audit log. Sent twice by a double press it is one note: its id is the form's own.
import type { Case, Note } from '#domain/cases/case.ts'
import { itemOf, type Table } from './client.ts'
import { keys } from './table.ts'
import { transact } from './transact.ts'

export const putNote = async (table: Table, subject: Case, note: Note): Promise<void> => {
  const absent = { ConditionExpression: 'attribute_not_exists(pk)' }
  const { pk } = keys.case(subject.reference)
  const told = { at: note.at, by: note.byId, action: 'note', version: subject.version, service: subject.service }
  const done = await transact(
    table,
    [
      { Put: { TableName: table.name, Item: itemOf(keys.note(subject.reference, note.id), note), ...absent } },
      { Put: { TableName: table.audit, Item: itemOf(keys.audit(pk, note.id), told), ...absent } },
    ],
    `${note.at}${note.id}`,
  )
  if (!done.ok && done.error.is === 'unknown') throw new Error('Nobody knows whether the note was stored')
}
