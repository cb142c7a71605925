// Worklists: filtered and sorted by the address, a page at a time.
import { londonDay } from '#domain/london.ts'
import type { Service } from '#services/service.ts'
import { seeWorklist, sorts, views, type Wanted } from '#usecases/casework/see-worklist.ts'
import { html, type Reply, type Request } from '../http.ts'
import { staffPages } from '../show/staff/pages.ts'
import { around, type DeskVisit } from './visit.ts'

export const showWorklist = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, user } = visit
  const wanted = wantedIn(visit.request)
  const { cases, late, next, sort, sorts: sortable, states, state } = await seeWorklist(desk, user, wanted)
  return html(
    staffPages.worklist({
      around: around(visit, { here: wanted.show }),
      cases,
      late,
      ...shownBy(desk.services),
      query: { show: wanted.show, sort, ...(state === undefined ? {} : { state }) },
      sorts: sortable,
      states,
      today: londonDay(desk.clock.now()),
      paged: wanted.cursor !== undefined,
      ...(next === undefined ? {} : { next }),
    }),
  )
}

// How a case's state and service are called.
export const shownBy = (services: readonly Service[]) => {
  const serviceOf = (id: string) => services.find((service) => service.id === id)
  return {
    stateOf: ({ service, state }: { readonly service: string; readonly state: string }) => ({
      ...unknown(state),
      ...serviceOf(service)?.workflow.states[state],
    }),
    serviceName: ({ service }: { readonly service: string }) => serviceOf(service)?.name ?? service,
  }
}

const unknown = (state: string) => ({ label: state, forApplicant: '', open: true, tag: 'grey' }) as const

// An address that asks for a list, order or page that there is none of gets the usual one.
const wantedIn = ({ query }: Request): Wanted => {
  const sort = sorts.find((one) => one === query.sort?.[0])
  const cursor = query.cursor?.[0] ?? ''
  const state = query.state?.[0] ?? ''
  return {
    show: views.find((one) => one === query.show?.[0]) ?? 'team',
    ...(sort === undefined ? {} : { sort }),
    ...(state === '' ? {} : { state }),
    ...(/^\d{4}-\d\d-\d\d[T\d:.Z]*#\w{1,12}$/.test(cursor) ? { cursor } : {}),
  }
}
