// Worklists: filtered and sorted by the address, a page at a time.

import { can } from '#domain/cases/access.ts'
import { buckets } from '#domain/cases/buckets.ts'
import type { ListedCase, Role } from '#domain/cases/case.ts'
import type { Typed } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import type { Service } from '#services/service.ts'
import { countBuckets } from '#usecases/casework/count-buckets.ts'
import {
  forApproval,
  sorts as orders,
  seeWorklist,
  type Wanted,
  type Worklist,
  whose,
  worklistViews,
} from '#usecases/casework/see-worklist.ts'
import { takeNext } from '#usecases/casework/take-next.ts'
import { firstView, seeViews } from '#usecases/team/saved-views.ts'
import { html, type Reply, type Request, seeOther, withCookie } from '../http.ts'
import { staffPages } from '../show/staff/pages.ts'
import { linkOf } from '../show/staff/work/views-page.ts'
import { type hrefFor, pageFrom } from '../show/staff/worklist-page.ts'
import { type LastList, listCookie } from './last-list.ts'
import { lookedIn } from './looked.ts'
import { around, caseAt, type DeskVisit } from './visit.ts'

// Where somebody's day begins (docs/rules/casework.md, "Worklists").
export const showHome = async ({ desk, user }: DeskVisit): Promise<Reply> => {
  const first = await firstView(desk, user)
  if (first !== undefined) return seeOther(linkOf(first).href)
  const own = desk.services.filter(({ team }) => user.teams.includes(team))
  return seeOther(homeOf(user.roles, own))
}

const homeOf = (roles: readonly Role[], own: readonly Service[]): string => {
  if (roles.every((role) => role === 'customer-adviser')) return '/cases/find'
  if (roles.includes('team-manager'))
    return own.some((service) => forApproval(service).length > 0) ? '/cases?show=approval' : '/cases?show=unassigned'
  if (roles.includes('bookings-staff')) return '/desk'
  return roles.some((role) => officers.includes(role)) ? '/cases?show=mine' : '/cases'
}

const officers: readonly Role[] = ['housing-officer', 'planning-officer']

export const showWorklist = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, user } = visit
  const wanted = wantedIn(visit.request.query)
  const [[seen, counts], kept] = await Promise.all([seenAndCounted(visit, wanted), seeViews(desk, user)])
  const { cases, late, next, sorts, states } = seen
  const query = queryOf(visit, seen)
  const looked = lookedIn(visit.request, { id: user.id, now: desk.clock.now() })
  const page = html(
    staffPages.worklist({
      around: around(visit, { here: wanted.show }),
      cases,
      late,
      ...shownBy(desk.services),
      query,
      ...{ counts, kept },
      mayTakeAway: can(user, 'take-list'),
      mayTake: desk.services.some(({ team }) => user.teams.includes(team)),
      told: toldIn(visit.request),
      ...{ sorts, states, bands: bandsOf(desk.services) },
      ...rowsFor(visit),
      ...(looked.since === undefined ? {} : { since: looked.since }),
      begins: beginsIn(visit.request.query),
      ...(next === undefined ? {} : { next }),
    }),
  )
  return withCookie(withCookie(page, looked.cookie), listCookie(listOf(query, beginsIn(visit.request.query), seen)))
}

// What the page reads of a list that is counted is counted too, and not read again.
const seenAndCounted = ({ desk, user }: DeskVisit, wanted: Wanted) => {
  const { show } = wanted
  const seeing = seeWorklist(desk, user, wanted)
  const isCounted = show === 'mine' || show === 'team'
  const ahead = seeing.then((one) => one.ahead)
  return Promise.all([seeing, isCounted ? countBuckets(desk, user, show, ahead) : []])
}

// In which an officer can place somebody.
const bandsOf = (services: readonly Service[]): readonly string[] => {
  const asked = services.flatMap(({ workflow }) => workflow.actions.map(({ needs }) => needs?.band))
  return [...new Set(asked.flatMap((one) => (one?.kind === 'choice' ? Object.keys(one.options) : [])))]
}

type Query = Parameters<typeof hrefFor>[0]

const queryOf = ({ request }: DeskVisit, { sort, state }: Worklist): Query => ({
  ...filtersIn(request.query),
  show: wantedIn(request.query).show,
  sort,
  ...(state === undefined ? {} : { state }),
})

// As it stood when it was looked at.
const listOf = (query: Query, begins: readonly string[], { cases, next }: Worklist): LastList => ({
  at: pageFrom(query, begins),
  references: cases.map(({ reference }) => reference),
  ...(next === undefined ? {} : { next: pageFrom(query, [...begins, next]) }),
})

// "Take the next case": from any list, to the case.
export const takeNextCase = async ({ desk, user }: DeskVisit): Promise<Reply> => {
  const taken = await takeNext(desk, user)
  return seeOther(taken.ok ? `${caseAt(taken.value.reference)}` : '/cases?show=unassigned&told=none-left')
}

const toldIn = ({ query }: Request): string | undefined =>
  query.told?.[0] === 'none-left' ? 'There is no case left that you can take.' : undefined

const filtersIn = (query: Typed): Pick<Wanted, 'bucket' | 'who' | 'restricted' | 'band'> => {
  const band = query.band?.[0] ?? ''
  const bucket = buckets.find((one) => one === query.bucket?.[0])
  const who = whose.find((one) => one === query.who?.[0])
  return {
    ...(bucket === undefined ? {} : { bucket }),
    ...(who === undefined ? {} : { who }),
    ...(query.restricted?.[0] === 'yes' ? { restricted: true } : {}),
    ...(/^[A-Z]{1,3}$/.test(band) ? { band } : {}),
  }
}

// What a row of a list needs to know of who reads it, and when.
export const rowsFor = ({ desk, user }: DeskVisit) => {
  const now = desk.clock.now()
  const seesBand = (subject: ListedCase): boolean => can(user, 'see-sensitive', { subject })
  return { now, today: londonDay(now), seesBand, me: user.name }
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
export const wantedIn = (query: Typed): Wanted => {
  const sort = orders.find((one) => one === query.sort?.[0])
  const cursor = beginsIn(query).at(-1)
  const state = query.state?.[0] ?? ''
  return {
    ...filtersIn(query),
    show: worklistViews.find((one) => one === query.show?.[0]) ?? 'team',
    ...(sort === undefined ? {} : { sort }),
    ...(/^[a-z]+\.[a-z-]+$/.test(state) ? { state } : {}),
    ...(cursor === undefined ? {} : { cursor }),
  }
}

// Where this page of a list begins, after where those before it began.
const beginsIn = ({ cursor = [], before = [] }: Typed): readonly string[] =>
  isPlace(cursor[0] ?? '') ? [...(before[0] ?? '').split('~').filter(isPlace), ...cursor.slice(0, 1)] : []

const isPlace = (place: string): boolean => /^\d{4}-\d\d-\d\d[T\d:.Z]*#\w{1,12}$/.test(place)

// A list as it is kept under a name: its filters and its order, and no page of it.
export const listIn = (values: Typed): Query => {
  const { cursor: _, ...wanted } = wantedIn(values)
  return { ...wanted, sort: wanted.sort ?? 'due' }
}
