// Which times are free: opening hours ∩ rota − leave − closures − bank holidays − what is taken, in local wall time,
// each turned to an instant on its own day, so that both clock changes come out right (docs/rules/bookings.md, "Times").
import { addDays, type Day } from '../day.ts'
import { instantOf } from '../london.ts'
import { addWorkingDays } from '../working-days.ts'
import { bucketsTaken, type Claiming, type MeetingRoom, picksOf, type Resource, type SetUp } from './resource.ts'
import { type Hours, hoursOn, mayWorkAt, minuteOf, openOn, type Place, type StaffRota, worksAt } from './rota.ts'
import { hasWhatTheyNeed, seatings, sessionClaimant, type Workshop } from './workshop.ts'

export type Timetable = {
  readonly types: Readonly<Record<string, AppointmentType>>
  readonly places: Readonly<Record<string, Place>>
  readonly staff: readonly StaffRota[]
  readonly rooms: readonly MeetingRoom[]
  readonly resources?: readonly Resource[]
  readonly closures: ReadonlySet<Day>
  // How often it was published; absent where it never was. Whatever is booked by it is refused
  // where a later version changed that day of that person or room.
  readonly version?: number
  // What several people come to, of all days; absent where nobody has looked.
  readonly sessions?: readonly Workshop[]
  // What holds instead from a day on, in order of days.
  readonly later?: readonly { readonly from: Day; readonly timetable: Timetable }[]
}

export type AppointmentType = {
  readonly name: string
  // Minutes.
  readonly minutes: number
  readonly before: number
  readonly after: number
  readonly step: number
  // Hours from now to the first time offered.
  readonly leadHours: number
  // Days ahead that can be booked.
  readonly horizonDays: number
  // Hours before the start until which it can be changed online.
  readonly changeUntilHours: number
  // How many of them one person may have before they take place.
  readonly atOnce: number
  readonly skill: string
  // Several people come at one time: its times are those of sessions.
  readonly group?: true
  // The pools of which it takes one each, where people come to a place.
  readonly needs?: readonly string[]
}

export type SlotQuery = {
  readonly type: string
  readonly place: string
  // Features that the room must have: 'step-free', 'hearing-loop', 'quiet'.
  readonly features: readonly string[]
  // With an interpreter a meeting takes half as long again, and needs 5 working days' notice.
  readonly interpreter: boolean
  // Of a session, where somebody comes with them; else 1.
  readonly seats?: number
}

export type Slot = Claiming & {
  // HHMM.staff, and what else it takes: what the form keeps.
  readonly id: string
  readonly from: string
  readonly until: string
  readonly startsAt: number
  readonly endsAt: number
  readonly place: string
}

// What one claimant gives of a day: buckets of 5 minutes, HHMM, buffers included.
export type Claim = { readonly claimant: string; readonly day: Day; readonly buckets: readonly string[] }

// claimant#day → the buckets taken.
export type Taken = ReadonlyMap<string, ReadonlySet<string>>

export const bucketMinutes = 5

export const timetableOn = (timetable: Timetable, day: Day): Timetable =>
  timetable.later?.findLast(({ from }) => from <= day)?.timetable ?? timetable

// Every free combination on a day, earliest first.
export const slotsOn = (
  whole: Timetable,
  query: SlotQuery,
  day: Day,
  given: { readonly taken: Taken; readonly now: number; readonly today: Day },
): readonly Slot[] => {
  const timetable = timetableOn(whole, day)
  const type = timetable.types[query.type]
  if (type === undefined || day > addDays(given.today, type.horizonDays)) return []
  if (query.interpreter && day < addWorkingDays(given.today, 5)) return []
  const slots = type.group === true ? seatsOn(whole, query, day, given.taken) : meetingsOn(timetable, query, day, type)
  return slots.filter(
    (slot) => slot.startsAt >= given.now + type.leadHours * 3_600_000 && !meetsTaken(slot, given.taken),
  )
}

const meetingsOn = (timetable: Timetable, query: SlotQuery, day: Day, type: AppointmentType): readonly Slot[] => {
  const open = openOn(timetable.places[query.place], timetable.closures, day)
  if (open === undefined) return []
  const minutes = query.interpreter ? roundUp(type.minutes * 1.5) : type.minutes
  return startsIn(open, minutes, type.step).flatMap((start) =>
    combinations(timetable, query, day, { start, minutes, type }),
  )
}

const seatsOn = (whole: Timetable, query: SlotQuery, day: Day, taken: Taken): readonly Slot[] =>
  sessionsFor(whole, query, [day])
    .filter((session) => hasWhatTheyNeed(timetableOn(whole, day).rooms, session, query.features))
    .flatMap((session) =>
      seatings(session, { party: query.seats ?? 1, taken: taken.get(`${sessionClaimant(session)}#${day}`) }),
    )

// Of a kind at a place; on these days, or on any.
const sessionsFor = (
  { sessions = [] }: Timetable,
  { type, place }: SlotQuery,
  days?: readonly Day[],
): readonly Workshop[] =>
  sessions.filter((one) => one.type === type && one.place === place && days?.includes(one.day) !== false)

// How many times a day has when nothing is taken: what a change of the timetable is told by.
export const timesGiven = (whole: Timetable, query: SlotQuery, day: Day): number => {
  const timetable = timetableOn(whole, day)
  const type = timetable.types[query.type]
  const place = timetable.places[query.place]
  const open = openOn(place, timetable.closures, day)
  if (type === undefined || open === undefined || type.group === true) return 0
  if (taking(timetable, query).length === 0) return 0
  const staff = ableStaff(timetable, query).filter((person) => worksAt(person, query.place, day))
  return startsIn(open, type.minutes, type.step).filter((start) =>
    staff.some((person) => onShift(person, day, start - type.before, start + type.minutes + type.after)),
  ).length
}

