// Who should have this case.
import { one, type Problem } from '#domain/forms/kind.ts'
import { assignCase, colleaguesFor } from '#usecases/casework/assign-case.ts'
import { html, type Reply, seeOther } from '#web/http.ts'
import { wordsForRoles } from '#web/show/staff/around.ts'
import { staffPages } from '#web/show/staff/pages.ts'
import { conflictReply } from '../conflict.ts'
import { versionOf } from '../kept.ts'
import { around, backToCase, type CaseVisit, caseAt, isOpen } from '../visit.ts'

export const showAssign = (visit: CaseVisit): Promise<Reply> | Reply =>
  isOpen(visit) ? assignReply(visit, []) : seeOther(caseAt(visit.whole.subject.reference))

const noOne = 'no-one'

export const takeAssign = async (visit: CaseVisit): Promise<Reply> => {
  const { desk, request, whole, user } = visit
  const { subject } = whole
  const to = one(request.posted, 'assignee')
  if (to === '' || !isOpen(visit)) return assignReply(visit, [select])
  const version = Number(one(request.posted, 'version'))
  const done = await assignCase(desk, { subject, user, version, ...(to === noOne ? {} : { to }) })
  if (done.ok) return seeOther(caseAt(subject.reference))
  if (done.error === 'nobody-known') return assignReply(visit, [select])
  return conflictReply(visit, { version, typed: [] })
}

// "Take it": one press, from the strip of the case.
export const takeCase = async (visit: CaseVisit): Promise<Reply> => {
  const { desk, request, whole, user } = visit
  const { subject } = whole
  const version = Number(one(request.posted, 'version'))
  if (subject.assignee?.id === user.id || !isOpen(visit)) return seeOther(caseAt(subject.reference))
  const done = await assignCase(desk, { subject, user, version, to: user.id })
  return done.ok ? seeOther(caseAt(subject.reference)) : conflictReply(visit, { version, typed: [] })
}

const select: Problem = { field: 'assignee', words: 'Select who should have this case' }

const assignReply = async (visit: CaseVisit, problems: readonly Problem[]): Promise<Reply> => {
  const { desk, whole, user } = visit
  const { subject } = whole
  const people = await colleaguesFor(desk, { subject, user })
  return html(
    staffPages.assign({
      around: around(visit, backToCase(visit)),
      reference: subject.reference,
      caseTitle: subject.title,
      version: versionOf(visit.kept, subject.version),
      ...(subject.assignee === undefined ? {} : { assigned: subject.assignee.id }),
      people: people.map(({ id, name, roles }) => ({
        id,
        name: id === user.id ? `${name} (you)` : name,
        hint: wordsForRoles(roles),
      })),
      ...(visit.kept === undefined ? {} : { assigned: one(visit.kept.typed, 'assignee') }),
      problems,
    }),
  )
}
