// Codes that an officer awards, and what lowers a priority (docs/rules/housing.md, "Bands"): made
// and ended by a person, with a reason and on proof. Neither
// changes the band that counts; the rules propose another, and that goes its usual way to approval.
import type { Actor, Case, Decision } from '#domain/cases/case.ts'
import { decided, ending, endingsOf, standing } from '#domain/cases/decisions.ts'
import { placedNow } from '#domain/cases/placing.ts'
import { type Action, actorName, type Sets } from '#domain/cases/workflow.ts'
import { addMonths, type Day, earlier, inWords } from '#domain/day.ts'
import { choice, date, longText } from '#domain/forms/ask.ts'
import { answerOf } from '#domain/forms/fields/index.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import type { BandRule } from '../rules/packs/housing-pack.ts'
import { housingPackOn } from '../rules/packs/housing-packs.ts'

const officers = ['housing-officer', 'team-manager'] as const
const from = ['checking', 'more-info', 'reassessment']

type Named = { readonly code: string; readonly words: string }
type Kind = Decision['is']

// Every scheme's, newest wording first: a case is on the scheme of the day.
const awardable = housingPackOn('9999-01-01').bandRules.filter(({ by }) => by === 'AWARD')
const reducible = housingPackOn('9999-01-01').reductions
const restricted = awardable.filter(({ awardedBy }) => awardedBy !== undefined)
const usual = awardable.filter(({ awardedBy }) => awardedBy === undefined)

const named = (codes: readonly Named[]) =>
  Object.fromEntries(codes.map(({ code, words }) => [code, `${code}: ${words}`]))

const why = (label: string, hint = 'The applicant can ask for it, and for a review.') =>
  longText(label, { most: 1000, missing: 'Enter the reason', noun: 'Reason', hint, for: 'officer' })

