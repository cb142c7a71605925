// Months and when their figures stand: provisional on the fifth working day of the next month, final
// when the last day's drafts have run out (docs/rules/measures.md, "Months").
import { addDays, addMonths, type Day, isDay } from '#domain/day.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { addWorkingDays } from '#domain/working-days.ts'
import type { Sums } from './counting/sums.ts'

// YYYY-MM
export type Month = string

export const isMonth = (text: string): boolean => /^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`)

export const monthOfDay = (day: Day): Month => day.slice(0, 7)

export const firstOf = (month: Month): Day => `${month}-01`

export const lastOf = (month: Month): Day => addDays(addMonths(firstOf(month), 1), -1)

export const monthAfter = (month: Month, count = 1): Month => monthOfDay(addMonths(firstOf(month), count))

export const provisionalOn = (month: Month): Day => addWorkingDays(lastOf(month), 5)

// The day after the last draft that began in it has run out.
export const finalOn = (month: Month): Day => addDays(lastOf(month), 29)

// What facts and their secret are kept beyond that, for whoever asks why.
export const factsUntil = (month: Month): Day => addDays(finalOn(month), 35)

// p: provisional; f: final; r1, r2…: revised since, each with a reason.
export type Edition = string

export type SealedMonth = {
  readonly month: Month
  readonly edition: Edition
  readonly definition: number
  readonly sums: Sums
  readonly facts: number
  // SHA-256 of the sums as they are kept.
  readonly digest: string
  readonly sealedAt: number
  readonly reason?: string
}

export type SealProblem = 'sealed-already' | 'no-reason' | 'not-final'

// The edition that may be sealed next, of those that are there.
export const nextEdition = (
  have: readonly Edition[],
  wanted: 'p' | 'f' | 'r',
  reason = '',
): Result<Edition, SealProblem> => {
  if (wanted !== 'r') return have.includes(wanted) || have.includes('f') ? no('sealed-already') : ok(wanted)
  if (!have.includes('f')) return no('not-final')
  return reason.trim() === '' ? no('no-reason') : ok(`r${have.filter((one) => one.startsWith('r')).length + 1}`)
}

export type MonthStatus = 'provisional' | 'final' | 'revised'

export const monthStatusOf = (edition: Edition): MonthStatus =>
  edition === 'p' ? 'provisional' : edition === 'f' ? 'final' : 'revised'

const rank = (edition: Edition): number => (edition === 'p' ? 0 : edition === 'f' ? 1 : 1 + Number(edition.slice(1)))

// Of each month the edition that counts now, oldest month first.
export const newestEditions = (all: readonly SealedMonth[]): readonly SealedMonth[] => {
  const newest = new Map<Month, SealedMonth>()
  for (const one of all) {
    const other = newest.get(one.month)
    if (other === undefined || rank(one.edition) > rank(other.edition)) newest.set(one.month, one)
  }
  return [...newest.values()].toSorted((a, b) => (a.month < b.month ? -1 : 1))
}

// What came on paper and was typed later counts on the day it came, as long as that month is open;
// else on the day it was typed, and is said to be late.
export const countsOn = (came: Day, typed: Day): { readonly day: Day; readonly late: boolean } =>
  typed < finalOn(monthOfDay(came)) ? { day: came, late: false } : { day: typed, late: true }
