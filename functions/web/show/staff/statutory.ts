// The law's own clock beside a case: valid, decide by, comments, refund, with a word of warning where one is due.
import type { Case } from '#domain/cases/case.ts'
import { addDays, type Day, inFullWords } from '#domain/day.ts'
import {
  decideBy,
  mayDecideFrom,
  refundIsNear,
  type Statutory,
  type Urgency,
  urgencyOn,
} from '#domain/rules/statutory.ts'
import type { Variables } from '#web/template-runtime.ts'

export const statutoryRows = ({ statutory, dueOn }: Case, today: Day): readonly Variables[] => {
  if (statutory === undefined) return []
  // A closed case has no target left: what was due is history.
  const open = dueOn !== undefined
  return [
    { question: 'Valid', lines: [inFullWords(statutory.validOn)] },
    { question: 'Decide by law', lines: decideLines(statutory, today, open) },
    { question: 'Comments', lines: commentLines(statutory, today) },
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

const decideLines = (clock: Statutory, today: Day, open: boolean): readonly string[] => [
  inFullWords(decideBy(clock)),
  ...(open && decideBy(clock) < today ? [passed(clock.term.approvedBySilence)] : []),
  ...(clock.agreedUntil === undefined ? [] : [`Agreed in writing, in place of ${inFullWords(clock.expiresOn)}`]),
  ...(clock.term.approvedBySilence && !(open && decideBy(clock) < today)
    ? ['Without a decision by then it counts as approved']
    : []),
  ...(open ? warnings[urgencyOn(clock, today)] : []),
]

const passed = (bySilence: boolean): string =>
  bySilence ? 'This day has passed: it may count as approved' : 'This day has passed'

const commentLines = (clock: Statutory, today: Day): readonly string[] => {
  if (clock.term.noticeDays === 0) return ['No notices are needed']
  const from = mayDecideFrom(clock)
  return from === undefined
    ? ['Notices are not recorded yet']
    : today < from
      ? [`Until ${inFullWords(addDays(from, -1))}`, `Not to be decided before ${inFullWords(from)}`]
      : [`Ended on ${inFullWords(addDays(from, -1))}`]
}

const refundLines = (clock: Statutory, today: Day, open: boolean): readonly string[] => {
  const from = clock.refundFrom ?? clock.validOn
  if (open && from <= today) return [`Due since ${inFullWords(from)}: it was not decided in time`]
  return [
    `From ${inFullWords(from)}, if it is not decided`,
    ...(open && refundIsNear(clock, today) ? ['Less than two weeks left'] : []),
  ]
}
