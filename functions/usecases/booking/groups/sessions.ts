// Sessions that several people come to: which there are, who comes, how many seats they have (docs/rules/bookings.md, "Workshops").
// Each change is one write with its entry in the audit log.
import { can } from '#domain/cases/access.ts'
import type { Case, Staff } from '#domain/cases/case.ts'
import { addDays, type Day } from '#domain/day.ts'
import { instantOf, londonDay } from '#domain/london.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { type Block, closedBy, isShut } from '#domain/slots/block.ts'
import { minuteOf } from '#domain/slots/rota.ts'
import { bucketsOf, type Claim } from '#domain/slots/timetable.ts'
import {
  inOrderOfTime,
  isSeat,
  resized,
  type Seating,
  seatingOf,
  seatsOf,
  sessionClaimant,
  type Workshop,
  type Workshops,
} from '#domain/slots/workshop.ts'
import { type Bookable, isBookable, type Service } from '#services/service.ts'
import type { CaseStore, Clock, HoldStore, Ids } from '../../ports/stores.ts'
import type { SessionChange } from '../../ports/timetables.ts'
import { hasGroups } from '../live-timetable.ts'

export type SessionPorts = { readonly clock: Clock; readonly ids: Ids; readonly holds: HoldStore }

// Whose sessions this person sees, and whose they may make and change.
export const seesSessions = (services: readonly Service[], user: Staff): readonly Bookable[] =>
  withGroups(services).filter(({ team }) => can(user, 'see-team', { team }))

export const runsSessions = (services: readonly Service[], user: Staff): readonly Bookable[] =>
  withGroups(services).filter(({ team }) => can(user, 'close-time', { team }))

// Whoever takes in who comes by ticks who came.
export const ticksSessions = (services: readonly Service[], user: Staff): readonly Bookable[] =>
  withGroups(services).filter(({ team }) => can(user, 'book-for', { team }))

const withGroups = (services: readonly Service[]): readonly Bookable[] =>
  services.filter(isBookable).filter(({ booking }) => hasGroups(booking.timetable))

export type SessionSeen = { readonly session: Workshop; readonly seating: Seating; readonly closed: boolean }

// As it was a moment ago: a query a month, and what is closed.
export const sessionsSeen = async (
  { clock, holds }: Pick<SessionPorts, 'clock' | 'holds'>,
  { booking: { timetable } }: Bookable,
  span: { readonly from: Day; readonly days: number },
): Promise<readonly SessionSeen[]> => {
  const last = addDays(span.from, span.days)
  const all = (timetable.sessions ?? []).filter(({ day }) => span.from <= day && day < last)
  const days = [...new Set(all.map(({ day }) => day))]
  const [taken, blocks] = await Promise.all([
    holds.overview(all.map(sessionClaimant), days, clock.now()),
    holds.blocks.standing(),
  ])
  return inOrderOfTime(all).map((session) => ({
    session,
    seating: seatingOf(session, taken.get(`${sessionClaimant(session)}#${session.day}`)),
    closed: closesIt(timetable, blocks.standing, session) !== undefined,
  }))
}

// The block by which it does not take place.
export const closesIt = (
  timetable: Bookable['booking']['timetable'],
  blocks: readonly Block[],
  session: Workshop,
): Block | undefined =>
  blocks
    .filter((block) => isShut(block) && block.from <= session.day && session.day <= block.until)
    .find((block) => closedBy(timetable, block).some(({ claimant }) => claimant === sessionClaimant(session)))

// Whose seats they are, by name; who cancelled is left out.
export const attendeesOf = async (
  { cases }: { readonly cases: Pick<CaseStore, 'sheet'> },
  session: Workshop,
): Promise<readonly Case[]> => {
  const subjects = await cases.sheet(session.place, session.day)
  return subjects
    .filter(({ appointment }) => appointment?.cancelled !== true && appointment?.claimants.some(isSeat) === true)
    .filter(({ appointment }) => appointment?.claimants.includes(sessionClaimant(session)))
    .toSorted((a, b) => a.title.localeCompare(b.title))
}

export const seatsTaken = async (
  { clock, holds }: Pick<SessionPorts, 'clock' | 'holds'>,
  session: Workshop,
): Promise<ReadonlySet<string>> => {
  const claimant = sessionClaimant(session)
  const found = await holds.taken([claimant], [session.day], clock.now())
  return found.get(`${claimant}#${session.day}`) ?? new Set()
}

export type SessionProblem = 'changed-elsewhere' | 'taken' | 'gone' | 'full' | 'too-many' | 'over-already'

// Sessions that may stand at once.
export const mostSessions = 600
// After that its cases have what is to be known of it.
const keptDays = 60

/** With the time of its room and of who leads it, all or none. */
export const makeSession = async (
  ports: SessionPorts,
  service: Bookable,
  user: Staff,
  session: Workshop,
): Promise<Result<Workshop, SessionProblem>> =>
  changing(ports, service, user, (sessions) => {
    if (sessions.all.some(({ id }) => id === session.id)) return ok({ is: session, did: 'nothing' })
    if (sessions.all.length >= mostSessions) return no('too-many')
    return ok({ is: session, did: 'make-session', takes: timeTaken(session) })
  })

