// People who come without an appointment: a number each, and about how long each waits (docs/rules/bookings.md, "Without an appointment").
import { addDays, type Day } from '../day.ts'
import { hoursOn, minuteOf, openOn, worksAt } from './rota.ts'
import { type Taken, type Timetable, timetableOn } from './timetable.ts'

export const walkInNeeds = {
  'step-free': 'A room without steps',
  'hearing-loop': 'A hearing loop',
  quiet: 'A quiet place to wait',
  interpreter: 'An interpreter',
  reading: 'Help with reading or writing',
} as const

export type WalkInNeed = keyof typeof walkInNeeds

// Nothing of who they are: they have a number.
export type WalkIn = {
  readonly number: number
  readonly service: string
  readonly type: string
  readonly needs: readonly WalkInNeed[]
  // Instants.
  readonly cameAt: number
  readonly calledAt?: number
  // The minutes that they were told; absent where nobody could see them that day.
  readonly told?: number
  readonly ended?: { readonly at: number; readonly as: 'seen' | 'left' }
}

// Of a place and a day, in the order in which they came. `version` rises with each change.
export type WalkIns = { readonly version: number; readonly tickets: readonly WalkIn[] }

export const noWalkIns: WalkIns = { version: 0, tickets: [] }

// How long people without an appointment were seen for, at a place.
export type Visits = { readonly version: number; readonly seen: readonly Visit[] }
// `number`: the ticket's, so that one who was seen after all is counted once.
type Visit = { readonly type: string; readonly day: Day; readonly number: number; readonly minutes: number }

export const noVisits: Visits = { version: 0, seen: [] }

export type WalkInDeed = 'call' | 'seen' | 'left' | 'undo'

// Each is undone by the next before it, so that a wrong button costs nobody their place.
export const walkInDeeds = ({ calledAt, ended }: WalkIn): readonly WalkInDeed[] => {
  if (ended !== undefined) return ['undo']
  return calledAt === undefined ? ['call', 'left'] : ['seen', 'left', 'undo']
}

export const afterDeed = (ticket: WalkIn, deed: WalkInDeed, now: number): WalkIn => {
  const { calledAt, ended, ...waits } = ticket
  if (deed === 'call') return { ...waits, calledAt: now }
  if (deed !== 'undo') return { ...ticket, ended: { at: now, as: deed } }
  return ended === undefined || calledAt === undefined ? waits : { ...waits, calledAt }
}

// "W-07"
export const ticketName = ({ number }: Pick<WalkIn, 'number'>): string => `W-${String(number).padStart(2, '0')}`

export const walkInWaits = ({ calledAt, ended }: WalkIn): boolean => calledAt === undefined && ended === undefined

// Days and visits: what is older, or less, does not tell how long one takes. Council to confirm.
const [tellsDays, tellsVisits] = [30, 20]

/** The middle of what such visits took lately, in minutes, or what the type takes. */
export const usualMinutes = (
  { seen }: Visits,
  { type, minutes, today }: { readonly type: string; readonly minutes: number; readonly today: Day },
): number => {
  const lately = seen.filter((one) => one.type === type && one.day >= addDays(today, -tellsDays))
  const sorted = lately.map((one) => one.minutes).toSorted((a, b) => a - b)
  if (sorted.length < tellsVisits) return minutes
  const middle = sorted.length / 2
  return Math.round(((sorted[Math.ceil(middle) - 1] ?? minutes) + (sorted[Math.floor(middle)] ?? minutes)) / 2)
}

// With one visit more, and without what tells nothing any more.
export const withVisit = ({ version, seen }: Visits, visit: Visit): Visits => ({
  version: version + 1,
  seen: [
    ...seen.filter(
      ({ day, number }) => day >= addDays(visit.day, -tellsDays) && !(day === visit.day && number === visit.number),
    ),
    visit,
  ].slice(-500),
})

