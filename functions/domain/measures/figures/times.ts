// What a month says of the times that people asked for and what became of them (docs/rules/measures.md, "Appointments").
import { countIn, type Sums } from '../counting/sums.ts'

// People who wanted a time and had none within 28 days, each once: whoever found an empty list and joined the waiting list
// counts there alone.
export const unmetIn = (sums: Sums) => {
  const [none, waited, visit] = ['end.no-times', 'listed.unmet', 'end.handed-on'].map((name) => countIn(sums, name))
  return { none: none ?? 0, waited: waited ?? 0, visit: visit ?? 0, all: (none ?? 0) + (waited ?? 0) + (visit ?? 0) }
}

// Undefined where no open time was counted: no data is not nought.
export const minutesOver = (sums: Sums): number | undefined =>
  countIn(sums, 'time.open') === 0 ? undefined : 5 * countIn(sums, 'time.over')

// Undefined where no appointment was.
export const movedByUs = (sums: Sums): { readonly moved: number; readonly again: number } | undefined =>
  visits.every((name) => countIn(sums, name) === 0)
    ? undefined
    : { moved: countIn(sums, 'by-us'), again: countIn(sums, 'by-us.again') }

const visits = ['visits.booked', 'visits.seen', 'visits.missed', 'visits.cancelled'] as const

export type Wait = {
  readonly place: string
  readonly type: string
  // On how many mornings it was looked at, and the middle one's days; undefined: over 56.
  readonly mornings: number
  readonly days: number | undefined
}

// The wait that a person meets, by place and kind of appointment.
export const waitsIn = (sums: Sums): readonly Wait[] => {
  const found = new Map<string, { readonly days: number; readonly count: number }[]>()
  for (const [name, count] of Object.entries(sums)) {
    const [is = '', place = '', type = '', days = ''] = name.split('.')
    if (is !== 'third') continue
    const key = `${place}.${type}`
    found.set(key, [
      ...(found.get(key) ?? []),
      { days: days === 'over' ? Number.POSITIVE_INFINITY : Number(days), count },
    ])
  }
  return [...found]
    .map(([key, all]) => waitOf(key, all))
    .toSorted((a, b) => (a.place + a.type < b.place + b.type ? -1 : 1))
}

const waitOf = (key: string, all: readonly { readonly days: number; readonly count: number }[]): Wait => {
  const [place = '', type = ''] = key.split('.')
  const mornings = all.reduce((sum, { count }) => sum + count, 0)
  let below = 0
  const middle = all
    .toSorted((a, b) => a.days - b.days)
    .find(({ count }) => {
      below += count
      return below * 2 >= mornings
    })
  return { place, type, mornings, days: middle === undefined || middle.days > 56 ? undefined : middle.days }
}

export type HourRow = { readonly hour: number; readonly days: readonly number[] }

// Monday to Sunday, each hour in which anything was.
export const byHour = (sums: Sums, of: 'wanted' | 'asked'): readonly HourRow[] =>
  Array.from({ length: 24 }, (_, hour) => ({
    hour,
    days: [1, 2, 3, 4, 5, 6, 7].map((day) => countIn(sums, `${of}.${day}.${String(hour).padStart(2, '0')}`)),
  })).filter(({ days }) => days.some((count) => count > 0))

// Of all hours in which somebody asked, those in which no office is open (Monday to Friday, 9am to 5pm).
export const askedWhenClosed = (sums: Sums) => {
  const rows = byHour(sums, 'asked')
  const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)
  const d = sum(rows.map(({ days }) => sum(days)))
  const open = sum(rows.filter(({ hour }) => hour >= 9 && hour < 17).map(({ days }) => sum(days.slice(0, 5))))
  return { n: d - open, d }
}
