// The council's own time: instants (milliseconds) to and from the wall clock of Europe/London, over both clock changes.
// Intl holds the zone's rules on every runtime, so a page pays for no date library.
import { type Day, inFullWords } from './day.ts'
import { timeInWords } from './forms/fields/slot-time.ts'

const wall = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

type Wall = { readonly day: Day; readonly time: string }

const wallAt = (ms: number): Wall => {
  const parts: Record<string, string> = {}
  for (const { type, value } of wall.formatToParts(ms)) parts[type] = value
  return { day: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` }
}

// One day's worth of wall clock is asked for again and again within a request: the last hour is remembered.
let last: { readonly hour: number; readonly day: Day } = { hour: Number.NaN, day: '' }

export const londonDay = (ms: number): Day => {
  const hour = Math.floor(ms / 3_600_000)
  if (last.hour !== hour) last = { hour, day: wallAt(ms).day }
  return last.day
}

// HH:MM on the wall.
export const londonTime = (ms: number): string => wallAt(ms).time

const hourMs = 3_600_000

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
