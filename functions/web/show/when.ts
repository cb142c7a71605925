// Instants in words, in the council's own time (GOV.UK style: "27 March 2026 at 9:20am").
import { daysBetween, inWords } from '#domain/day.ts'
import { timeInWords } from '#domain/forms/fields/slot-time.ts'
import { londonDay, londonTime } from '#domain/london.ts'

// `at` in milliseconds.
export const moment = (at: number): string => `${inWords(londonDay(at))} at ${timeInWords(londonTime(at))}`

export const dateOf = (at: number): string => inWords(londonDay(at))

// "2 hours ago", "yesterday", and after a week the day itself.
export const ago = (at: number, now: number): string => {
  const minutes = Math.floor((now - at) / 60_000)
  if (minutes < 1) return 'just now'
  if (minutes < 60) return minutes === 1 ? '1 minute ago' : `${minutes} minutes ago`
  const days = daysBetween(londonDay(at), londonDay(now))
  const hours = Math.floor(minutes / 60)
  if (days === 0) return hours === 1 ? '1 hour ago' : `${hours} hours ago`
  if (days === 1) return 'yesterday'
  return days < 8 ? `${days} days ago` : dateOf(at)
}
