// A note is added from each page of a case, and leads back to that page.
import { one } from '#domain/forms/kind.ts'
import { addNote } from '#usecases/casework/add-note.ts'
import { type Reply, seeOther } from '#web/http.ts'
import { partAt } from '#web/show/staff/case/frame.ts'
import type { CaseVisit } from '../visit.ts'
import { partNamed, partReply } from './case.ts'

export const takeNote = async (visit: CaseVisit): Promise<Reply> => {
  const { desk, request, whole, user } = visit
  const { subject } = whole
  const typed = request.posted.note?.[0] ?? ''
  const once = one(request.posted, '_csrf')
  const part = partNamed(one(request.posted, 'part'))
  const contact = one(request.posted, 'contact') === 'yes'
  const added = await addNote(desk, { subject, user, typed, once, contact })
  if (added.ok || added.error === 'not-you') return seeOther(partAt(subject, part))
  return partReply(visit, part, { note: { typed, contact, problems: added.error } })
}
