// Does every open state say what comes next, with actions that can be taken from it?
import type { Service } from '../service.ts'

export const leadFaults = ({ id, workflow: { states, actions, leads } }: Service): readonly string[] => [
  ...Object.entries(states).flatMap(([state, { open }]) =>
    open === (leads[state] !== undefined)
      ? []
      : [`${id}: ${state} ${open ? 'is open and does not say what comes next' : 'is closed and says what comes next'}`],
  ),
  ...Object.entries(leads).flatMap(([state, list]) =>
    list.flatMap((lead) => [
      ...lead.actions
        .filter((each) => !actions.some((action) => action.id === each && action.from.includes(state)))
        .map((each) => `${id}: ${each} cannot be taken from ${state}, where it is said to come next`),
      ...(lead.actions.length > 1 && lead.words === undefined
        ? [`${id}: ${state} has no words for the choice of ${lead.actions.join(' and ')}`]
        : []),
    ]),
  ),
]