// Somebody who sees people: when they cannot, in minutes from now, in order of their beginning.
export type SeesPeople = { readonly skills: readonly string[]; readonly busy: readonly Span[] }
type Span = { readonly from: number; readonly until: number }

export type ToSee = { readonly skill: string; readonly minutes: number }

/**
 * In how many minutes the last of those who wait is seen. Each takes whoever is free first for as long as they need, so that
 * nobody who has an appointment waits for them. Undefined where nobody can see the last one today.
 */
export const waitOf = (desks: readonly SeesPeople[], ahead: readonly ToSee[], last: ToSee): number | undefined => {
  const taken = ahead.reduce((left, one) => afterOne(left, one), desks)
  return soonest(taken, last)?.at
}

const afterOne = (desks: readonly SeesPeople[], one: ToSee): readonly SeesPeople[] => {
  const found = soonest(desks, one)
  if (found === undefined) return desks
  const { at, desk } = found
  const busy = [...desk.busy, { from: at, until: at + one.minutes }].toSorted((a, b) => a.from - b.from)
  return desks.map((other) => (other === desk ? { ...desk, busy } : other))
}

const soonest = (
  desks: readonly SeesPeople[],
  { skill, minutes }: ToSee,
): { readonly at: number; readonly desk: SeesPeople } | undefined => {
  const able = desks.filter(({ skills }) => skills.includes(skill))
  const times = able.map((desk) => ({ at: firstGap(desk.busy, minutes), desk })).filter(({ at }) => Number.isFinite(at))
  return times.toSorted((a, b) => a.at - b.at)[0]
}

const firstGap = (busy: readonly Span[], minutes: number): number =>
  busy.reduce((at, { from, until }) => (from < at + minutes && until > at ? until : at), 0)

// Who sees people at a place on the day. `now`: the minute of the day. `taken`: what is booked or closed, of each person.
export const seeingAt = (
  whole: Timetable,
  {
    place,
    day,
    now,
    taken,
  }: { readonly place: string; readonly day: Day; readonly now: number; readonly taken: Taken },
): readonly SeesPeople[] => {
  const timetable = timetableOn(whole, day)
  if (openOn(timetable.places[place], timetable.closures, day) === undefined) return []
  return timetable.staff
    .filter((person) => worksAt(person, place, day))
    .map((person) => ({
      skills: person.skills,
      busy: [
        ...outside(hoursOn(person, day).map(({ from, until }) => ({ from: minuteOf(from), until: minuteOf(until) }))),
        ...[...(taken.get(`${person.id}#${day}`) ?? [])].map(bucketSpan),
      ]
        .map(({ from, until }) => ({ from: from - now, until: until - now }))
        .toSorted((a, b) => a.from - b.from),
    }))
}

// All of a day but these hours.
const outside = (hours: readonly Span[]): readonly Span[] => {
  const ends = [0, ...hours.map(({ until }) => until)]
  return ends.map((until, index) => ({ from: until, until: hours[index]?.from ?? Number.POSITIVE_INFINITY }))
}

const bucketSpan = (bucket: string): Span => {
  const from = minuteOf(`${bucket.slice(0, 2)}:${bucket.slice(2)}`)
  return { from, until: from + 5 }
}

// Nobody is told less than it is likely to be; what is long is not told to the minute.
export const waitInWords = (minutes: number | undefined): string => {
  if (minutes === undefined) return 'not today'
  if (minutes <= 0) return 'now'
  return minutes > longWait ? 'more than 2 hours' : `about ${Math.ceil(minutes / 5) * 5} minutes`
}

// "in about 35 minutes"
export const whenSeen = (minutes: number | undefined): string => {
  const words = waitInWords(minutes)
  return minutes === undefined || minutes <= 0 ? words : `in ${words}`
}

// From then on they are better served by an appointment.
export const isLongWait = (minutes: number | undefined): boolean => minutes === undefined || minutes > longWait

const longWait = 120
