// What a change of the timetable does, before it is published: times lost and gained, whose days
// change, and what is wrong with it (docs/rules/bookings.md, "Timetable").

import { holidaysKnownUntil } from '../bank-holidays.ts'
import { addDays, type Day, inWords, weekday } from '../day.ts'
import { type Hours, hoursOn, minuteOf, openOn, type StaffRota, worksAt } from './rota.ts'
import { type Timetable, timesGiven, timetableOn } from './timetable.ts'

export type RotaChange = { readonly before: Timetable; readonly after: Timetable; readonly from: Day }

export type WeekOfTimes = {
  readonly place: string
  readonly type: string
  readonly monday: Day
  readonly before: number
  readonly after: number
}

// Nobody can book later than this many days ahead.
const mostAhead = (timetable: Timetable): number =>
  Math.max(0, ...Object.values(timetable.types).map(({ horizonDays }) => horizonDays)) + 14

// To the end of what can be booked and a fortnight more; four weeks at least.
export const daysOfChange = ({ before, after, from }: RotaChange, today: Day): readonly Day[] => {
  const end = addDays(today, Math.max(mostAhead(before), mostAhead(timetableOn(after, from))))
  const last = end > addDays(from, 27) ? end : addDays(from, 27)
  return Array.from({ length: daysTo(from, last) }, (_, at) => addDays(from, at))
}

// Only weeks that have more times or fewer, of each kind at each place.
export const weeksChanged = (change: RotaChange, today: Day): readonly WeekOfTimes[] => {
  const { before, after } = change
  const weeks = weeksTouched(change, today)
  return Object.keys(before.places).flatMap((place) =>
    Object.keys(before.types).flatMap((type) => {
      const query = { type, place, features: [], interpreter: false }
      const times = (timetable: Timetable, days: readonly Day[]): number =>
        days.reduce((sum, day) => sum + timesGiven(timetable, query, day), 0)
      return [...weeks]
        .map(([monday, days]) => ({ place, type, monday, before: times(before, days), after: times(after, days) }))
        .filter((week) => week.before !== week.after)
    }),
  )
}

// Monday → its days from the change on. Where a kind of appointment is another, that is each week.
const weeksTouched = (change: RotaChange, today: Day): ReadonlyMap<Day, readonly Day[]> => {
  const { before, after, from } = change
  const types = [before, after].map((timetable) => JSON.stringify(timetableOn(timetable, from).types))
  const days = daysOfChange(change, today)
  const touched =
    types[0] === types[1] ? daysChanged(change, today).map(({ day }) => mondayOf(day)) : days.map(mondayOf)
  return new Map([...new Set(touched)].map((monday) => [monday, days.filter((day) => mondayOf(day) === monday)]))
}

const mondayOf = (day: Day): Day => addDays(day, 1 - weekday(day))

export type ClaimantDay = { readonly claimant: string; readonly day: Day }

// Whoever's day is another than before: what was to be booked by the old one is refused.
export const daysChanged = (change: RotaChange, today: Day): readonly ClaimantDay[] =>
  daysOfChange(change, today).flatMap((day) => {
    const [before, after] = [givenOn(change.before, day), givenOn(change.after, day)]
    const all = [...new Set([...before.keys(), ...after.keys()])]
    return all.filter((claimant) => before.get(claimant) !== after.get(claimant)).map((claimant) => ({ claimant, day }))
  })

// `stops`: it cannot be published so. The others are confirmed with it.
export type RotaFault = { readonly words: string; readonly stops: boolean }

export const rotaFaultsOf = (change: RotaChange, today: Day): readonly RotaFault[] => {
  const after = timetableOn(change.after, change.from)
  return [
    ...Object.values(after.types)
      .filter((type) => type.group !== true && !after.staff.some((person) => fits(person, type)))
      .map(({ name }) => ({ words: `${name}: nobody works long enough at a time for one`, stops: true })),
    ...lostSkills(timetableOn(change.before, change.from), after),
    ...after.staff
      .filter((person) => hasNoBreak(person))
      .map(({ id, name = id }) => ({
        words: `${name} works for more than 6 hours without a break of 20 minutes`,
        stops: false,
      })),
    ...holidayFaults(after, today),
  ]
}

// Working days past the last one that is known would be offered on bank holidays.
export const holidayFaults = (timetable: Timetable, today: Day): readonly RotaFault[] =>
  addDays(today, mostAhead(timetable)) <= holidaysKnownUntil
    ? []
    : [{ words: `Bank holidays are known until ${inWords(holidaysKnownUntil)} only`, stops: false }]

const daysTo = (from: Day, last: Day): number => Math.round((Date.parse(last) - Date.parse(from)) / 86_400_000) + 1

const givenOn = (whole: Timetable, day: Day): ReadonlyMap<string, string> => {
  const timetable = timetableOn(whole, day)
  const { staff, rooms, resources = [], places, closures } = timetable
  const open = new Map(Object.entries(places).map(([id, place]) => [id, openOn(place, closures, day)]))
  return new Map([
    ...staff.map((person): [string, string] => [
      person.id,
      JSON.stringify([hoursOn(person, day), person.skills, [...open].filter(([place]) => worksAt(person, place, day))]),
    ]),
    ...rooms.map(({ id, place, features, before, after }): [string, string] => [
      id,
      JSON.stringify([place, features, open.get(place), before, after]),
    ]),
    ...resources.map(({ id, place, pool, before, after }): [string, string] => [
      id,
      JSON.stringify([place, pool, open.get(place), before, after]),
    ]),
  ])
}

const shiftsOf = ({ shifts, cycle }: StaffRota): readonly (readonly Hours[])[] =>
  (cycle?.weeks ?? [shifts]).flatMap((week) => Object.values(week))

const lengthOf = ({ from, until }: Hours): number => minuteOf(until) - minuteOf(from)

const fits = (person: StaffRota, { skill, before, minutes, after }: Timetable['types'][string]): boolean =>
  person.skills.includes(skill) &&
  shiftsOf(person).some((day) => day.some((shift) => lengthOf(shift) >= before + minutes + after))

const lostSkills = (before: Timetable, after: Timetable): readonly RotaFault[] =>
  Object.entries(before.places).flatMap(([place, { name: at }]) =>
    Object.values(before.types)
      .filter(({ skill }) => hasSkill(before, place, skill) && !hasSkill(after, place, skill))
      .map(({ name }) => ({ words: `${name}: nobody is left for it at ${at}, so no times are offered`, stops: false })),
  )

const hasSkill = ({ staff }: Timetable, place: string, skill: string): boolean =>
  staff.some(({ skills, places }) => skills.includes(skill) && places.includes(place))

// Working Time Regulations 1998, regulation 12: more than 6 hours, 20 minutes.
const hasNoBreak = (person: StaffRota): boolean =>
  shiftsOf(person).some((day) => joined(day).some((shift) => lengthOf(shift) > 360))

const joined = (day: readonly Hours[]): readonly Hours[] =>
  day.reduce<readonly Hours[]>((all, shift) => {
    const last = all.at(-1)
    return last !== undefined && minuteOf(shift.from) - minuteOf(last.until) < 20
      ? [...all.slice(0, -1), { from: last.from, until: shift.until }]
      : [...all, shift]
  }, [])