const proof = {
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

const until = (hint: string) =>
  date('Date it ends', { must: 'future', withinYears: 5, optional: true, hint, for: 'officer' })

const awardQuestions = (rules: readonly BandRule[], untilHint: string) => ({
  code: choice('Select what you award', named(rules), { label: 'Award', for: 'officer' }),
  reason: why('Reason for the award'),
  ...proof,
  until: until(untilHint),
})

const made =
  (is: Kind) =>
  (typed: Typed, subject: Case, today: Day, actor: Actor): Sets => {
    const code = one(typed, 'code')
    const proofOn = dayIn(typed, 'proofOn', today)
    const ends = endOf(typed, today)
    const band = placedNow(subject.placing)?.band
    return kept(
      decided(subject.decisions, {
        ...{ is, code, on: today, ...whoIs(actor), reason: one(typed, 'reason') },
        ...(one(typed, 'proof') === '' ? {} : { proof: one(typed, 'proof') }),
        ...(proofOn === undefined ? {} : { proofOn }),
        ...(ends === undefined ? {} : { until: ends }),
        ...(is === 'reduction' && band !== undefined ? { bandBefore: band } : {}),
      }),
      today,
    )
  }

const whoIs = (actor: Actor): Pick<Decision, 'by' | 'byId' | 'roles'> =>
  actor.is === 'staff'
    ? { by: actor.name, byId: actor.id, roles: actor.roles }
    : { by: actorName(actor), byId: actor.is, roles: [] }

// The officer's own day, and never later than the scheme's.
const endOf = (typed: Typed, today: Day): Day | undefined => {
  const typedDay = dayIn(typed, 'until', today)
  const last = lastDay(one(typed, 'code'), today)
  if (typedDay === undefined || last === undefined) return typedDay ?? last
  return earlier(typedDay, last)
}

const lastDay = (code: string, today: Day): Day | undefined => {
  const months = housingPackOn(today).bandRules.find((rule) => rule.code === code)?.expiresAfterMonths
  return months === undefined ? undefined : addMonths(today, months)
}

const untilProblems = (typed: Typed, _subject: Case, today: Day): readonly Problem[] => {
  const typedDay = dayIn(typed, 'until', today)
  const last = lastDay(one(typed, 'code'), today)
  if (typedDay === undefined) return []
  if (typedDay <= today) return [{ field: 'until', words: 'Date it ends must be after today' }]
  if (last === undefined || typedDay <= last) return []
  return [{ field: 'until', words: `Date it ends must be the same as or before ${inWords(last)}` }]
}

const endQuestions = (missing: string, label: string, codes: readonly Named[]) => ({
  code: choice(missing, named(codes), { label, for: 'officer' }),
  reason: why('Reason it ends'),
})

const ended =
  (is: Kind) =>
  (typed: Typed, subject: Case, today: Day, actor: Actor): Sets =>
    kept(
      ending(
        subject.decisions,
        { is, code: one(typed, 'code'), on: today },
        { on: today, by: actorName(actor), reason: one(typed, 'reason') },
      ),
      today,
    )

const kept = (decisions: readonly Decision[], today: Day): Sets => ({
  decisions,
  endings: endingsOf(decisions, today),
})

const standingOf = (is: Kind, { decisions }: Case, today: Day): readonly string[] =>
  standing(decisions, today).flatMap((one) => (one.is === is ? [one.code] : []))

const where =
  (is: Kind) =>
  (subject: Case, today: Day): boolean =>
    standingOf(is, subject, today).length > 0

// Of all codes, those that stand on this case.
const narrowed =
  (is: Kind, questions: Readonly<Record<string, Question>>) =>
  (subject: Case, today: Day): Readonly<Record<string, Question>> => {
    const { code } = questions
    if (code?.kind !== 'choice') return questions
    const codes = standingOf(is, subject, today)
    const options = Object.fromEntries(Object.entries(code.options).filter(([id]) => codes.includes(id)))
    return { ...questions, code: { ...code, options } }
  }

const anyDay = date('Date')

const dayIn = (typed: Typed, id: string, today: Day): Day | undefined => {
  const found = answerOf(typed, id, anyDay, today)
  return typeof found === 'string' ? found : undefined
}

const endAward = endQuestions('Select the award that ends', 'Award', [...restricted, ...usual])
const endReduction = endQuestions('Select what ends', 'Reduction', reducible)

export const awardActions: readonly Action[] = [
  {
    id: 'award',
    label: 'Award a need',
    history: 'awarded a need',
    from,
    to: 'same',
    who: officers,
    needs: awardQuestions(usual, 'Leave it empty where the need is lasting'),
    checks: untilProblems,
    sets: made('award'),
    assesses: true,
  },
  {
    // "Only a Housing Team Leader may award" (Dorset Council housing allocations policy, October 2023, Band A).
    id: 'award-exceptional',
    label: 'Award exceptional need',
    history: 'awarded exceptional need',
    from,
    to: 'same',
    who: ['team-manager'],
    needs: awardQuestions(restricted, 'Leave it empty for 3 months, which is the most'),
    checks: untilProblems,
    sets: made('award'),
    assesses: true,
  },
  {
    id: 'end-award',
    label: 'End an award',
    history: 'ended an award',
    from,
    to: 'same',
    who: officers,
    needs: endAward,
    when: where('award'),
    asks: narrowed('award', endAward),
    sets: ended('award'),
    assesses: true,
  },
  {
    id: 'reduce',
    label: 'Lower the priority',
    history: 'decided on a lower priority',
    from,
    to: 'same',
    who: officers,
    needs: {
      code: choice('Select what lowers it', named(reducible), { label: 'Why it is lower', for: 'officer' }),
      reason: why('Reason for the lower priority', 'The applicant will see this, and can ask for a review.'),
    },
    sets: made('reduction'),
    assesses: true,
    adverse: true,
  },
  {
    id: 'end-reduction',
    label: 'End a lower priority',
    history: 'ended a lower priority',
    from,
    to: 'same',
    who: officers,
    needs: endReduction,
    when: where('reduction'),
    asks: narrowed('reduction', endReduction),
    sets: ended('reduction'),
    assesses: true,
  },
]