// One slot a time, for a page: the first combination that is free.
export const timesOn = (slots: readonly Slot[]): readonly Slot[] =>
  slots.filter((slot, index) => slots.findIndex(({ from }) => from === slot.from) === index)

// The staff and rooms whose time decides: what to read before asking which slots are free.
export const claimantsFor = (timetable: Timetable, query: SlotQuery, days?: readonly Day[]): readonly string[] => [
  ...sessionsFor(timetable, query, days).map(sessionClaimant),
  ...new Set(
    versionsOf(timetable).flatMap((one) => [
      ...ableStaff(one, query).map(({ id }) => id),
      ...taking(one, query).flatMap((things) => things.map(({ id }) => id)),
    ]),
  ),
]

// As it is until it changes, and as it is after each change.
export const versionsOf = (timetable: Timetable): readonly Timetable[] => [
  timetable,
  ...(timetable.later ?? []).map((one) => one.timetable),
]

export const daysAhead = (timetable: Timetable, query: SlotQuery, from: Day, count: number): readonly Day[] =>
  Array.from({ length: count }, (_, index) => addDays(from, index)).filter((day) => {
    if (sessionsFor(timetable, query, [day]).length > 0) return true
    const { places, closures } = timetableOn(timetable, day)
    return openOn(places[query.place], closures, day) !== undefined
  })

export const claimsOf = (slot: Claiming): readonly Claim[] =>
  slot.extra?.claims ??
  slot.claimants.map((claimant) => ({ claimant, day: slot.day, buckets: bucketsTaken(slot, claimant) }))

const startsIn = (open: Hours, minutes: number, step: number): readonly number[] => {
  const [from, until] = [minuteOf(open.from), minuteOf(open.until)]
  const count = Math.floor((until - from - minutes) / step) + 1
  return Array.from({ length: Math.max(0, count) }, (_, index) => from + index * step)
}

type Start = { readonly start: number; readonly minutes: number; readonly type: AppointmentType }

const combinations = (
  timetable: Timetable,
  query: SlotQuery,
  day: Day,
  { start, minutes, type }: Start,
): readonly Slot[] => {
  const [from, until] = [timeOf(start), timeOf(start + minutes)]
  const [startsAt, endsAt] = [instantOf(day, from), instantOf(day, until)]
  if (startsAt === undefined || endsAt === undefined) return []
  const buckets = bucketsOf(start - type.before, start + minutes + type.after)
  const staff = ableStaff(timetable, query).filter(
    (person) =>
      worksAt(person, query.place, day) && onShift(person, day, start - type.before, start + minutes + type.after),
  )
  return staff.flatMap((person) =>
    taking(timetable, query).map((things) => ({
      id: [from.replace(':', ''), person.id, ...things.map(({ id }) => id)].join('.'),
      ...{ day, from, until, startsAt, endsAt, place: query.place, buckets },
      claimants: [person.id, ...things.map(({ id }) => id)],
      ...longerOf(things, start - type.before, start + minutes + type.after),
    })),
  )
}

type Thing = SetUp & { readonly id: string }

// A room and one of each pool, where people come to the place: every way to have them.
const taking = (timetable: Timetable, query: SlotQuery): readonly (readonly Thing[])[] => {
  if (timetable.places[query.place]?.needsRoom !== true) return [[]]
  const picks = picksOf(timetable.resources ?? [], query.place, timetable.types[query.type]?.needs ?? [])
  return ableRooms(timetable, query).flatMap((room) => picks.map((pick) => [room, ...pick]))
}

const longerOf = (things: readonly Thing[], from: number, until: number): Pick<Slot, 'longer'> => {
  const longer = things.filter(({ before = 0, after = 0 }) => before + after > 0)
  if (longer.length === 0) return {}
  return {
    longer: Object.fromEntries(
      longer.map(({ id, before = 0, after = 0 }) => [id, bucketsOf(from - before, until + after)]),
    ),
  }
}

export const ableStaff = (timetable: Timetable, query: SlotQuery): readonly StaffRota[] =>
  timetable.staff.filter(
    (person) => person.skills.includes(timetable.types[query.type]?.skill ?? '') && mayWorkAt(person, query.place),
  )

export const ableRooms = (timetable: Timetable, query: SlotQuery): readonly MeetingRoom[] =>
  timetable.rooms.filter(
    ({ place, features }) => place === query.place && query.features.every((feature) => features.includes(feature)),
  )

const onShift = (person: StaffRota, day: Day, from: number, until: number): boolean =>
  hoursOn(person, day).some((shift) => minuteOf(shift.from) <= from && until <= minuteOf(shift.until))

// Does any of it stand in what is taken?
export const meetsTaken = (slot: Claiming, taken: Taken): boolean =>
  slot.claimants.some((claimant) => {
    const gone = taken.get(`${claimant}#${slot.day}`)
    return gone !== undefined && bucketsTaken(slot, claimant).some((bucket) => gone.has(bucket))
  })

// Of the minutes of a day.
export const bucketsOf = (from: number, until: number): readonly string[] => {
  const first = Math.floor(from / bucketMinutes)
  const count = Math.ceil(until / bucketMinutes) - first
  return Array.from({ length: count }, (_, index) => timeOf((first + index) * bucketMinutes).replace(':', ''))
}

const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

const roundUp = (minutes: number): number => Math.ceil(minutes / bucketMinutes) * bucketMinutes
