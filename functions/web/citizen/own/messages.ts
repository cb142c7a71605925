// Writing to the council about a case. Answers stand on the case's page, and a text says that there is one.

import { answerDays } from '#domain/cases/news.ts'
import { small } from '#domain/first-letter.ts'
import type { Problem } from '#domain/forms/kind.ts'
import { one } from '#domain/forms/kind.ts'
import { tellCouncil } from '#usecases/casework/send-message.ts'
import { html, type Reply, seeOther } from '#web/http.ts'
import { pages } from '#web/show/citizen/pages.ts'
import { problemReply } from '../problem.ts'
import type { Answer } from '../visit.ts'
import { caseIsOver } from './case.ts'
import { aroundOwn, backTo, ownPath, type SentVisit } from './own-case.ts'

export const showWrite = (visit: SentVisit): Answer => (caseIsOver(visit) ? backTo(visit) : writeReply(visit, '', []))

export const takeWrite = async (visit: SentVisit): Promise<Answer> => {
  const { counter, request, service, whole } = visit
  if (caseIsOver(visit)) return backTo(visit)
  const typed = one(request.posted, 'message')
  const sent = await tellCouncil(counter, { service, whole, typed, once: one(request.posted, '_csrf') })
  if (sent.ok) return seeOther(`${ownPath(whole.subject.reference)}#messages`)
  if (typeof sent.error === 'string') return problemReply(counter, request, sent.error === 'not-you' ? 404 : 503)
  return writeReply(visit, typed, sent.error)
}

const writeReply = (visit: SentVisit, typed: string, problems: readonly Problem[]): Reply => {
  const { mayText } = visit.whole.subject.applicant
  const about = small(visit.service.forResident.yours)
  return html(
    pages.write({
      around: aroundOwn(visit),
      action: visit.request.path,
      about,
      typed,
      problems,
      words: [
        `We aim to answer within ${answerDays} working days. You will see the answer on the page of ${about}.`,
        mayText ? 'We will text you when there is an answer.' : 'We will not text you: come back to see the answer.',
        `If it cannot wait, call us on ${visit.service.start.phone}.`,
      ],
    }),
  )
}
