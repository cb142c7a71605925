// "Who helps you": whom an applicant lets help, letting somebody help, and ending it. The same before and after it is sent.
import type { Draft } from '#domain/forms/answered/draft.ts'
import { type Helper, helperDays, helpersNow, isHelping, mostHelpers } from '#domain/forms/answered/helping.ts'
import { choice, email, mobile, option, reveal, text, yesNo } from '#domain/forms/ask.ts'
import { answerOf, problemsOf } from '#domain/forms/fields/index.ts'
import { type Page, page } from '#domain/forms/form.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import { londonDay } from '#domain/london.ts'
import { council } from '#services/council.ts'
import { endHelp, letHelp, mayInWords, type Named } from '#usecases/answering/helping.ts'
import { html, type Reply, seeOther } from '#web/http.ts'
import type { Around } from '#web/show/citizen/around.ts'
import { maskedEmail, phoneEnding } from '#web/show/citizen/masked.ts'
import { pages } from '#web/show/citizen/pages.ts'
import { dateOf, moment } from '#web/show/when.ts'
import { mayText } from '../coming-back/may-text.ts'
import { problemReply } from '../problem.ts'
import type { Answer, Visit } from '../visit.ts'

export const helpersPage = 'helpers'

// `at`: where it stands. `danger`: they told of somebody who may harm them. `told`: what was just done, for the history.
export type WhoHelps = {
  readonly visit: Visit
  readonly draft: Draft
  readonly at: string
  readonly back: string
  readonly around: Around
  readonly danger: boolean
  readonly sent: boolean
}

export const helpersReply = ({ visit, draft, at, around, sent, back }: WhoHelps): Reply => {
  const now = visit.counter.clock.now()
  const shown = (one: Helper) => shownHelper(one, isHelping(draft, one, now))
  return html(
    pages.helpers({
      around,
      now: helpersNow(draft, now).map(shown),
      ended: (draft.helpers ?? []).filter((one) => !isHelping(draft, one, now)).map(shown),
      ...(helpersNow(draft, now).length < mostHelpers ? { add: `${at}/add` } : {}),
      ...{ action: at, sent, back },
    }),
  )
}

const shownHelper = (helper: Helper, helps: boolean) => {
  const { id, name, relation, may, by, to, until, cameAt, endedAt } = helper
  return {
    ...{ id, name },
    rows: [
      { label: 'Who they are', text: relation },
      { label: 'They can', text: mayInWords[may] },
      { label: 'Their code goes to', text: by === 'text' ? phoneEnding(to) : maskedEmail(to) },
      { label: 'They first came', text: cameAt === undefined ? 'Not yet' : moment(cameAt) },
      helps
        ? { label: 'It ends by itself', text: dateOf(until) }
        : { label: 'Ended', text: endedAt === undefined ? 'By itself' : moment(endedAt) },
    ],
  }
}

/** Ends it, or lets the same person help again. The draft as it is then; undefined where somebody else was quicker. */
export const takeHelpers = async (
  { visit, draft, at }: WhoHelps,
  done: (helper: Helper, ended: boolean) => Promise<void> = async () => {},
): Promise<Answer> => {
  const { counter, request } = visit
  const helper = (draft.helpers ?? []).find(({ id }) => id === one(request.posted, 'end'))
  if (helper === undefined) return seeOther(at)
  const ended = await endHelp(counter, draft, helper.id)
  if (!ended.ok) return problemReply(counter, request, 409)
  await done(helper, true)
  return seeOther(at)
}

export const helperReply = (helped: WhoHelps, typed: Typed, problems: readonly Problem[]): Reply =>
  html(
    pages.question({
      around: helped.around,
      page: askedPage(helped),
      typed,
      problems,
      action: `${helped.at}/add`,
      button: 'Let them help',
    }),
  )

/** Somebody is let help, and gets a text or an email that says so. */
export const takeHelper = async (
  helped: WhoHelps,
  done: (helper: Named, ended: boolean) => Promise<void> = async () => {},
): Promise<Answer> => {
  const { visit, draft, at } = helped
  const { counter, request } = visit
  const today = londonDay(counter.clock.now())
  const { questions } = askedPage(helped)
  const problems = Object.entries(questions).flatMap(([id, question]) =>
    problemsOf(request.posted, id, question, today),
  )
  if (problems.length === 0 && one(request.posted, 'feelsSafe') === 'no')
    return helperReply(helped, request.posted, [notSafe])
  const named = problems.length > 0 ? undefined : namedIn(request.posted, questions, today)
  if (named === undefined) return helperReply(helped, request.posted, problems)
  const let_ = await letHelp(counter, draft, named, await mayText(visit))
  if (let_.ok) {
    await done(named, false)
    return seeOther(at)
  }
  return let_.error === 'too-many' ? seeOther(at) : problemReply(counter, request, 409)
}

const notSafe: Problem = {
  field: 'feelsSafe',
  words: `Do not let somebody help if you do not feel safe with them. Call us on ${council.phones.switchboard} and we will help you`,
}

const namedIn = (typed: Typed, questions: Page['questions'], today: string): Named | undefined => {
  const said = (id: string, question: Question | undefined = questions[id]): string => {
    const answer = question === undefined ? undefined : answerOf(typed, id, question, today)
    return typeof answer === 'string' ? answer : ''
  }
  const by = said('helperBy') === 'email' ? 'email' : 'text'
  const to = by === 'email' ? said('helperEmail', theirEmail) : said('helperPhone', theirPhone)
  const may = said('helperMay')
  if (to === '') return undefined
  return {
    name: said('helperName'),
    relation: said('helperRelation'),
    by,
    to,
    may: may === 'send' || may === 'fill' ? may : 'see',
  }
}

const theirPhone = mobile('Their UK mobile number', { theirs: true })
const theirEmail = email('Their email address', { missing: 'Enter their email address' })

const who = {
  helperName: text('Their full name', { missing: 'Enter their full name', most: 60 }),
  helperRelation: text('Who they are to you', {
    missing: 'Enter who they are to you',
    hint: 'For example, my daughter, a friend, my support worker',
    most: 60,
  }),
  helperBy: choice(
    'Select how we can send them a code',
    {
      text: reveal('Text message', { helperPhone: theirPhone }),
      email: reveal('Email', { helperEmail: theirEmail }),
    },
    { label: 'How can we send them a code?' },
  ),
}

const feelsSafe = yesNo('Select yes if you feel safe with them seeing your answers', {
  label: 'Do you feel safe with them seeing your answers?',
  hint: 'You told us that somebody may harm you. Think of who else may see their phone or read their emails.',
})

const helperMay = choice(
  'Select what they can do',
  {
    see: option('See your answers', 'They cannot change anything.'),
    fill: option('See and fill in your answers', 'You check them and send them.'),
    send: option(
      'Fill in your answers and send them for you',
      'They must read you the declaration first, and you must agree.',
    ),
  },
  { label: 'What can they do?' },
)

const guidance = [
  'Only let somebody help whom you trust. They cannot see or change what you told us about your safety, or how we contact you.',
  `It ends after ${helperDays} days. You can end it before, at any time.`,
]

const asks = (questions: Page['questions']): Page => page('helper', 'Let somebody help you', questions, { guidance })

const before = asks({ ...who, helperMay })
const beforeInDanger = asks({ ...who, helperMay, feelsSafe })
const after = asks(who)
const afterInDanger = asks({ ...who, feelsSafe })

// Of what was sent, they can only see where it stands.
const askedPage = ({ sent, danger }: WhoHelps): Page => {
  if (sent) return danger ? afterInDanger : after
  return danger ? beforeInDanger : before
}
