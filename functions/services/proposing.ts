// One person proposes, another decides: what was proposed is kept on the case, and the page of whoever decides starts from it.

import type { Setting } from '#domain/cases/steps/sets.ts'
import { type Action, actorName } from '#domain/cases/workflow.ts'

// `action`: the one that decides.
export const proposes =
  (action: string): Setting =>
  (typed, _subject, today, actor) => ({ proposal: { action, typed, on: today, by: actorName(actor) } })

// Nothing where something else was proposed.
export const asProposed =
  (action: string): NonNullable<Action['starts']> =>
  ({ proposal }) =>
    proposal?.action === action ? proposal.typed : {}
