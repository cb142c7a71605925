// The band that is proposed, and the band that counts from its approval on: each change of it is a line of the case's own history of bands
// (housing 1.9).
import type { Actor, Case } from '#domain/cases/case.ts'
import type { Placing, PlacingHistory } from '#domain/cases/placing.ts'
import { actorName, type Sets } from '#domain/cases/workflow.ts'
import { type Day, earlier } from '#domain/day.ts'
import { answerOf } from '#domain/forms/fields/index.ts'
import { one, type Typed } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { bandQuestions } from './propose-band.ts'

export const proposesPlacing = (typed: Typed, _subject: Case, today: Day, actor: Actor): Sets => {
  const answer = (id: keyof typeof bandQuestions) => answerOf(typed, id, bandQuestions[id], today)
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
  return { placing: withPlacing(subject, placing) }
}

const withPlacing = ({ placing, openedAt }: Case, next: Placing): PlacingHistory => ({
  registered: placing?.registered ?? earlier(londonDay(openedAt), next.effectiveDate),
  placings: [...(placing?.placings ?? []), next],
})
