// What an action sets on the case beside its state, and what is to be done after it.
import type { Day } from '../../day.ts'
import type { Typed } from '../../forms/kind.ts'
import type { Actor, Case } from '../case.ts'

export type TaskAfter = { readonly what: string; readonly due: Day }

export type Setting = (typed: Typed, subject: Case, today: Day, actor: Actor) => Sets

export type Sets = Partial<
  Pick<
    Case,
    | 'statutory'
    | 'dueOn'
    | 'decisions'
    | 'endings'
    | 'placing'
    | 'proposed'
    | 'proposal'
    | 'outcomes'
    | 'ticks'
    | 'reviews'
    | 'datedOn'
    | 'sameAs'
    | 'gateway'
    | 'feeReceived'
    | 'markers'
    | 'markerProposed'
    | 'evidence'
    | 'completeOn'
    | 'waiting'
    | 'complaint'
    | 'appointment'
  >
>
