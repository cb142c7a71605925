// A service's workflow as a state diagram: who moves a case from where to where, and whether the applicant is texted.
import type { Action, Workflow } from '#domain/cases/workflow.ts'

export const drawWorkflow = ({ start, states, actions }: Workflow): string =>
  [
    '```mermaid',
    'stateDiagram-v2',
    ...Object.entries(states).map(([id, { label }]) => `  state "${label}" as ${idOf(id)}`),
    `  [*] --> ${idOf(start)}`,
    ...actions
      .filter(moves(states))
      .flatMap((action) =>
        action.from.map(
          (from) => `  ${idOf(from)} --> ${idOf(action.to === 'same' ? from : action.to)}: ${words(action)}`,
        ),
      ),
    ...Object.entries(states).flatMap(([id, { open }]) => (open ? [] : [`  ${idOf(id)} --> [*]`])),
    '```',
  ].join('\n')

// What can be done in every state and changes none would hide all else.
const moves =
  (states: Workflow['states']) =>
  ({ from, to }: Action): boolean =>
    to !== 'same' || from.length < Object.keys(states).length

const words = ({ label, who, text, adverse }: Action): string =>
  [
    `${label} (${who.map((role) => role.replaceAll('-', ' ')).join(', ')})`,
    ...(text === undefined ? [] : ['sends a text']),
    ...(adverse === true ? ['against the applicant'] : []),
  ].join(', ')

const idOf = (id: string): string => id.replaceAll('-', '_')
