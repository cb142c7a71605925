// When a text may go: never at night, unless somebody waits for it; what can be done without not on
// Sundays and bank holidays either; and nothing outside the times that a person said are safe.

import { bankHolidays } from '../bank-holidays.ts'
import { areKnown, isSafeAt, type SafeTimes } from '../cases/safe-times.ts'
import { addDays, type Day, weekday } from '../day.ts'
import { hourOfDay, instantOf, londonDay, londonTime } from '../london.ts'
import type { Quiet, Text, TextRules } from './text.ts'

const until = 8
const from = 21
const hourMs = 3_600_000

// How long somebody waits for the answer to what they did.
const awaitedMs = hourMs

type When = { readonly quiet: Quiet; readonly safe?: SafeTimes }

// The first instant from `at` on when it may go. Undefined: it cannot be told, or there is none.
export const allowedAt = (when: When, at: number): number | undefined => {
  if (mayGo(when, at)) return at
  const next = Math.floor(at / hourMs) * hourMs + hourMs
  return Array.from({ length: mostHours }, (_, hour) => next + hour * hourMs).find((one) => mayGo(when, one))
}

// Longer than any run of days on which a reminder waits, and than a week of nights.
const mostHours = 24 * 15

// Nobody is woken, and no Sunday or bank holiday disturbed.
export const offersAt = (at: number): number => allowedAt({ quiet: 'not-holidays' }, at) ?? at

type Due = { readonly at: number; readonly now: number; readonly notAfter?: number }

// When a text that is wanted at an instant is due. Undefined: it could only come too late to be of use.
export const dueFor = (when: When, { at, now, notAfter }: Due): number | undefined => {
  // It cannot be told when, so it is held back at its time for staff to see.
  if (when.safe !== undefined && !areKnown(when.safe)) return at
  const forward = when.quiet === 'promised' && !mayGo(when, at) ? broughtForward(when, { at, now }) : undefined
  const due = forward ?? allowedAt(when, at)
  return due === undefined || (notAfter !== undefined && due > notAfter) ? undefined : due
}

// At the same time on the last day before on which it may go; else at the last hour that is left.
const broughtForward = (when: When, { at, now }: Due): number | undefined => {
  const days = Array.from({ length: mostHours / 24 }, (_, back) => addDays(londonDay(at), -back))
  const sameTime = days.map((day) => instantOf(day, londonTime(at)))
  const eachHour = Array.from({ length: mostHours }, (_, hour) => at - hour * hourMs)
  return [...sameTime, ...eachHour].find((one): one is number => one !== undefined && one > now && mayGo(when, one))
}

// Of a text that stands in the outbox. One that was waited for when it was made is not for ever.
export const sendingTimeOf = (text: Pick<Text, 'quiet' | 'category' | 'safe' | 'madeAt'>, now: number): When => ({
  quiet: quietNow(text, now),
  ...(text.safe === undefined ? {} : { safe: text.safe }),
})

const quietNow = ({ quiet, category, madeAt }: Pick<Text, 'quiet' | 'category' | 'madeAt'>, now: number): Quiet => {
  if (category === 'security') return 'at-once'
  const rule = quiet ?? (category === 'essential' ? 'daytime' : 'not-holidays')
  return rule === 'at-once' && now - madeAt > awaitedMs ? 'daytime' : rule
}

// Sent again by staff: nobody waits for it at that moment.
export const quietAgain = ({ quiet }: Pick<TextRules, 'quiet'>): Quiet => (quiet === 'at-once' ? 'daytime' : quiet)

const mayGo = ({ quiet, safe }: When, at: number): boolean =>
  isAllowed(quiet, at) && (safe === undefined || (areKnown(safe) && isSafeAt(safe, at)))

const isAllowed = (quiet: Quiet, at: number): boolean => {
  if (quiet === 'at-once') return true
  const hour = hourOfDay(at)
  const byDay = hour >= until && hour < from
  return byDay && (quiet === 'daytime' || !isQuietDay(londonDay(at)))
}

const isQuietDay = (day: Day): boolean => weekday(day) === 7 || bankHolidays.has(day)
