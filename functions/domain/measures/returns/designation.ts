// Whether the council stays clear of designation for how fast it decides planning applications: shares of a year to September, decided in
// the time that the law gives or that was agreed (Town and Country Planning Act 1990, section 62A; criteria of the Planning Advisory
// Service). The council confirms shares and window. [K]
import { type Day, datePartsOf } from '#domain/day.ts'
import type { Ratio } from '../figures/rates.ts'
import type { Quarter } from './quarter.ts'

// Percent: majors are major development, others are all other.
export const leastInTime = { majors: 60, others: 70 } as const

export type DesignationYear = Pick<Quarter, 'from' | 'until'> & { readonly id: string }

// The year to September that a day is in.
export const yearWith = (day: Day): DesignationYear => {
  const { year, month } = datePartsOf(day)
  const ends = month > 9 ? year + 1 : year
  return { id: String(ends), from: `${ends - 1}-10-01`, until: `${ends}-09-30` }
}

// How many more decisions may be late before the share falls below; or how many in a row must be in time until it is reached.
export type LateRoom = { readonly is: 'left' | 'wanted'; readonly decisions: number }

export const roomIn = ({ n, d }: Ratio, percent: number): LateRoom =>
  100 * n >= percent * d
    ? { is: 'left', decisions: Math.floor((100 * n) / percent) - d }
    : { is: 'wanted', decisions: Math.ceil((percent * d - 100 * n) / (100 - percent)) }
