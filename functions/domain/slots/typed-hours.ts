// Hours as staff type them: "9 to 12:30, 1:15pm to 5pm". Times stand on 5 minutes.
import { type Day, dayFromWords, inWords } from '../day.ts'
import { timeInWords } from '../forms/fields/slot-time.ts'
import { no, ok, type Result } from '../result.ts'
import type { Hours } from './rota.ts'

// "9", "9am", "0900", "9.00", "9:00 pm", "noon". Undefined where it is no time.
export const timeFromWords = (typed: string): string | undefined => {
  const words = typed.trim().toLowerCase()
  if (words === 'noon' || words === 'midday') return '12:00'
  const [, hour = '', minute = '00', half] = /^(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm)?$/.exec(words) ?? []
  const [h, m] = [Number(hour), Number(minute)]
  if (hour === '' || m > 59 || h > 23) return undefined
  if (half !== undefined && (h === 0 || h > 12)) return undefined
  const at = half === undefined ? h : (h % 12) + (half === 'pm' ? 12 : 0)
  return `${String(at).padStart(2, '0')}:${minute}`
}

export type HoursFault = 'not-hours' | 'ends-first' | 'not-five' | 'overlaps'

// Nothing typed is no hours. Earliest first.
export const hoursFromWords = (typed: string): Result<readonly Hours[], HoursFault> => {
  const parts = typed.split(/,|;|\n|\band\b/).filter((part) => part.trim() !== '')
  const read = parts.map((part) => {
    const [from = '', until = '', ...more] = part.split(/\s*(?:\bto\b|–|—|-|\buntil\b)\s*/).map((one) => one.trim())
    return { from: timeFromWords(from), until: more.length > 0 ? undefined : timeFromWords(until) }
  })
  const hours: Hours[] = []
  for (const { from, until } of read) {
    if (from === undefined || until === undefined) return no('not-hours')
    hours.push({ from, until })
  }
  return sound(hours.toSorted((a, b) => (a.from < b.from ? -1 : 1)))
}

export const hoursInWords = (hours: readonly Hours[]): string =>
  hours.map(({ from, until }) => `${timeInWords(from)} to ${timeInWords(until)}`).join(', ')

export const hoursFaults: Readonly<Record<HoursFault, string>> = {
  'not-hours': 'must be times, like 9am to 12:30pm, 1:15pm to 5pm',
  'ends-first': 'must end after it begins',
  'not-five': 'must begin and end on 5 minutes, like 9:05am',
  overlaps: 'must not have two times that overlap',
}

// A line each: "28 December 2026: 10am to 2pm".
export const specialFromWords = (typed: string): Result<Readonly<Record<Day, Hours>>, string> => {
  const found: Record<Day, Hours> = {}
  for (const line of linesIn(typed)) {
    const [words = '', ...rest] = line.split(/:\s/)
    const [day, hours] = [dayFromWords(words), hoursFromWords(rest.join(': '))]
    const [only, ...more] = hours.ok ? hours.value : []
    if (day === undefined || only === undefined || more.length > 0) return no(line)
    found[day] = only
  }
  return ok(found)
}

export const specialInWords = (special: Readonly<Record<Day, Hours>>): string =>
  Object.entries(special)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, hours]) => `${inWords(day)}: ${hoursInWords([hours])}`)
    .join('\n')

// A day a line.
export const daysFromWords = (typed: string): Result<readonly Day[], string> => {
  const days: Day[] = []
  for (const line of linesIn(typed)) {
    const day = dayFromWords(line)
    if (day === undefined) return no(line)
    days.push(day)
  }
  return ok([...new Set(days)].toSorted())
}

const linesIn = (typed: string): readonly string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const sound = (hours: readonly Hours[]): Result<readonly Hours[], HoursFault> => {
  if (hours.some(({ from, until }) => until <= from)) return no('ends-first')
  if (hours.some(({ from, until }) => Number(from.slice(3)) % 5 > 0 || Number(until.slice(3)) % 5 > 0))
    return no('not-five')
  return hours.some(({ from }, at) => from < (hours[at - 1]?.until ?? '')) ? no('overlaps') : ok(hours)
}