/** More seats, or fewer as long as nobody loses theirs. `over`: by how many too few. 'past': it has begun. */
export const resizeSession = async (
  ports: SessionPorts,
  service: Bookable,
  user: Staff,
  { id, seats }: { readonly id: string; readonly seats: number },
): Promise<Result<Workshop, SessionProblem | 'past' | { readonly over: number }>> => {
  const session = (await ports.holds.sessions.now(service.id)).all.find((one) => one.id === id)
  if (session === undefined) return no('gone')
  if ((instantOf(session.day, session.from) ?? 0) <= ports.clock.now()) return no('past')
  const after = resized(session, seats, await seatsTaken(ports, session))
  if ('over' in after) return no({ over: after.over })
  return changing(ports, service, user, (sessions) => {
    if (isOtherNow(sessions, session)) return no('changed-elsewhere')
    const seat = (buckets: readonly string[]): readonly Claim[] => seatClaims(session, buckets)
    return ok({ is: after.session, did: 'resize-session', takes: seat(after.away), frees: seat(after.back) })
  })
}

/** Somebody came without a place: the last free seat is theirs, those kept for them first. */
export const seatWhoCame = async (
  ports: SessionPorts,
  service: Bookable,
  user: Staff,
  id: string,
): Promise<Result<Workshop, SessionProblem>> => {
  const session = (await ports.holds.sessions.now(service.id)).all.find((one) => one.id === id)
  if (session === undefined) return no('gone')
  const taken = await seatsTaken(ports, session)
  const seat = seatsOf(session).findLast((one) => !taken.has(one))
  if (seat === undefined) return no('full')
  return changing(ports, service, user, (sessions) => {
    if (isOtherNow(sessions, session)) return no('changed-elsewhere')
    const cameBy = [...(session.cameBy ?? []), seat]
    return ok({ is: { ...session, cameBy }, did: 'seat-who-came', takes: seatClaims(session, [seat]) })
  })
}

/** The last of them, taken back: at 0 there is none. */
export const unseatWhoCame = async (
  ports: SessionPorts,
  service: Bookable,
  user: Staff,
  id: string,
): Promise<Result<Workshop, SessionProblem>> =>
  changing(ports, service, user, ({ all }) => {
    const session = all.find((one) => one.id === id)
    const seat = session?.cameBy?.at(-1)
    if (session === undefined) return no('gone')
    if (seat === undefined) return no('over-already')
    const is = { ...session, cameBy: (session.cameBy ?? []).slice(0, -1) }
    return ok({ is, did: 'unseat-who-came', frees: seatClaims(session, [seat]) })
  })

type Changed = {
  // In place of the one of its id.
  readonly is: Workshop
  readonly did: string
} & Partial<Pick<SessionChange, 'takes' | 'frees'>>

const changing = async <Why>(
  ports: SessionPorts,
  service: Bookable,
  user: Staff,
  change: (sessions: Workshops) => Result<Changed, Why>,
): Promise<Result<Workshop, Why | 'changed-elsewhere' | 'taken'>> => {
  const now = ports.clock.now()
  for (let left = tries; ; left -= 1) {
    const before = await ports.holds.sessions.now(service.id)
    const changed = change(before)
    if (!changed.ok) return changed
    const { is, did, takes = [], frees = [] } = changed.value
    if (did === 'nothing') return ok(is)
    const entry = { id: ports.ids.ordered(now), at: now, by: user.id, did: `${did}-${is.id}`, allowed: true }
    const put = { ...{ id: is.id, entry, takes, frees, now }, all: withOne(before, is, londonDay(now)) }
    const done = await ports.holds.sessions.put(service.id, before, put)
    if (done.ok) return ok(is)
    if (done.error === 'taken' || left === 1) return done
  }
}

// Two at one desk press at one moment, seldom more.
const tries = 4

const withOne = ({ all }: Workshops, session: Workshop, today: Day): readonly Workshop[] =>
  inOrderOfTime([...all.filter(({ id, day }) => id !== session.id && day >= addDays(today, -keptDays)), session])

// Somebody changed it since it was read.
const isOtherNow = ({ all }: Workshops, session: Workshop): boolean =>
  JSON.stringify(all.find(({ id }) => id === session.id)) !== JSON.stringify(session)

// Of the room and of who leads it.
export const timeTaken = ({ day, from, until, takes }: Workshop): readonly Claim[] =>
  takes.map((claimant) => ({ claimant, day, buckets: bucketsOf(minuteOf(from), minuteOf(until)) }))

const seatClaims = (session: Workshop, buckets: readonly string[]): readonly Claim[] =>
  buckets.length === 0 ? [] : [{ claimant: sessionClaimant(session), day: session.day, buckets }]
