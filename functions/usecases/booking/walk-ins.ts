// People who come without an appointment: given a number and told about how long, called, seen. Each deed is one write with its
// entry in the audit log (docs/rules/bookings.md, "Without an appointment").
import { can } from '#domain/cases/access.ts'
import type { Staff } from '#domain/cases/case.ts'
import type { Day } from '#domain/day.ts'
import { londonDay, londonTime } from '#domain/london.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { minuteOf } from '#domain/slots/rota.ts'
import { type AppointmentType, timetableOn } from '#domain/slots/timetable.ts'
import {
  afterDeed,
  type SeesPeople,
  seeingAt,
  type ToSee,
  usualMinutes,
  type Visits,
  type WalkIn,
  type WalkInDeed,
  type WalkInNeed,
  type WalkIns,
  waitOf,
  walkInDeeds,
  walkInWaits,
  withVisit,
} from '#domain/slots/walk-in.ts'
import { type Bookable, isBookable, type Service } from '#services/service.ts'
import type { AuditEntry } from '../ports/staff.ts'
import type { Clock, HoldStore, Ids } from '../ports/stores.ts'

type LookPorts = {
  readonly clock: Clock
  readonly holds: Pick<HoldStore, 'walkIns' | 'overview'>
  readonly services: readonly Service[]
}
export type WalkInPorts = LookPorts & { readonly ids: Ids }

// What people may come for, and in how many minutes they would be seen; undefined where nobody can see them today.
export type ComesFor = {
  readonly service: Bookable
  readonly type: string
  readonly name: string
  readonly wait: number | undefined
}

export type Queue = {
  readonly walkIns: WalkIns
  readonly visits: Visits
  readonly comesFor: readonly ComesFor[]
  // Of each who waits, by number.
  readonly waits: ReadonlyMap<number, number | undefined>
}

// Whoever books for a caller takes in who comes by.
export const takesIn = (services: readonly Service[], user: Staff): readonly Bookable[] =>
  services.filter(isBookable).filter(({ team }) => can(user, 'book-for', { team }))

/** Who waits at a place today, and about how long. Three reads. */
export const queueAt = async ({ clock, holds, services }: LookPorts, place: string): Promise<Queue> => {
  const now = clock.now()
  const day = londonDay(now)
  const there = services.filter(isBookable).filter(({ booking }) => place in booking.timetable.places)
  const staff = there.flatMap(({ booking }) => timetableOn(booking.timetable, day).staff.map(({ id }) => id))
  const [walkIns, visits, taken] = await Promise.all([
    holds.walkIns.on(place, day),
    holds.walkIns.visits(place),
    holds.overview(staff, [day], now),
  ])
  const at = { place, day, now: minuteOf(londonTime(now)), taken }
  const desks = there.flatMap(({ booking }) => seeingAt(booking.timetable, at))
  const offered = there.flatMap((service) => offeredBy(service, day, visits))
  return { walkIns, visits, ...estimated(offered, desks, { tickets: walkIns.tickets, now }) }
}

type Offered = { readonly service: Bookable; readonly id: string; readonly type: AppointmentType; readonly need: ToSee }

const offeredBy = (service: Bookable, today: Day, visits: Visits): readonly Offered[] =>
  Object.entries(timetableOn(service.booking.timetable, today).types)
    .filter(([, { group }]) => group !== true)
    .map(([id, type]) => ({
      ...{ service, id, type },
      need: { skill: type.skill, minutes: usualMinutes(visits, { type: id, minutes: type.minutes, today }) },
    }))

type Tickets = { readonly tickets: readonly WalkIn[]; readonly now: number }

