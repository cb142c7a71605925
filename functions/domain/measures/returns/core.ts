// CORE lettings log, question “waityear”: how long a household has been on the register (CORE 2026-27,
// communitiesuk/submit-social-housing-lettings-and-sales-data).
import { addYears, type Day } from '#domain/day.ts'

// Codes: 13 not on the register, 2 under a year, 7 one to two, 8 two to three, 9 three to four, 10 four
// to five, 11 five to ten, 12 ten or more.
export const waitYear = (joined: Day | undefined, letOn: Day): number => {
  if (joined === undefined) return 13
  return steps.find(({ years }) => letOn >= addYears(joined, years))?.code ?? 2
}

const steps = [
  { years: 10, code: 12 },
  { years: 5, code: 11 },
  { years: 4, code: 10 },
  { years: 3, code: 9 },
  { years: 2, code: 8 },
  { years: 1, code: 7 },
] as const
