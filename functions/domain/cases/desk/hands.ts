// Who had a hand in what on a case: whoever decides is not whoever proposed (workflow.ts, `notBy`).
import type { CaseEvent } from '../case.ts'

/** By action: all of staff who ever took it, and who took it last; '' where that was nobody of staff. */
export type Hands = {
  readonly ever: Readonly<Record<string, readonly string[]>>
  readonly last: Readonly<Record<string, string>>
}

/** A history that is there from its beginning. `events`: oldest first. */
export const historyIn = (events: readonly CaseEvent[]) => ({ lately: events, earlier: false, hands: handsIn(events) })

/** `events`: all of a case, oldest first. */
export const handsIn = (events: readonly CaseEvent[]): Hands => ({
  ever: Object.fromEntries(
    [...Map.groupBy(events, ({ action }) => action)].map(([action, taken]) => [action, everybodyIn(taken)]),
  ),
  last: Object.fromEntries(events.map(({ action, byId = '' }) => [action, byId])),
})

const everybodyIn = (events: readonly CaseEvent[]): readonly string[] => [
  ...new Set(events.flatMap(({ byId }) => (byId === undefined ? [] : [byId]))),
]
