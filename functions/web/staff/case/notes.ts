// A note is added on the case's own page.
import { one } from '#domain/forms/kind.ts'
import { addNote } from '#usecases/casework/add-note.ts'
import { type Reply, seeOther } from '#web/http.ts'
import { type CaseVisit, caseAt } from '../visit.ts'
import { caseReply } from './case.ts'

export const takeNote = async (visit: CaseVisit): Promise<Reply> => {
  const { desk, request, whole, user } = visit
  const { subject } = whole
  const typed = request.posted.note?.[0] ?? ''
  const once = one(request.posted, '_csrf')
  const added = await addNote(desk, { subject, user, typed, once })
  if (added.ok || added.error === 'not-you') return seeOther(`${caseAt(subject.reference)}#notes`)
  return caseReply(visit, { note: { typed, problems: added.error } })
}
