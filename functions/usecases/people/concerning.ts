// The case that a complaint is about, looked up: whoever of the staff had a part in it does not answer (docs/rules/complaints.md, "Who answers").
import type { Concerns, Stood } from '#domain/cases/desk/complaint.ts'
import { serviceOf } from '#services/catalogue.ts'
import type { Service } from '#services/service.ts'
import type { CaseStore } from '../ports/stores.ts'

type Ports = { readonly cases: Pick<CaseStore, 'parts'> }

/** `stands` is missing where there is no such case. */
export const concerning = async ({ cases }: Ports, reference: string): Promise<Concerns> => {
  const found = await cases.parts(reference)
  return found === undefined ? { reference, partIn: [] } : concernsOf(reference, found, serviceOf(found.service))
}

// A part in it is an action of its workflow: not a note, nor that somebody had it.
const concernsOf = (reference: string, { events, ...stood }: Stood, service: Service | undefined): Concerns => {
  const { actions = [], states = {} } = service?.workflow ?? {}
  const ids = events.flatMap(({ byId, action }) =>
    byId !== undefined && actions.some(({ id }) => id === action) ? [byId] : [],
  )
  const state = states[stood.state]?.label ?? stood.state
  return { reference, partIn: [...new Set(ids)], stands: { ...stood, state } }
}
