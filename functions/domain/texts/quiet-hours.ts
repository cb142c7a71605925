// Reminders and surveys wait from 9pm to 8am London time, and on Sundays and bank holidays (texts.md 5.4). Codes and what was asked for do not.
import { addDays, weekday } from '../day.ts'
import { hourOfDay, instantOf, londonDay } from '../london.ts'
import { bankHolidays } from '../working-days.ts'
import type { Category } from './text.ts'

const from = 21
const until = '08:00'

// The first instant from `at` on when a text of this category may go.
export const allowedAt = (category: Category, at: number): number => {
  if (category === 'security' || category === 'essential') return at
  const day = londonDay(at)
  if (quietDay(day)) return allowedAt(category, morning(addDays(day, 1), at))
  const hour = hourOfDay(at)
  if (hour < 8) return morning(day, at)
  return hour < from ? at : allowedAt(category, morning(addDays(day, 1), at))
}

const quietDay = (day: string): boolean => weekday(day) === 7 || bankHolidays.has(day)

// 8am exists on every day: the clocks change before it.
const morning = (day: string, otherwise: number): number => instantOf(day, until) ?? otherwise
