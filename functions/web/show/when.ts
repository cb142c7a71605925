// Instants in words, in the council's own time (GOV.UK style: "27 March 2026 at 9:20am").
import { inWords } from '#domain/day.ts'
import { timeInWords } from '#domain/forms/fields/slot-time.ts'
import { londonDay, londonTime } from '#domain/london.ts'

// `at` in milliseconds.
export const moment = (at: number): string => `${inWords(londonDay(at))} at ${timeInWords(londonTime(at))}`

export const dateOf = (at: number): string => inWords(londonDay(at))
