// A session each week, or each few weeks: every date is looked at before any is made, and who makes
// them says what is done about each that cannot be (docs/rules/bookings.md, "Workshops").
import { bankHolidays } from '../bank-holidays.ts'
import { addDays, type Day, daysBetween } from '../day.ts'
import { instantOf } from '../london.ts'
import { hoursOn, minuteOf, openOn } from './rota.ts'
import { bucketsOf, type Taken, type Timetable, timetableOn } from './timetable.ts'
import type { Workshop } from './workshop.ts'

// As it was asked for. `every`: weeks from one to the next.
export type WorkshopSeries = Omit<Workshop, 'id' | 'day' | 'withdrawn' | 'cameBy' | 'series'> & {
  readonly first: Day
  readonly every: number
  readonly count: number
}

// A year of weeks.
export const mostDates = 52

export type WhyNot = 'bank-holiday' | 'shut' | 'hours' | 'room' | 'lead' | 'same' | 'past'

export type SeriesDate = {
  readonly day: Day
  // An instant: the local time is the same on each date, on both sides of a clock change.
  readonly startsAt: number
  readonly whyNot: readonly WhyNot[]
  // Since the date before; nothing has to be done about it.
  readonly clocks?: 'forward' | 'back'
  // What can be done instead.
  readonly moves: readonly Day[]
  readonly rooms: readonly { readonly id: string; readonly name: string }[]
}

export const datesOf = ({ first, every, count }: Pick<WorkshopSeries, 'first' | 'every' | 'count'>): readonly Day[] =>
  Array.from({ length: Math.min(count, mostDates) }, (_, index) => addDays(first, index * 7 * every))

/** How many there are until a last day. */
export const countUntil = (first: Day, every: number, last: Day): number =>
  last < first ? 0 : Math.floor(daysBetween(first, last) / (7 * every)) + 1

export type LookGiven = { readonly taken: Taken; readonly now: number }

/** Each date with what is against it, and what could be done about that. */
export const lookedAt = (timetable: Timetable, series: WorkshopSeries, given: LookGiven): readonly SeriesDate[] => {
  const days = datesOf(series)
  return days.map((day, index) => {
    const whyNot = whyNotOn(timetable, series, day, given)
    const clocks = clocksBetween(series, days[index - 1], day)
    return {
      ...{ day, startsAt: instantOf(day, series.from) ?? 0, whyNot },
      ...(clocks === undefined ? {} : { clocks }),
      moves: whyNot.length === 0 ? [] : movesFrom(timetable, series, { day, days, given }),
      rooms: whyNot.includes('room') && whyNot.length === 1 ? otherRooms(timetable, series, day, given) : [],
    }
  })
}

// 'keep', 'skip', 'move:2027-03-30', 'room:dor-room-2'.
export type ChosenWay = (day: Day) => string | undefined

export type SeriesDecided =
  | { readonly missing: readonly Day[] }
  | { readonly dates: readonly { readonly day: Day; readonly takes: readonly string[] }[] }

/** What is to be made: nothing as long as a date that cannot be has no answer. */
export const seriesDecided = (
  timetable: Timetable,
  series: WorkshopSeries,
  dates: readonly SeriesDate[],
  chosen: ChosenWay,
): SeriesDecided => {
  const missing = dates.filter((date) => !waysFor(date).includes(chosen(date.day) ?? '')).map(({ day }) => day)
  if (missing.length > 0) return { missing }
  return {
    dates: dates.flatMap((date) => {
      const [way = '', to = ''] = (chosen(date.day) ?? '').split(':')
      if (way === 'skip') return []
      if (way === 'room') return [{ day: date.day, takes: [...withoutRooms(timetable, series, date.day), to] }]
      return [
        { day: way === 'move' ? (date.moves.find((one) => one === to) ?? date.day) : date.day, takes: series.takes },
      ]
    }),
  }
}

export const waysFor = ({ whyNot, moves, rooms }: SeriesDate): readonly string[] => [
  ...(whyNot.length === 0 ? ['keep'] : []),
  'skip',
  ...moves.map((day) => `move:${day}`),
  ...rooms.map(({ id }) => `room:${id}`),
]

const whyNotOn = (whole: Timetable, series: WorkshopSeries, day: Day, { taken, now }: LookGiven): readonly WhyNot[] => {
  const timetable = timetableOn(whole, day)
  if ((instantOf(day, series.from) ?? 0) <= now) return ['past']
  const open = openOn(timetable.places[series.place], timetable.closures, day)
  if (open === undefined) return [bankHolidays.has(day) ? 'bank-holiday' : 'shut']
  const gone = series.takes.filter((id) => meets(taken.get(`${id}#${day}`), series))
  const isRoom = (id: string): boolean => timetable.rooms.some((room) => room.id === id)
  return [
    ...(open.from > series.from || series.until > open.until ? (['hours'] as const) : []),
    ...(gone.some(isRoom) ? (['room'] as const) : []),
    ...(gone.some((id) => !isRoom(id)) || isOff(timetable, series, day) ? (['lead'] as const) : []),
    ...(hasSame(whole, series, day) ? (['same'] as const) : []),
  ]
}

const spanOf = ({ from, until }: Pick<WorkshopSeries, 'from' | 'until'>): readonly string[] =>
  bucketsOf(minuteOf(from), minuteOf(until))

const meets = (gone: ReadonlySet<string> | undefined, series: WorkshopSeries): boolean =>
  gone !== undefined && spanOf(series).some((bucket) => gone.has(bucket))

// Whoever leads it does not work then.
const isOff = ({ staff }: Timetable, { takes, from, until }: WorkshopSeries, day: Day): boolean =>
  staff
    .filter(({ id }) => takes.includes(id))
    .some((person) => !hoursOn(person, day).some((shift) => shift.from <= from && until <= shift.until))

const hasSame = ({ sessions = [] }: Timetable, { type, place, from, until }: WorkshopSeries, day: Day): boolean =>
  sessions.some(
    (one) => one.day === day && one.type === type && one.place === place && one.from < until && from < one.until,
  )

// Local time is the same; how far it is from UTC is not.
const clocksBetween = ({ from }: WorkshopSeries, before: Day | undefined, day: Day): SeriesDate['clocks'] => {
  if (before === undefined) return undefined
  const [earlier, later] = [instantOf(before, from), instantOf(day, from)]
  if (earlier === undefined || later === undefined) return undefined
  const shift = later - earlier - daysBetween(before, day) * 86_400_000
  if (shift === 0) return undefined
  return shift < 0 ? 'forward' : 'back'
}

type Around = { readonly day: Day; readonly days: readonly Day[]; readonly given: LookGiven }

// The nearest days on which nothing is against it, at most 3, within 6 days.
const movesFrom = (timetable: Timetable, series: WorkshopSeries, { day, days, given }: Around): readonly Day[] =>
  [1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6]
    .map((by) => addDays(day, by))
    .filter((other) => !days.includes(other) && whyNotOn(timetable, series, other, given).length === 0)
    .slice(0, 3)

const otherRooms = (whole: Timetable, series: WorkshopSeries, day: Day, { taken }: LookGiven): SeriesDate['rooms'] =>
  timetableOn(whole, day)
    .rooms.filter(({ id, place }) => place === series.place && !series.takes.includes(id))
    .filter(({ id }) => !meets(taken.get(`${id}#${day}`), series))
    .map(({ id, name = id }) => ({ id, name }))

const withoutRooms = (whole: Timetable, { takes }: WorkshopSeries, day: Day): readonly string[] => {
  const { rooms } = timetableOn(whole, day)
  return takes.filter((id) => !rooms.some((room) => room.id === id))
}
