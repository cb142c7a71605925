// The second thing that whoever comes back must know, where the form asked it: the date of birth. Five tries a day for each application; only
// whoever has the phone or the phrase gets here, so nobody else can use them up.

import type { Day } from '#domain/day.ts'
import type { Answers } from '#domain/forms/answered/answers.ts'
import type { Draft } from '#domain/forms/answered/draft.ts'
import { date } from '#domain/forms/ask.ts'
import { answerOf, problemsOf } from '#domain/forms/fields/index.ts'
import { type Form, type Page, page } from '#domain/forms/form.ts'
import type { Problem } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { council } from '#services/council.ts'
import type { Service } from '#services/service.ts'
import { openDraft } from '#usecases/answering/open-draft.ts'
import { referenceOf } from '#usecases/answering/recovery-phrase.ts'
import { journeyOf } from '#usecases/answering/save-page.ts'
import { pages } from '#web/show/citizen/pages.ts'
import { html, type Reply, seeOther } from '../../http.ts'
import { paths } from '../../show/site.ts'
import { problemReply } from '../problem.ts'
import { held, type Session, withDraft } from '../session.ts'
import { type Answer, around, tagOf, type Visit, withSession } from '../visit.ts'
import { holdsDraft, yoursOf } from './yours.ts'

export const birthDatePath = (reference: string): string => `${paths.mine}/${reference}/date-of-birth`

// Is it still to be given for this application in this browser?
export const asksBirthDate = async (
  visit: Visit,
  service: Service,
  { draftId, reference }: { readonly draftId: string; readonly reference: string },
): Promise<boolean> => {
  if (visit.session.born?.includes(tagOf(visit.counter, reference)) === true) return false
  if (await holdsDraft(visit, draftId)) return false
  return (await birthDateIn(visit, service, draftId)) !== undefined
}

export const birthDateIn = async ({ counter }: Visit, service: Service, draftId: string): Promise<Day | undefined> => {
  const draft = await openDraft(counter, service, draftId)
  return draft === undefined ? undefined : bornOn(journeyOf(service, draft, counter.clock).answers)
}

// Of the person that the form is about, not of others in their household.
const whenBorn = ({ sections }: Form) =>
  sections
    .filter(({ is }) => is === 'pages')
    .flatMap((section) => section.pages.flatMap(({ questions }) => Object.entries(questions)))
    .find(([, question]) => question.kind === 'date' && question.born === true)

export const asksWhenBorn = (form: Form): boolean => whenBorn(form) !== undefined

const bornOn = (answers: Answers): Day | undefined => {
  const asked = whenBorn(answers.form)
  const answer = asked === undefined ? undefined : answers.answer(asked[0])
  return typeof answer === 'string' ? answer : undefined
}

const question = date('Date of birth', {
  missing: 'Enter the date of birth',
  hint: 'For example, 27 3 1986. If you help somebody, enter theirs.',
  born: true,
})

const birthPage: Page = page(
  'date-of-birth',
  'What date of birth did you give us?',
  { bornOn: question },
  {
    details: {
      summary: 'If you cannot give it',
      text: [
        `Call us on ${council.phones.switchboard} (${council.phoneHours.switchboard}) and say your reference, or come to any council office. We will help you.`,
      ],
    },
  },
)

// `reference`: of the application, also where it is answered again.
type About = {
  readonly service: Service
  readonly draftId: string
  readonly reference: string
  readonly onward: string
}

// What a phrase opened waits in the session until the date of birth is given.
const aboutOf = async (visit: Visit): Promise<About | undefined> => {
  const reference = visit.request.pathValues.reference ?? ''
  const { opening } = visit.session
  const draft = opening === undefined ? undefined : await visit.counter.drafts.get(held(opening).id)
  const service = visit.counter.services.find(({ id }) => id === draft?.service)
  if (draft !== undefined && service !== undefined && referenceOf(draft) === reference)
    return { service, draftId: draft.id, reference, onward: onwardOf(draft) }
  return proved(visit, reference)
}

export const onwardOf = (draft: Draft): string =>
  draft.status === 'submitted' ? `${paths.mine}/${referenceOf(draft)}` : `${paths.mine}/continue/${draft.reference}`

const proved = async (visit: Visit, reference: string): Promise<About | undefined> => {
  const { drafts, cases } = await yoursOf(visit)
  const begun = drafts.find((draft) => draft.reference === reference)
  const sent = cases.find((subject) => subject.reference === reference)
  const service = visit.counter.services.find(({ id }) => id === (begun ?? sent)?.service)
  const draftId = begun?.id ?? sent?.draftId
  if (service === undefined || draftId === undefined) return undefined
  const onward = begun === undefined ? `${paths.mine}/${reference}` : `${paths.mine}/continue/${reference}`
  return { service, draftId, reference: begun?.reopens?.caseReference ?? reference, onward }
}

export const showBirthDate = async (visit: Visit): Promise<Answer> => {
  const about = await aboutOf(visit)
  return about === undefined ? problemReply(visit.counter, visit.request, 404) : reply(visit, [])
}

export const takeBirthDate = async (visit: Visit): Promise<Answer> => {
  const about = await aboutOf(visit)
  if (about === undefined) return problemReply(visit.counter, visit.request, 404)
  const today = londonDay(visit.counter.clock.now())
  const problems = problemsOf(visit.request.posted, 'bornOn', question, today)
  if (problems.length > 0) return reply(visit, problems)
  const given = answerOf(visit.request.posted, 'bornOn', question, today)
  if (!(await isRight(visit, about, given))) return reply(visit, [wrong])
  return withSession(seeOther(about.onward), opened(visit, about))
}

const opened = ({ counter, session }: Visit, { service, draftId, reference }: About): Session => {
  const { opening, ...rest } = session
  const born = [tagOf(counter, reference), ...(session.born ?? [])].slice(0, mostBorn)
  const taken =
    opening === undefined || held(opening).id !== draftId ? rest : withDraft(rest, service.id, held(opening))
  return { ...taken, born }
}

const mostBorn = 6

// Wrong, and too often, read the same to somebody who guesses.
const wrong: Problem = {
  field: 'bornOn-day',
  words: `The date of birth is not the one you gave us, or it was wrong 5 times today. Check it, or call us on ${council.phones.switchboard}`,
}

const isRight = async (visit: Visit, { service, draftId }: About, given: unknown): Promise<boolean> => {
  const { access, clock } = visit.counter
  const tried = { what: 'birth-date', hash: draftId } as const
  const mayTry = await access.mayTry(tried, clock.now())
  const born = await birthDateIn(visit, service, draftId)
  if (!mayTry || born === undefined || given !== born) return false
  await access.forgetTries(tried, clock.now())
  return true
}

const reply = (visit: Visit, problems: readonly Problem[]): Reply =>
  html(
    pages.question({
      around: around(visit, undefined, paths.comeBack),
      page: birthPage,
      typed: {},
      problems,
      action: visit.request.path,
    }),
  )
