// The council's own time: instants (milliseconds) to and from the wall clock of Europe/London, over both clock changes.
// The rule is the law's own (Summer Time Act 1972, section 1, as amended by SI 2002/262), and a test holds it against the zone's data:
// making a formatter of Intl would cost every start of a function 13 ms.
import { type Day, inFullWords } from './day.ts'
import { timeInWords } from './forms/fields/slot-time.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

type Wall = { readonly day: Day; readonly time: string }

const wallAt = (ms: number): Wall => {
  const stamp = new Date(ms + (isSummer(ms) ? hourMs : 0)).toISOString()
  return { day: stamp.slice(0, 10), time: stamp.slice(11, 16) }
}

// From 1am Greenwich time on the last Sunday of March to the same on the last Sunday of October.
const isSummer = (ms: number): boolean => {
  const year = new Date(ms).getUTCFullYear()
  return ms >= lastSunday(year, 2) + hourMs && ms < lastSunday(year, 9) + hourMs
}

// Midnight, Greenwich time, of the last Sunday of a month of 31 days. Months from 0.
const lastSunday = (year: number, month: number): number => {
  const last = Date.UTC(year, month, 31)
  return last - new Date(last).getUTCDay() * dayMs
}

export const londonDay = (ms: number): Day => wallAt(ms).day

// HH:MM on the wall.
export const londonTime = (ms: number): string => wallAt(ms).time

// The instant of a wall-clock time. In the hour that happens twice, the first; in the hour that does not exist, undefined.
export const instantOf = (day: Day, time: string): number | undefined => {
  const asUtc = Date.parse(`${day}T${time}:00Z`)
  const stands = (ms: number): boolean => {
    const found = wallAt(ms)
    return found.day === day && found.time === time
  }
  return [asUtc - hourMs, asUtc].find(stands)
}

// "9:30am on Monday 30 November 2026"
export const inLondonWords = (ms: number): string => {
  const { day, time } = wallAt(ms)
  return `${timeInWords(time)} on ${inFullWords(day)}`
}

// Sundays and nights are London's.
export const hourOfDay = (ms: number): number => Number(wallAt(ms).time.slice(0, 2))
