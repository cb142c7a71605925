// What officers decided on a housing case, in words: awards and lower priorities with their end, and every band that it has had.
import type { Case, Decision } from '#domain/cases/case.ts'
import { stands } from '#domain/cases/decisions.ts'
import { type Placing, placedNow } from '#domain/cases/placing.ts'
import { addDays, type Day, inWords } from '#domain/day.ts'
import type { DecisionShown, PlacingShown, Standing } from '#services/service.ts'
import { bedroomsIn } from '../rules/bedrooms/need-words.ts'
import { housingPackOn } from '../rules/packs/housing-packs.ts'
import { bandLabel } from './outcomes.ts'

export const housingStanding = ({ decisions = [], placing, proposed, state }: Case, today: Day): Standing => ({
  decisions: decisions.map((one) => decisionShown(one, today)).toSorted(standingFirst),
  placings: (placing?.placings ?? []).map(placingShown).toReversed(),
  ...(proposed === undefined || state !== 'assessed'
    ? {}
    : { proposed: placingShown({ ...proposed, proposedBy: proposed.by }) }),
})

// For the applicant: the band and the date that count.
export const placeShown = ({ placing }: Case) => {
  const now = placedNow(placing)
  return now === undefined
    ? []
    : [
        { question: 'Your band', lines: [bandLabel(now.band, now.on)] },
        { question: 'Your effective date', lines: [inWords(now.effectiveDate)] },
      ]
}

const decisionShown = (one: Decision, today: Day): DecisionShown => ({
  title: `${one.code}: ${wordsOf(one)}`,
  state: stateOf(one, today),
  lines: [
    `${one.is === 'award' ? 'Awarded' : 'Decided'} by ${one.by} on ${inWords(one.on)}`,
    one.reason,
    ...(one.proof === undefined ? [] : [`Proof${receivedOn(one)}: ${one.proof}`]),
    endLine(one, today),
  ],
})

const wordsOf = ({ is, code, on }: Decision): string => {
  const pack = housingPackOn(on)
  const rules = is === 'award' ? pack.bandRules : pack.reductions
  return rules.find((rule) => rule.code === code)?.words ?? 'Not in this scheme'
}

const receivedOn = ({ proofOn }: Decision): string => (proofOn === undefined ? '' : `, received on ${inWords(proofOn)}`)

const stateOf = (one: Decision, today: Day): DecisionShown['state'] => {
  if (!stands(one, today)) return 'ended'
  const soon = addDays(today, housingPackOn(today).awardWarningDays.value)
  return one.until !== undefined && one.until <= soon ? 'ends-soon' : 'stands'
}

const endLine = ({ until, ended }: Decision, today: Day): string => {
  if (ended !== undefined) return `Ended by ${ended.by} on ${inWords(ended.on)}: ${ended.reason}`
  if (until === undefined) return 'It has no end'
  return `${until <= today ? 'Ended' : 'Ends'} on ${inWords(until)}`
}

const rank = { 'ends-soon': 0, stands: 1, ended: 2 } as const
const standingFirst = (one: DecisionShown, other: DecisionShown): number => rank[one.state] - rank[other.state]

const placingShown = (one: Placing): PlacingShown => ({
  title: `${bandLabel(one.band, one.on)}, effective date ${inWords(one.effectiveDate)}`,
  lines: [
    `${one.proposedBy === undefined || one.proposedBy === one.by ? one.by : `${one.proposedBy} proposed it and ${one.by} approved it`}, ${inWords(one.on)}`,
    ...(one.bedrooms === undefined ? [] : [`Needs ${bedroomsIn(one.bedrooms)}`]),
    one.reason,
  ],
})
