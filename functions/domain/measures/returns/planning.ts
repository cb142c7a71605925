// The district planning return (PS2): in which column of time a decision stands. Columns and bands are
// the council's to confirm. [K]
import { addDays, type Day } from '#domain/day.ts'

export type DecidedApplication = {
  // With everything and the right fee.
  readonly valid: Day
  // The day on which the notice went.
  readonly despatched: Day
  readonly major: boolean
  // With an environmental statement: 16 weeks.
  readonly environmental?: boolean
  // Set where more time was agreed in writing, or a performance agreement stands.
  readonly agreedUntil?: Day
}

export type Time = 'in statutory time' | 'in agreed time' | 'late' | 'late against agreed time'

// Weeks by the Development Management Procedure Order 2015, article 34.
export const statutoryEnd = ({
  valid,
  major,
  environmental,
}: Pick<DecidedApplication, 'valid' | 'major' | 'environmental'>): Day =>
  addDays(valid, 7 * (environmental === true ? 16 : major ? 13 : 8))

// What was agreed stands in the agreed column alone, even where it came within the statutory time.
export const timeTakenOf = (decided: DecidedApplication): Time => {
  const { despatched, agreedUntil } = decided
  if (agreedUntil !== undefined) return despatched <= agreedUntil ? 'in agreed time' : 'late against agreed time'
  return despatched <= statutoryEnd(decided) ? 'in statutory time' : 'late'
}

// For designation: in statutory or agreed time, of all.
export const inTimeOf = (all: readonly DecidedApplication[]): { readonly n: number; readonly d: number } => ({
  n: all.filter((one) => ['in statutory time', 'in agreed time'].includes(timeTakenOf(one))).length,
  d: all.length,
})
