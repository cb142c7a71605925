// When a place is open and when a person works, on a day (docs/rules/bookings.md, "Rota").
// A place: a special opening, else a closure, else its hours. A person: an absence, else other
// hours, else their weeks in turn.
import { type Day, daysBetween, weekday } from '../day.ts'
import { isWorkingDay } from '../working-days.ts'

// Local times, HH:MM.
export type Hours = { readonly from: string; readonly until: string }

// By weekday, 1 is Monday. A day without hours is free.
export type Week = Readonly<Record<number, readonly Hours[]>>

export type Place = {
  readonly name: string
  readonly lines: readonly string[]
  // By weekday, 1 is Monday. A day without hours is shut.
  readonly open: Readonly<Record<number, Hours>>
  // Days on which it is open after all, or at other hours.
  readonly special?: Readonly<Record<Day, Hours>>
  // Does a meeting here take a room?
  readonly needsRoom: boolean
}

export type StaffRota = {
  readonly id: string
  // As staff call them; their id where it is absent.
  readonly name?: string
  readonly skills: readonly string[]
  readonly places: readonly string[]
  readonly shifts: Week
  // Where weeks differ: they take turns from the anchor, a Monday, which never moves.
  readonly cycle?: { readonly anchor: Day; readonly weeks: readonly Week[] }
  readonly leave: ReadonlySet<Day>
  readonly away?: readonly Away[]
  readonly other?: readonly OtherHours[]
}

// Whole days, or the same part of each. Why is never kept.
export type Away = { readonly from: Day; readonly until: Day; readonly part?: Hours }

// In place of the week's, on an extra day too; and at another place, where one is named.
export type OtherHours = {
  readonly from: Day
  readonly until: Day
  readonly hours: readonly Hours[]
  readonly place?: string
}

export const openOn = (place: Place | undefined, closures: ReadonlySet<Day>, day: Day): Hours | undefined =>
  place?.special?.[day] ?? (isWorkingDay(day, closures) ? place?.open[weekday(day)] : undefined)

export const hoursOn = (person: StaffRota, day: Day): readonly Hours[] => {
  if (person.leave.has(day)) return []
  const away = (person.away ?? []).filter((one) => isWithin(one, day))
  const base = otherOn(person, day)?.hours ?? weekOf(person, day)[weekday(day)] ?? []
  return away.reduce((left, { part }) => (part === undefined ? [] : left.flatMap((one) => without(one, part))), base)
}

// Where somebody is lent for a day, they work there and nowhere else.
export const worksAt = (person: StaffRota, place: string, day: Day): boolean => {
  const lent = otherOn(person, day)?.place
  return lent === undefined ? person.places.includes(place) : lent === place
}

export const mayWorkAt = ({ places, other = [] }: StaffRota, place: string): boolean =>
  places.includes(place) || other.some((one) => one.place === place)

// Whole weeks since the anchor, and not a year's weeks: two years may begin with a week of one number.
export const turnOf = ({ anchor, weeks }: NonNullable<StaffRota['cycle']>, day: Day): number => {
  const since = Math.floor(daysBetween(anchor, day) / 7)
  return ((since % weeks.length) + weeks.length) % weeks.length
}

export const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

const weekOf = ({ shifts, cycle }: StaffRota, day: Day): Week =>
  cycle === undefined ? shifts : (cycle.weeks[turnOf(cycle, day)] ?? shifts)

// The last that was said of a day holds.
const otherOn = ({ other = [] }: StaffRota, day: Day): OtherHours | undefined =>
  other.findLast((one) => isWithin(one, day))

const isWithin = ({ from, until }: Pick<Away, 'from' | 'until'>, day: Day): boolean => from <= day && day <= until

const without = (hours: Hours, part: Hours): readonly Hours[] =>
  [
    { from: hours.from, until: part.from < hours.until ? part.from : hours.until },
    { from: part.until > hours.from ? part.until : hours.from, until: hours.until },
  ].filter(({ from, until }) => from < until)
