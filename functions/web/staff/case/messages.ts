// An answer to the applicant, and that what they sent was looked at.
import { one } from '#domain/forms/kind.ts'
import { markSeen } from '#usecases/casework/mark-seen.ts'
import { answerApplicant } from '#usecases/casework/send-message.ts'
import { type Reply, seeOther } from '#web/http.ts'
import { partAt } from '#web/show/staff/case/frame.ts'
import { conflictReply } from '../conflict.ts'
import { type CaseVisit, caseAt, wholeIn } from '../visit.ts'
import { partReply } from './case.ts'

export const takeMessage = async (visit: CaseVisit): Promise<Reply> => {
  const { desk, request, service, user } = visit
  const whole = await wholeIn(visit)
  const { subject } = whole
  const [typed, once] = [one(request.posted, 'message'), one(request.posted, '_csrf')]
  const sent = await answerApplicant(desk, { service, whole, typed, once }, user)
  if (sent.ok || sent.error === 'not-you') return seeOther(partAt(subject, 'messages'))
  if (typeof sent.error === 'string')
    return conflictReply(visit, { version: subject.version, typed: [{ question: 'Message', lines: [typed] }] })
  return partReply(visit, 'messages', { reply: { typed, problems: sent.error } })
}

export const takeSeen = async (visit: CaseVisit): Promise<Reply> => {
  const { desk, whole, user } = visit
  await markSeen(desk, whole.subject, user)
  return seeOther(caseAt(whole.subject.reference))
}
