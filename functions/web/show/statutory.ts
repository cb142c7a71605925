// The law's own clock beside a case: valid, decide by, comments, refund, with a word of warning where one is due.
import type { Case } from '#domain/cases/case.ts'
import {
  decideBy,
  mayDecideFrom,
  refundIsNear,
  type Statutory,
  type Urgency,
  urgencyOn,
} from '#domain/cases/statutory.ts'
import { addDays, type Day, inFullWords } from '#domain/day.ts'
import type { Variables } from '../template-runtime.ts'

export const statutoryRows = ({ statutory, dueOn }: Case, today: Day): readonly Variables[] => {
  if (statutory === undefined) return []
  // A closed case has no target left: what was due is history.
  const open = dueOn !== undefined
  return [
    { question: 'Valid', lines: [inFullWords(statutory.validOn)] },
    { question: 'Decide by law', lines: decideLines(statutory, open ? urgencyOn(statutory, today) : 'none') },
    { question: 'Comments', lines: commentLines(statutory) },
    ...(statutory.refundFrom === undefined
      ? []
      : [{ question: 'Fee refund', lines: refundLines(statutory, today, open) }]),
  ]
}

const warnings: Readonly<Record<Urgency, readonly string[]>> = {
  red: ['Urgent'],
  amber: ['5 working days or fewer left'],
  none: [],
}

const decideLines = (clock: Statutory, urgency: Urgency): readonly string[] => [
  inFullWords(decideBy(clock)),
  ...(clock.agreedUntil === undefined ? [] : [`Agreed in writing, in place of ${inFullWords(clock.expiresOn)}`]),
  ...(clock.term.approvedBySilence ? ['Without a decision by then it counts as approved'] : []),
  ...warnings[urgency],
]

const commentLines = (clock: Statutory): readonly string[] => {
  if (clock.term.noticeDays === 0) return ['No notices are needed']
  const from = mayDecideFrom(clock)
  return from === undefined
    ? ['Notices are not recorded yet']
    : [`Until ${inFullWords(addDays(from, -1))}`, `Not to be decided before ${inFullWords(from)}`]
}

const refundLines = (clock: Statutory, today: Day, open: boolean): readonly string[] => [
  `From ${inFullWords(clock.refundFrom ?? clock.validOn)}, if it is not decided`,
  ...(open && refundIsNear(clock, today) ? ['Less than two weeks left'] : []),
]
