// What an officer is asked with a decision that the rules read, and how it is kept on the case: who, when, why, on which proof, until when.
import type { Actor, Case, Decision } from '#domain/cases/case.ts'
import { decided, ending, endingsOf, standingDecisions } from '#domain/cases/decisions.ts'
import type { Sets } from '#domain/cases/steps/sets.ts'
import { actorName } from '#domain/cases/workflow.ts'
import type { Day } from '#domain/day.ts'
import { choice, date, longText } from '#domain/forms/ask.ts'
import { answerOf } from '#domain/forms/fields/index.ts'
import { one, type Typed } from '#domain/forms/kind.ts'
import type { Options, Question } from '#domain/forms/question.ts'

export const officers = ['housing-officer', 'team-manager'] as const
export const from = ['checking', 'more-info', 'reassessment']

export const why = (label: string, hint = 'The applicant can ask for it, and for a review.') =>
  longText(label, { most: 1000, missing: 'Enter the reason', noun: 'Reason', hint, for: 'officer' })

export const proof = {
  proof: longText('Proof that it rests on', {
    most: 500,
    rows: 3,
    missing: 'Enter the proof that it rests on',
    hint: 'For example, a letter from an occupational therapist and its date.',
    for: 'officer',
  }),
  proofOn: date('Date the proof was received', {
    must: 'past',
    withinYears: 2,
    missing: 'Enter the date the proof was received',
    for: 'officer',
  }),
}

export const until = (hint: string) =>
  date('Date it ends', { must: 'future', withinYears: 5, optional: true, hint, for: 'officer' })

type Asked = Readonly<Record<string, Question>>

export const endQuestions = (missing: string, label: string, options: Options): Asked => ({
  code: choice(missing, options, { label, for: 'officer' }),
  reason: why('Reason it ends'),
})

// Of all choices, those that this case has.
export const narrowed =
  (questions: Asked, optionsOf: (subject: Case, today: Day) => Options) =>
  (subject: Case, today: Day): Asked => {
    const { code } = questions
    return code?.kind === 'choice' ? { ...questions, code: { ...code, options: optionsOf(subject, today) } } : questions
  }

export const standingDecisionsOf = (is: Decision['is'], { decisions }: Case, today: Day): readonly Decision[] =>
  standingDecisions(decisions, today).filter((found) => found.is === is)

export const hasStanding =
  (is: Decision['is']) =>
  (subject: Case, today: Day): boolean =>
    standingDecisionsOf(is, subject, today).length > 0

type About = Pick<Decision, 'is' | 'code' | 'of' | 'until' | 'bandBefore'>
type By = { readonly today: Day; readonly actor: Actor }

export const keptDecision = (about: About, typed: Typed, { decisions }: Case, { today, actor }: By): Sets => {
  const proofOn = dayIn(typed, 'proofOn', today)
  return kept(
    decided(decisions, {
      ...about,
      ...{ on: today, ...whoIs(actor), reason: one(typed, 'reason') },
      ...(one(typed, 'proof') === '' ? {} : { proof: one(typed, 'proof') }),
      ...(proofOn === undefined ? {} : { proofOn }),
    }),
    today,
  )
}

export const endedDecision = (
  which: Pick<Decision, 'is' | 'code' | 'of'>,
  typed: Typed,
  { decisions }: Case,
  { today, actor }: By,
): Sets => {
  const ended = { on: today, by: actorName(actor), reason: one(typed, 'reason') }
  return kept(ending(decisions, { ...which, on: today }, ended), today)
}

export const dayIn = (typed: Typed, id: string, today: Day): Day | undefined => {
  const found = answerOf(typed, id, anyDay, today)
  return typeof found === 'string' ? found : undefined
}

const anyDay = date('Date')

const whoIs = (actor: Actor): Pick<Decision, 'by' | 'byId' | 'roles'> =>
  actor.is === 'staff'
    ? { by: actor.name, byId: actor.id, roles: actor.roles }
    : { by: actorName(actor), byId: actor.is, roles: [] }

const kept = (decisions: readonly Decision[], today: Day): Sets => ({
  decisions,
  endings: endingsOf(decisions, today),
})
