// How long somebody waits for a time: the days until the third free one. The first may be one that was just given back
// (docs/rules/measures.md, "Appointments").
import { addDays, type Day, daysBetween } from '#domain/day.ts'
import {
  claimantsFor,
  daysAhead,
  type SlotQuery,
  slotsOn,
  type Taken,
  type Timetable,
  timesOn,
} from '#domain/slots/timetable.ts'

// Days that are looked through; a wait of more is said to be over it.
export const mostWaitDays = 56

export type AsOf = { readonly taken: Taken; readonly now: number; readonly today: Day }

// Each kind of appointment at each place that gives it, without anything that somebody may need beside.
export const plainQueries = (timetable: Timetable): readonly SlotQuery[] =>
  Object.keys(timetable.places)
    .flatMap((place) => Object.keys(timetable.types).map((type) => ({ type, place, features: [], interpreter: false })))
    .filter((query) => claimantsFor(timetable, query).length > 0)

// Undefined where there are not three.
export const thirdFree = (timetable: Timetable, query: SlotQuery, given: AsOf): number | undefined =>
  dayOfThird(
    daysAhead(timetable, query, given.today, mostWaitDays + 1).map((day) => ({
      after: daysBetween(given.today, day),
      free: timesOn(slotsOn(timetable, query, day, given)).length,
    })),
  )

export const dayOfThird = (days: readonly { readonly after: number; readonly free: number }[]): number | undefined => {
  let seen = 0
  return days.find(({ free }) => {
    seen += free
    return seen >= 3
  })?.after
}

export const lookedThrough = (today: Day): readonly Day[] =>
  Array.from({ length: mostWaitDays + 1 }, (_, after) => addDays(today, after))
