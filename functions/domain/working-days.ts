// Working days: Monday to Friday, but bank holidays in England (gov.uk/bank-holidays) and days the council is shut.
import { bankHolidays } from './bank-holidays.ts'
import { addDays, type Day, weekday } from './day.ts'

const noClosures: ReadonlySet<Day> = new Set()

export const isWorkingDay = (day: Day, closures: ReadonlySet<Day> = noClosures): boolean =>
  weekday(day) < 6 && !bankHolidays.has(day) && !closures.has(day)

// The nth working day after `day`; `day` itself is never counted. 0 gives `day`, or the next working day when it is not one.
export const addWorkingDays = (day: Day, count: number, closures: ReadonlySet<Day> = noClosures): Day => {
  let at = day
  for (let left = count; left > 0; ) {
    at = addDays(at, 1)
    if (isWorkingDay(at, closures)) left -= 1
  }
  while (!isWorkingDay(at, closures)) at = addDays(at, 1)
  return at
}

// Working days after `from`, up to and including `to`; negative when `to` is earlier.
export const workingDaysBetween = (from: Day, to: Day, closures: ReadonlySet<Day> = noClosures): number => {
  if (to < from) return -workingDaysBetween(to, from, closures)
  let count = 0
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (isWorkingDay(at, closures)) count += 1
  return count
}

// The day that ends a period of calendar days after `from`, bank holidays disregarded: each adds a day, and so does one that the longer
// period then takes in (SI 2018/119).
export const addDaysButHolidays = (from: Day, count: number): Day => {
  let at = from
  for (let left = count; left > 0; ) {
    at = addDays(at, 1)
    if (!bankHolidays.has(at)) left -= 1
  }
  return at
}
