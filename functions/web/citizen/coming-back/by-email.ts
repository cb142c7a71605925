// Save and come back by email: an address to save by, and a code by email to it for one reference. Only where email is safe.
import { email } from '#domain/forms/ask.ts'
import { answerOf, problemsOf } from '#domain/forms/fields/index.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { plainReference } from '#usecases/answering/recovery-phrase.ts'
import { askForCodeByEmail, isEmailOwner } from '#usecases/answering/return-code.ts'
import { saveByEmail } from '#usecases/answering/save-for-later.ts'
import { isWayBackKey } from '#usecases/texts/way-back.ts'
import { html, type Reply, seeOther } from '#web/http.ts'
import { maskedEmail } from '#web/show/citizen/masked.ts'
import { pages } from '#web/show/citizen/pages.ts'
import { paths } from '#web/show/site.ts'
import { problemReply } from '../problem.ts'
import { type Answer, around, type DraftVisit, to, type Visit, withSession } from '../visit.ts'
import { codePath, noMoreCodes } from './enter-code.ts'
import { mayText } from './may-text.ts'

const question = email('Email address', { missing: 'Enter your email address' })

type Given = { readonly email?: string; readonly problems: readonly Problem[] }

const emailIn = (visit: Visit): Given => {
  const [{ posted }, today] = [visit.request, londonDay(visit.counter.clock.now())]
  const problems = problemsOf(posted, 'email', question, today)
  const given = problems.length > 0 ? undefined : answerOf(posted, 'email', question, today)
  return { problems, ...(typeof given === 'string' ? { email: given } : {}) }
}

// As for a code by text: the reference in the address fills in the field, and the key beside it is kept.
export const showByEmail = (visit: Visit): Answer => {
  const reply = byEmailReply(visit, { reference: [visit.request.pathValues.reference ?? ''] }, [])
  const wayBackKey = Object.keys(visit.request.query).find(isWayBackKey)
  return wayBackKey === undefined ? reply : withSession(reply, { ...visit.session, wayBackKey })
}

const byEmailReply = (visit: Visit, typed: Typed, problems: readonly Problem[]): Reply =>
  html(
    pages.byEmail({
      around: around(visit, undefined, paths.comeBack),
      action: paths.byEmail,
      typed: { reference: one(typed, 'reference'), email: one(typed, 'email') },
      problems,
    }),
  )

export const takeByEmail = async (visit: Visit): Promise<Answer> => {
  const { counter, request, session } = visit
  const reference = plainReference(one(request.posted, 'reference'))
  const given = emailIn(visit)
  const missing = reference === '' ? [{ field: 'reference', words: 'Enter your reference' }] : []
  if (given.email === undefined || missing.length > 0)
    return byEmailReply(visit, request.posted, [...missing, ...given.problems])
  const named = { reference, email: given.email }
  const shown = session.wayBackKey === undefined ? {} : { wayBackKey: session.wayBackKey }
  if (!isEmailOwner(counter, { ...named, ...shown }) && !(await mayText(visit))) return noMoreCodes(visit, 'email')
  const challenge = counter.ids.secret()
  const asked = await askForCodeByEmail(counter, { challenge, ...named, ...shown })
  if (!asked.ok) return noMoreCodes(visit, 'email')
  const codeTo = { by: 'email', masked: maskedEmail(given.email) } as const
  return withSession(seeOther(codePath), { ...session, challenge, codeTo })
}

export const showSaveByEmail = (visit: DraftVisit): Answer =>
  mayEmail(visit) ? saveReply(visit, [], '') : seeOther(to(visit.service, 'save'))

const saveReply = (visit: DraftVisit, problems: readonly Problem[], typed: string): Reply =>
  html(
    pages.saveByEmail({
      around: around(visit, visit.service, to(visit.service, 'save')),
      action: to(visit.service, saveByEmailPath),
      typed: { email: typed },
      problems,
      phrase: to(visit.service, 'recovery-phrase'),
    }),
  )

export const saveByEmailPath = 'save-by-email'

export const takeSaveByEmail = async (visit: DraftVisit): Promise<Answer> => {
  const { counter, draft, request, service } = visit
  if (!mayEmail(visit)) return seeOther(to(service, 'save'))
  const given = emailIn(visit)
  if (given.email === undefined) return saveReply(visit, given.problems, one(request.posted, 'email'))
  const sends = draft.email !== given.email && (await mayText(visit))
  const saved = await saveByEmail(counter, draft, { email: given.email, sends })
  return saved.ok ? seeOther(to(service, 'save')) : problemReply(counter, request, 409)
}

// Who said in the form that email is not safe is not asked for an address here.
export const mayEmail = ({ service, walk }: Pick<DraftVisit, 'service' | 'walk'>): boolean =>
  service.emailIsSafe?.(walk.answers) !== false
