// Time closed after it was offered: an office, a room or a member of staff cannot give it after all. It is claimed like
// any other time, so nobody can book it. Whoever had booked it keeps the booking, and is on the block's list until staff
// have moved or cancelled it: a block cancels nothing (docs/rules/bookings.md, "Closing time").
import { addDays, type Day, inWords } from '../day.ts'
import { timeInWords } from '../forms/fields/slot-time.ts'
import type { Appointment } from './appointment.ts'
import { bucketsTaken } from './resource.ts'
import { type Hours, hoursOn, minuteOf, openOn, type StaffRota } from './rota.ts'
import { bucketsOf, type Claim, type Taken, type Timetable, timetableOn, versionsOf } from './timetable.ts'
import { hoursInWords } from './typed-hours.ts'
import { inOrderOfTime, seatsOf, sessionClaimant, type Workshop } from './workshop.ts'

export const closedParts = {
  day: 'All day',
  morning: 'The morning, until 1pm',
  afternoon: 'The afternoon, from 1pm',
  hours: 'Some hours of each day',
} as const

export type ClosedPart = keyof typeof closedParts

export type Block = {
  readonly id: string
  readonly service: string
  // What is closed, as it was chosen, and its name: 'place:dorchester', 'room:dor-room-1', 'staff:housing-1', 'session:…'.
  readonly closed: string
  readonly name: string
  readonly from: Day
  readonly until: Day
  readonly part: ClosedPart
  // With the part `hours`: which.
  readonly hours?: readonly Hours[]
  // For staff.
  readonly reason: string
  readonly at: number
  readonly by: string
  // Is all of its time claimed? It was begun and not ended where it is not.
  readonly whole: boolean
  // It is being opened again, and that has not ended: it closes nothing any more.
  readonly opening?: true
  // Closed, or opened again, up to this day, where more of it is to be done.
  readonly upTo?: Day
}

// `version` rises with each change, so that time is never given back past a block that came meanwhile.
export type Blocks = { readonly version: number; readonly standing: readonly Block[] }

export const noBlocks: Blocks = { version: 0, standing: [] }

// Days that one block may have.
export const mostDays = 31
// Blocks that may stand at once.
export const mostStanding = 100

export type Closable = { readonly value: string; readonly name: string }

// A place closes with its rooms; one without rooms closes with its staff, each by themselves.
export const closesPlace = (timetable: Timetable, place: string): boolean =>
  closable(timetable).some(({ value }) => value === `place:${place}`)

export const closable = (timetable: Timetable): readonly Closable[] => {
  const versions = versionsOf(timetable)
  const [rooms, staff] = [ever(versions.map((one) => one.rooms)), ever(versions.map((one) => one.staff))]
  const resources = ever(versions.map((one) => one.resources ?? []))
  return closableOf({ places: timetable.places, rooms, staff, resources })
}

// Whoever is there now or later, as they are last.
const ever = <T extends { readonly id: string }>(lists: readonly (readonly T[])[]): readonly T[] => [
  ...new Map(lists.flat().map((one) => [one.id, one])).values(),
]

type ToClose = Pick<Timetable, 'places' | 'rooms' | 'staff' | 'resources'>

const closableOf = ({ places, rooms, staff, resources = [] }: ToClose): readonly Closable[] => [
  ...Object.entries(places)
    .filter(([, { needsRoom }]) => needsRoom)
    .map(([id, { name }]) => ({ value: `place:${id}`, name })),
  ...rooms.map(({ id, name = id, place }) => ({
    value: `room:${id}`,
    name: `${name}, ${places[place]?.name ?? place}`,
  })),
  ...resources.map(({ id, name, place }) => ({
    value: `resource:${id}`,
    name: `${name}, ${places[place]?.name ?? place}`,
  })),
  ...staff.map(({ id, name = id }) => ({ value: `staff:${id}`, name })),
]

type Closes = Pick<Block, 'closed' | 'from' | 'until' | 'part' | 'hours'>

// All that it closes, a claim for each who gives it and each day.
export const closedBy = (timetable: Timetable, block: Closes): readonly Claim[] =>
  daysOf(block)
    .flatMap((day) => [
      ...hoursIn(timetableOn(timetable, day), block.closed, day).map(({ claimant, hours }) => ({
        claimant,
        day,
        buckets: hours.flatMap(({ from, until }) => bucketsIn(block, from, until)),
      })),
      ...seatsIn(timetable, block, day),
    ])
    .filter(({ buckets }) => buckets.length > 0)

// A session goes with its place, its room or whoever leads it.
const seatsIn = ({ sessions = [] }: Timetable, block: Closes, day: Day): readonly Claim[] =>
  sessions
    .filter((session) => session.day === day && closesSession(block.closed, session))
    .filter(({ from, until }) => bucketsIn(block, from, until).length > 0)
    .map((session) => ({ claimant: sessionClaimant(session), day, buckets: seatsOf(session) }))

const closesSession = (closed: string, { id, place, takes }: Workshop): boolean =>
  closed === sessionValue(id) ||
  closed === `place:${place}` ||
  takes.some((one) => closed === `room:${one}` || closed === `staff:${one}`)

const sessionValue = (id: string): string => `session:${id}`

// Sessions from a day on.
export const closableSessions = (
  { sessions = [], types }: Timetable,
  from: Day,
): readonly (Closable & Pick<Workshop, 'id' | 'day'>)[] =>
  inOrderOfTime(sessions.filter(({ day }) => day >= from)).map((session) => ({
    ...{ id: session.id, day: session.day, value: sessionValue(session.id) },
    name: `${types[session.type]?.name ?? session.type} at ${timeInWords(session.from)} on ${inWords(session.day)}`,
  }))