// Who is seen at this moment comes first, with what is left of it; then who waits, in order.
const estimated = (
  offered: readonly Offered[],
  desks: readonly SeesPeople[],
  { tickets, now }: Tickets,
): Pick<Queue, 'comesFor' | 'waits'> => {
  const open = tickets.filter(({ ended }) => ended === undefined)
  const toSee = [...open.filter((one) => !walkInWaits(one)), ...open.filter(walkInWaits)].flatMap((ticket) => {
    const need = offered.find(({ id, service }) => id === ticket.type && service.id === ticket.service)?.need
    return need === undefined ? [] : [{ ticket, need: leftOf(ticket, need, now) }]
  })
  const ahead = toSee.map(({ need }) => need)
  return {
    comesFor: offered.map(({ service, id: type, type: { name }, need }) => ({
      ...{ service, type, name, wait: waitOf(desks, ahead, need) },
    })),
    waits: new Map(
      toSee.map(({ ticket, need }, index) => [ticket.number, waitOf(desks, ahead.slice(0, index), need)] as const),
    ),
  }
}

// Whoever is there for longer than usual may be done at any moment.
const leftOf = ({ calledAt }: WalkIn, need: ToSee, now: number): ToSee =>
  calledAt === undefined
    ? need
    : { ...need, minutes: Math.max(5, need.minutes - Math.floor((now - calledAt) / 60_000)) }

export type Coming = {
  readonly place: string
  readonly service: string
  readonly type: string
  readonly needs: readonly WalkInNeed[]
}

export type WalkInProblem = 'unknown-type' | 'not-now' | 'changed-elsewhere'

/** Their number, and what they are told. */
export const takeIn = async (
  ports: WalkInPorts,
  user: Staff,
  { place, service, type, needs }: Coming,
): Promise<Result<WalkIn, WalkInProblem>> => {
  const now = ports.clock.now()
  for (let left = tries; left > 0; left -= 1) {
    const { walkIns, comesFor } = await queueAt(ports, place)
    const wanted = comesFor.find((one) => one.type === type && one.service.id === service)
    if (wanted === undefined) return no('unknown-type')
    const told = wanted.wait === undefined ? {} : { told: wanted.wait }
    const ticket: WalkIn = { number: walkIns.tickets.length + 1, service, type, needs, cameAt: now, ...told }
    const at = { place, day: londonDay(now) }
    const after = { version: walkIns.version + 1, tickets: [...walkIns.tickets, ticket] }
    const entry = entryOf(ports, user, `walk-in-came-${place}-${at.day}-${ticket.number}`)
    if ((await ports.holds.walkIns.put(at, after, { entry })).ok) return ok(ticket)
  }
  return no('changed-elsewhere')
}

// Two at one desk press at one moment, seldom more.
const tries = 4

type OnTicket = { readonly place: string; readonly number: number; readonly deed: WalkInDeed }

export const doWith = async (
  ports: WalkInPorts,
  user: Staff,
  { place, number, deed }: OnTicket,
): Promise<Result<WalkIn, WalkInProblem>> => {
  const now = ports.clock.now()
  const at = { place, day: londonDay(now) }
  const { walkIns: store } = ports.holds
  for (let left = tries; left > 0; left -= 1) {
    const [{ version, tickets }, visits] = await Promise.all([store.on(place, at.day), store.visits(place)])
    const ticket = tickets.find((one) => one.number === number)
    if (ticket === undefined || !walkInDeeds(ticket).includes(deed)) return no('not-now')
    const done = afterDeed(ticket, deed, now)
    const after = { version: version + 1, tickets: tickets.map((one) => (one === ticket ? done : one)) }
    const entry = entryOf(ports, user, `walk-in-${deed}-${place}-${at.day}-${number}`)
    const seen = visitOf(done, visits, at.day)
    if ((await store.put(at, after, { entry, ...seen })).ok) return ok(done)
  }
  return no('changed-elsewhere')
}

const visitOf = ({ number, type, calledAt, ended }: WalkIn, visits: Visits, day: Day): { readonly visits?: Visits } =>
  calledAt === undefined || ended?.as !== 'seen'
    ? {}
    : { visits: withVisit(visits, { type, day, number, minutes: Math.round((ended.at - calledAt) / 60_000) }) }

const entryOf = ({ clock, ids }: Pick<WalkInPorts, 'clock' | 'ids'>, { id: by }: Staff, did: string): AuditEntry => {
  const at = clock.now()
  return { id: ids.ordered(at), at, by, did, allowed: true }
}
