// Working days: Monday to Friday, but bank holidays in England (gov.uk/bank-holidays) and days the council is shut.
import { addDays, type Day, weekday } from './day.ts'

// Dated data: add each year's when gov.uk publishes it.
export const bankHolidays: ReadonlySet<Day> = new Set([
  '2023-01-02',
  '2023-04-07',
  '2023-04-10',
  '2023-05-01',
  '2023-05-08',
  '2023-05-29',
  '2023-08-28',
  '2023-12-25',
  '2023-12-26',
  '2024-01-01',
  '2024-03-29',
  '2024-04-01',
  '2024-05-06',
  '2024-05-27',
  '2024-08-26',
  '2024-12-25',
  '2024-12-26',
  '2025-01-01',
  '2025-04-18',
  '2025-04-21',
  '2025-05-05',
  '2025-05-26',
  '2025-08-25',
  '2025-12-25',
  '2025-12-26',
  '2026-01-01',
  '2026-04-03',
  '2026-04-06',
  '2026-05-04',
  '2026-05-25',
  '2026-08-31',
  '2026-12-25',
  '2026-12-28',
  '2027-01-01',
  '2027-03-26',
  '2027-03-29',
  '2027-05-03',
  '2027-05-31',
  '2027-08-30',
  '2027-12-27',
  '2027-12-28',
  '2028-01-03',
  '2028-04-14',
  '2028-04-17',
  '2028-05-01',
  '2028-05-29',
  '2028-08-28',
  '2028-12-25',
  '2028-12-26',
])

// After this day no bank holidays are held, and a date worked out past it says so.
export const holidaysKnownUntil: Day = '2028-12-31'

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
