// By what codes somebody comes back to what they sent, and making the other way theirs too. Whoever proved one way has not
// shown that the other is theirs: somebody who helped them may have given it.
import { safeEmail } from '#domain/cases/contact.ts'
import type { Draft } from '#domain/forms/answered/draft.ts'
import { emailWay, opensBy, opensByPhone } from '#domain/forms/answered/way-back.ts'
import { safePhone, waysOf } from '#usecases/answering/ways-back.ts'
import { html, seeOther } from '#web/http.ts'
import { maskedEmail, phoneEnding } from '#web/show/citizen/masked.ts'
import { pages } from '#web/show/citizen/pages.ts'
import { problemReply } from '../problem.ts'
import type { Answer } from '../visit.ts'
import { aroundOwn, ownPath, type SentVisit } from './own-case.ts'

export const waysBackPage = 'ways-back'

export const showWaysBack = async (visit: SentVisit): Promise<Answer> => {
  const { counter, request, whole } = visit
  const { subject } = whole
  const draft = await counter.drafts.get(subject.draftId)
  if (draft === undefined) return problemReply(counter, request, 404)
  const ways = waysIn(visit, draft)
  return html(
    pages.waysBack({
      around: aroundOwn(visit),
      reference: subject.reference,
      open: ways.filter(({ opens }) => opens).map(({ words }) => words),
      shut: ways.filter(({ opens }) => !opens).map(({ words }) => words),
      action: request.path,
      back: ownPath(subject.reference),
    }),
  )
}

const waysIn = ({ counter: { keys }, whole }: SentVisit, draft: Draft) => {
  const { applicant } = whole.subject
  const [phone, email] = [safePhone(applicant), safeEmail(applicant)]
  return [
    ...(phone === undefined
      ? []
      : [{ words: `a text to your ${phoneEnding(phone)}`, opens: opensByPhone(draft, keys.hash('phone', phone)) }]),
    ...(email === undefined
      ? []
      : [{ words: `an email to ${maskedEmail(email)}`, opens: opensBy(draft, emailWay(keys.hash, email)) }]),
  ]
}

export const takeWaysBack = async ({ counter, whole }: SentVisit): Promise<Answer> => {
  const { applicant, draftId, reference } = whole.subject
  await counter.access.vouch(draftId, waysOf(counter.keys, applicant))
  return seeOther(ownPath(reference, waysBackPage))
}
