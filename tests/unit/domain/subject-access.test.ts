import { expect, it } from 'vitest'
import { answerBy } from '#domain/subject-access.ts'

it.each([
  ['2027-01-31', '2027-03-01', 'the last day of February, which is a Sunday'],
  ['2026-11-30', '2026-12-30', 'the same day of the next month'],
  ['2027-02-26', '2027-03-30', 'Good Friday and Easter Monday are no working days'],
  ['2026-11-25', '2026-12-29', 'Christmas, a weekend and the day instead of Boxing Day'],
])('asked on %s, a person has their copy by %s: %s', (asked, by) => {
  expect(answerBy(asked)).toBe(by)
})
