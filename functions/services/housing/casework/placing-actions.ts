// The band that is proposed, and the band that counts from its approval on: each change of it is a line of the case's own history of bands
// (docs/rules/housing.md, "The effective date").
import type { Actor, Case } from '#domain/cases/case.ts'
import { outcomeNow } from '#domain/cases/outcome.ts'
import { type Placing, type PlacingHistory, placedNow } from '#domain/cases/placing.ts'
import type { Sets } from '#domain/cases/steps/sets.ts'
import { type Action, actorName } from '#domain/cases/workflow.ts'
import { type Day, earlier } from '#domain/day.ts'
import { longText } from '#domain/forms/ask.ts'
import { answerOf } from '#domain/forms/fields/index.ts'
import { one, type Typed } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { toldPlacing } from './outcomes.ts'
import { proposeBandQuestions } from './propose-band.ts'

export const proposesPlacing = (typed: Typed, _subject: Case, today: Day, actor: Actor): Sets => {
  const answer = (id: keyof typeof proposeBandQuestions) => answerOf(typed, id, proposeBandQuestions[id], today)
  const [effectiveDate, bedrooms] = [answer('effectiveDate'), answer('bedrooms')]
  return {
    proposed: {
      band: one(typed, 'band'),
      effectiveDate: typeof effectiveDate === 'string' ? effectiveDate : today,
      on: today,
      reason: one(typed, 'reason'),
      by: actorName(actor),
      ...(typeof bedrooms === 'number' ? { bedrooms } : {}),
    },
  }
}

// A case that was proposed before proposals were kept has none: its history of bands begins with the next.
export const placesAsProposed = (_typed: Typed, subject: Case, today: Day, actor: Actor): Sets => {
  const { proposed } = subject
  if (proposed === undefined) return {}
  const placing = { ...proposed, on: today, by: actorName(actor), proposedBy: proposed.by }
  return { placing: withPlacing(subject, placing), ...toldPlacing(subject, placing, today, { actor }) }
}

// After an officer's error, or a review that was upheld (docs/rules/housing.md, "The effective
// date"): the household stands as it should have stood.
export const restoreAction: Action = {
  id: 'restore-date',
  label: 'Put the effective date right',
  history: 'put the effective date right',
  from: ['active', 'reassessment'],
  to: 'same',
  who: ['team-manager'],
  needs: {
    effectiveDate: proposeBandQuestions.effectiveDate,
    reason: longText('Reason', {
      most: 1000,
      missing: 'Enter the reason',
      hint: 'For example, the error, or the review that was upheld. The applicant can ask for it.',
      for: 'officer',
    }),
  },
  when: ({ placing }) => placing !== undefined,
  sets: restores,
  assesses: true,
  text: 'accepted',
}

function restores(typed: Typed, subject: Case, today: Day, actor: Actor): Sets {
  const now = placedNow(subject.placing)
  const effectiveDate = answerOf(typed, 'effectiveDate', proposeBandQuestions.effectiveDate, today)
  if (now === undefined || typeof effectiveDate !== 'string') return {}
  const { proposedBy: _before, ...same } = now
  const next = { ...same, effectiveDate, on: today, reason: one(typed, 'reason'), by: actorName(actor) }
  const title = 'Your effective date is put right'
  return {
    placing: withPlacing(subject, next),
    ...toldPlacing(subject, next, today, { actor, title, ...corrects(subject, next) }),
  }
}

const corrects = (subject: Case, { reason }: Placing) => {
  const version = outcomeNow(subject)?.version
  return version === undefined ? {} : { replaces: { version, why: reason } }
}

const withPlacing = ({ placing, openedAt }: Case, next: Placing): PlacingHistory => ({
  registered: placing?.registered ?? earlier(londonDay(openedAt), next.effectiveDate),
  placings: [...(placing?.placings ?? []), next],
})
