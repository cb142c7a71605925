// When a person said that it is safe to call or text them: kinds of day, and parts of the day.
import { type Day, weekday } from '../day.ts'
import { hourOfDay, londonDay } from '../london.ts'

export const safeDays = { weekdays: 'Monday to Friday', saturday: 'Saturday', sunday: 'Sunday' } as const
export type SafeDay = keyof typeof safeDays

export const safeParts = {
  morning: '8am to midday',
  afternoon: 'Midday to 5pm',
  evening: '5pm to 9pm',
} as const
export type SafePart = keyof typeof safeParts

export const dayIds: readonly SafeDay[] = ['weekdays', 'saturday', 'sunday']
export const partIds: readonly SafePart[] = ['morning', 'afternoon', 'evening']

// With no day or no part, nobody knows but whoever reads what they wrote.
export type SafeTimes = { readonly days: readonly SafeDay[]; readonly parts: readonly SafePart[] }

export const unknownTimesWords =
  'They wrote when it is safe to text them. Read it on the case, then let it go at such a time'

export const areKnown = ({ days, parts }: SafeTimes): boolean => days.length > 0 && parts.length > 0

export const isSafeAt = (safe: SafeTimes, at: number): boolean =>
  safe.days.includes(dayAt(londonDay(at))) && safe.parts.some((part) => isWithin(hours[part], hourOfDay(at)))

// Hours on London's clock, the last not included.
const hours: Readonly<Record<SafePart, Hours>> = {
  morning: { from: 8, until: 12 },
  afternoon: { from: 12, until: 17 },
  evening: { from: 17, until: 21 },
}

type Hours = { readonly from: number; readonly until: number }

const isWithin = ({ from, until }: Hours, hour: number): boolean => hour >= from && hour < until

const dayAt = (day: Day): SafeDay => {
  const at = weekday(day)
  if (at === 7) return 'sunday'
  return at === 6 ? 'saturday' : 'weekdays'
}
