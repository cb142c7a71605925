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

/** "in October 2026", "from October 2026 to December 2026" */
export const startedWords = (months: readonly { readonly month: Month }[]): string => {
  const [first, last] = [months[0], months.at(-1)]
  if (first === undefined || last === undefined) return 'in no month yet'
  return first === last
    ? `in ${monthWords(first.month)}`
    : `from ${monthWords(first.month)} to ${monthWords(last.month)}`
}