// Each takes a transaction of a day, some 100 ms, 8 at a time; a request ends at 10 s.
const mostAtOnce = 40

/** What is done of it in one request: whole days, in order. `upTo`: the last of them, where that is not all. */
export const nextDays = (
  claims: readonly Claim[],
  done: Day | undefined,
): { readonly claims: readonly Claim[]; readonly upTo?: Day } => {
  const left = claims.filter(({ day }) => done === undefined || day > done)
  const days = [...new Set(left.map(({ day }) => day))]
  const fitting = days.filter((until) => left.filter(({ day }) => day <= until).length <= mostAtOnce)
  // One day at least, or it would never end.
  const upTo = fitting.at(-1) ?? days[0]
  if (upTo === undefined || upTo === days.at(-1)) return { claims: left }
  return { claims: left.filter(({ day }) => day <= upTo), upTo }
}

export const daysOf = ({ from, until }: Pick<Block, 'from' | 'until'>): readonly Day[] => {
  const days: Day[] = []
  for (let day = from; day <= until && days.length < mostDays; day = addDays(day, 1)) days.push(day)
  return days
}

// Where whoever is meant is met: the day sheets that have its bookings.
export const placesOf = (timetable: Timetable, closed: string): readonly string[] => {
  const [kind = '', id = ''] = closed.split(':')
  if (kind === 'place') return id in timetable.places ? [id] : []
  if (kind === 'session') return timetable.sessions?.filter((one) => one.id === id).map(({ place }) => place) ?? []
  const found = versionsOf(timetable).flatMap(({ rooms, resources = [], staff }) =>
    kind === 'room' || kind === 'resource'
      ? [...rooms, ...resources].filter((one) => one.id === id).map(({ place }) => place)
      : staff.filter((person) => person.id === id).flatMap(worksIn),
  )
  return [...new Set(found)]
}

const worksIn = ({ places, other = [] }: StaffRota): readonly string[] => [
  ...places,
  ...other.flatMap(({ place }) => place ?? []),
]

// Does the appointment take time that is closed?
export const isClosed = (claims: readonly Claim[], appointment: Appointment): boolean =>
  appointment.cancelled !== true &&
  claims.some(
    (claim) =>
      claim.day === appointment.day &&
      appointment.claimants.includes(claim.claimant) &&
      bucketsTaken(appointment, claim.claimant).some((bucket) => claim.buckets.includes(bucket)),
  )

export const isShut = ({ opening }: Block): boolean => opening !== true

// All that stands closed of a service, as time that is taken.
export const closedTime = (timetable: Timetable, blocks: readonly Block[]): Taken => {
  const closed = new Map<string, Set<string>>()
  const closes = blocks.filter(isShut).flatMap((block) => closedBy(timetable, block))
  for (const { claimant, day, buckets } of closes)
    closed.set(`${claimant}#${day}`, new Set([...(closed.get(`${claimant}#${day}`) ?? []), ...buckets]))
  return closed
}

export type Parted = {
  readonly free: readonly Claim[]
  readonly closed: readonly { readonly block: string; readonly claims: readonly Claim[] }[]
}

// Time that is given back: what nobody closed is free, and the rest is the first block's that closes it.
export const partedBy = (timetable: Timetable, { standing }: Blocks, claims: readonly Claim[]): Parted =>
  standing.filter(isShut).reduce<Parted>(
    (parted, block) => {
      const closes = closedBy(timetable, block)
      const within = parted.free.map((claim) => cut(claim, closes, true)).filter(isSome)
      if (within.length === 0) return parted
      return {
        free: parted.free.map((claim) => cut(claim, closes, false)).filter(isSome),
        closed: [...parted.closed, { block: block.id, claims: within }],
      }
    },
    { free: claims, closed: [] },
  )

const isSome = ({ buckets }: Claim): boolean => buckets.length > 0

const cut = (claim: Claim, closes: readonly Claim[], inside: boolean): Claim => {
  const those = closes.filter(({ claimant, day }) => claimant === claim.claimant && day === claim.day)
  const within = new Set(those.flatMap(({ buckets }) => buckets))
  return { ...claim, buckets: claim.buckets.filter((bucket) => within.has(bucket) === inside) }
}

const hoursIn = (
  { places, rooms, resources = [], staff, closures }: Timetable,
  closed: string,
  day: Day,
): readonly { readonly claimant: string; readonly hours: readonly Hours[] }[] => {
  const [kind = '', id = ''] = closed.split(':')
  const openAt = (at: readonly string[], on: Day) => at.some((one) => openOn(places[one], closures, on) !== undefined)
  if (kind === 'staff')
    return staff
      .filter((person) => person.id === id && openAt(person.places, day))
      .map((person) => ({ claimant: id, hours: hoursOn(person, day) }))
  const things = kind === 'resource' ? resources : rooms
  return things
    .filter((one) => (kind === 'place' ? one.place : one.id) === id)
    .map((one) => ({ claimant: one.id, hours: [openOn(places[one.place], closures, day) ?? []].flat() }))
}

const bucketsIn = (block: Pick<Block, 'part' | 'hours'>, from: string, until: string): readonly string[] =>
  bucketsOf(minuteOf(from), minuteOf(until)).filter((bucket) => isIn(block, bucket))

const isIn = ({ part, hours = [] }: Pick<Block, 'part' | 'hours'>, bucket: string): boolean => {
  if (part === 'day') return true
  if (part !== 'hours') return bucket < '1300' === (part === 'morning')
  return hours.some(({ from, until }) => from.replace(':', '') <= bucket && bucket < until.replace(':', ''))
}

// "10am to midday"
export const partInWords = ({ part, hours }: Pick<Block, 'part' | 'hours'>): string =>
  part === 'hours' && hours !== undefined ? hoursInWords(hours) : closedParts[part]
