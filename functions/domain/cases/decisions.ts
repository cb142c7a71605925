// What officers decided on a case and its rules read: a code that is awarded or that lowers a priority, a room that is agreed. Each stands
// until it ends; nothing in the list is taken away, so that the case can always say who decided what, when, why and on which proof.
import type { Day } from '../day.ts'
import type { Decision, Ended } from './case.ts'
import type { EndingDecision } from './desk/row.ts'

export const stands = ({ on, until, ended }: Decision, today: Day): boolean =>
  on <= today && ended === undefined && (until === undefined || today < until)

export const standingDecisions = (decisions: readonly Decision[] | undefined, today: Day): readonly Decision[] =>
  (decisions ?? []).filter((one) => stands(one, today))

// A code that is decided again takes the place of the decision that stands: it is renewed.
export const decided = (decisions: readonly Decision[] | undefined, one: Decision): readonly Decision[] => [
  ...ending(decisions, one, { on: one.on, by: one.by, reason: 'Decided again' }),
  one,
]

export const ending = (
  decisions: readonly Decision[] | undefined,
  which: Pick<Decision, 'is' | 'code' | 'of' | 'on'>,
  ended: Ended,
): readonly Decision[] =>
  (decisions ?? []).map((one) => (isSame(one, which) && stands(one, which.on) ? { ...one, ended } : one))

const isSame = (one: Decision, { is, code, of }: Pick<Decision, 'is' | 'code' | 'of'>): boolean =>
  one.is === is && one.code === code && one.of === of

// Those that stand and will end, soonest first.
export const endingsOf = (decisions: readonly Decision[] | undefined, today: Day): readonly EndingDecision[] =>
  standingDecisions(decisions, today)
    .flatMap(({ is, code, until }) => (until === undefined ? [] : [{ is, code, on: until }]))
    .toSorted((one, other) => (one.on < other.on ? -1 : 1))
