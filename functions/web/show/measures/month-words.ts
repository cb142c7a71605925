// Months in words: "November 2026", and "Nov 2026" where there is little room.
import { inWords } from '#domain/day.ts'
import { firstOf, isMonth, type Month } from '#domain/measures/months.ts'

export const monthWords = (month: Month): string => inWords(firstOf(month)).replace(/^\d+ /, '')

// The id of what staff typed: its service, month and sort.
export const entryWords = (id: string): string =>
  id
    .split('.')
    .map((part) => (isMonth(part) ? monthWords(part) : part))
    .join(', ')

export const shortMonth = (month: Month): string => monthWords(month).replace(/^(\w{3})\w*/, '$1')
