// "I know this applicant": the case is closed to whoever says so.
import { stepAside } from '#usecases/casework/assign-case.ts'
import { html, type Reply, seeOther } from '#web/http.ts'
import { staffPages } from '#web/show/staff/pages.ts'
import { conflictReply } from '../conflict.ts'
import { around, backToCase, type CaseVisit } from '../visit.ts'

export const showInterest = (visit: CaseVisit): Reply =>
  html(staffPages.interest({ around: around(visit, backToCase(visit)), reference: visit.whole.subject.reference }))

export const takeInterest = async (visit: CaseVisit): Promise<Reply> => {
  const { subject } = visit.whole
  const done = await stepAside(visit.desk, { subject, user: visit.user })
  return done.ok ? seeOther('/cases') : conflictReply(visit, { version: subject.version, typed: [] })
}
