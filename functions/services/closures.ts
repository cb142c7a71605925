// The days that the council is shut beside weekends and bank holidays. Dated data: add each winter's when it is decided.
import type { Day } from '#domain/day.ts'

export const closures: ReadonlySet<Day> = new Set([
  '2026-12-29',
  '2026-12-30',
  '2026-12-31',
  '2027-12-29',
  '2027-12-30',
  '2027-12-31',
])
