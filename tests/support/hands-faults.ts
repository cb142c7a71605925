// What stands beside a case's history says what the history says. It knows how the item looks, and nothing of what writes it.
import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import type { CaseEvent } from '#domain/cases/case.ts'

type Item = Readonly<Record<string, AttributeValue>>

/** `events`: of one case. `item`: as it stands beside them. */
export const handsFault = (reference: string, item: Item, events: readonly CaseEvent[]): readonly string[] => {
  const told = Number(item.told?.N)
  // Begun after the case was: nobody goes by it.
  if (told < events.length) return []
  const inOrder = events.toSorted((one, other) => one.version - other.version)
  const said = JSON.stringify(told === events.length && shownOf(item))
  return said === JSON.stringify(shouldBe(inOrder))
    ? []
    : [`Case ${reference} says otherwise than its history who did what`]
}

const shownOf = (item: Item) =>
  Object.entries(item)
    .filter(([name]) => /^(event|ever |last )/.test(name))
    .map(([name, { S = '', SS = [] }]) => `${name} ${[S, ...SS.toSorted()].join(' ').trim()}`)
    .toSorted()

const shouldBe = (events: readonly CaseEvent[]) => {
  const of = (action: string) => events.filter((event) => event.action === action)
  const who = (action: string) => [...new Set(of(action).flatMap(({ byId = [] }) => byId))].toSorted()
  const actions = [...new Set(events.map(({ action }) => action))]
  return [
    ...events.slice(-25).map(({ id, version }) => `event${version % 25} ${id}`),
    ...actions.filter((action) => who(action).length > 0).map((action) => `ever ${action} ${who(action).join(' ')}`),
    ...actions.map((action) => `last ${action} ${of(action).at(-1)?.byId ?? ''}`),
  ].toSorted()
}
