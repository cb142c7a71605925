// Codes that an officer awards, and what lowers a priority (docs/rules/housing.md, "Bands"): made
// and ended by a person, with a reason and on proof. Neither
// changes the band that counts; the rules propose another, and that goes its usual way to approval.
import type { Actor, Case } from '#domain/cases/case.ts'
import { placedNow } from '#domain/cases/placing.ts'
import type { Sets } from '#domain/cases/steps/sets.ts'
import type { Action } from '#domain/cases/workflow.ts'
import { addMonths, type Day, earlier, inWords } from '#domain/day.ts'
import { choice } from '#domain/forms/ask.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import type { Options, Question } from '#domain/forms/question.ts'
import type { BandRule } from '../rules/packs/housing-pack.ts'
import { housingPackOn } from '../rules/packs/housing-packs.ts'
import {
  dayIn,
  endedDecision,
  endQuestions,
  from,
  hasStanding,
  keptDecision,
  narrowed,
  officers,
  proof,
  standingDecisionsOf,
  until,
  why,
} from './decision-questions.ts'

type Named = { readonly code: string; readonly words: string }
type Kind = 'award' | 'reduction'

// Every scheme's, newest wording first: a case is on the scheme of the day.
const awardable = housingPackOn('9999-01-01').bandRules.filter(({ by }) => by === 'AWARD')
const reducible = housingPackOn('9999-01-01').reductions
const restricted = awardable.filter(({ awardedBy }) => awardedBy !== undefined)
const usual = awardable.filter(({ awardedBy }) => awardedBy === undefined)

// The codes are the scheme's own short names: people read the words.
const named = (codes: readonly Named[]): Options =>
  Object.fromEntries(codes.map(({ code, words }) => [code, { label: words }]))

const awardQuestions = (rules: readonly BandRule[], untilHint: string) => ({
  code: choice('Select what you award', named(rules), { label: 'Award', for: 'officer' }),
  reason: why('Reason for the award'),
  ...proof,
  until: until(untilHint),
})

const made =
  (is: Kind) =>
  (typed: Typed, subject: Case, today: Day, actor: Actor): Sets => {
    const ends = endOf(typed, today)
    const band = placedNow(subject.placing)?.band
    const about = {
      ...{ is, code: one(typed, 'code') },
      ...(ends === undefined ? {} : { until: ends }),
      ...(is === 'reduction' && band !== undefined ? { bandBefore: band } : {}),
    }
    return keptDecision(about, typed, subject, { today, actor })
  }

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

const ended =
  (is: Kind) =>
  (typed: Typed, subject: Case, today: Day, actor: Actor): Sets =>
    endedDecision({ is, code: one(typed, 'code') }, typed, subject, { today, actor })

// Of all codes, those that stand on this case.
const standingCodes = (is: Kind, questions: Readonly<Record<string, Question>>) =>
  narrowed(questions, (subject, today) => {
    const codes = standingDecisionsOf(is, subject, today).map(({ code }) => code)
    const { code } = questions
    const options = code?.kind === 'choice' ? code.options : {}
    return Object.fromEntries(Object.entries(options).filter(([id]) => codes.includes(id)))
  })

const endAward = endQuestions('Select the award that ends', 'Award', named([...restricted, ...usual]))
const endReduction = endQuestions('Select what ends', 'Reduction', named(reducible))

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
    when: hasStanding('award'),
    asks: standingCodes('award', endAward),
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
      code: choice('Select what lowers it', named(reducible), {
        ...{ label: 'Why it is lower', for: 'officer' },
        toldTo: 'applicant',
      }),
      reason: { ...why('Reason for the lower priority', 'They can ask for a review.'), toldTo: 'applicant' },
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
    when: hasStanding('reduction'),
    asks: standingCodes('reduction', endReduction),
    sets: ended('reduction'),
    assesses: true,
  },
]
