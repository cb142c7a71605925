// "Propose a band" starts from what the rules proposed. An officer who changes the band, the bedrooms or the date says why.
import type { Case } from '#domain/cases/case.ts'
import { choice, count, date, longText } from '#domain/forms/ask.ts'
import type { Problem, Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import { dorset2026 } from '../rules/packs/dorset-2026.ts'

export const proposeBandQuestions = {
  band: choice('Select a band', Object.fromEntries(dorset2026.bands.map(({ id, label }) => [id, label])), {
    label: 'Band',
    for: 'officer',
  }),
  bedrooms: count('Bedrooms needed', {
    missing: 'Enter how many bedrooms the household needs',
    noun: 'Number of bedrooms',
    least: 1,
    most: 15,
    for: 'officer',
  }),
  effectiveDate: date('Effective date', {
    missing: 'Enter the effective date',
    must: 'past',
    for: 'officer',
  }),
  reason: longText('Reasons', {
    most: 2000,
    rows: 8,
    missing: 'Enter the reasons',
    hint: 'The applicant can ask for these and for a review. If you change what was proposed, say why.',
    for: 'officer',
  }),
} satisfies Readonly<Record<string, Question>>

// The proposal's own reasons cannot be the reasons for another band.
export const reasonForChange = (typed: Typed, { assessment }: Case): readonly Problem[] => {
  const proposed = assessment?.proposes?.typed
  if (proposed === undefined) return []
  const changed = ['band', 'bedrooms', 'effectiveDate-day', 'effectiveDate-month', 'effectiveDate-year'].some(
    (field) => Number(typed[field]?.[0]) !== Number(proposed[field]?.[0]) && typed[field]?.[0] !== proposed[field]?.[0],
  )
  const same = plain(typed.reason) === plain(proposed.reason)
  return changed && same ? [{ field: 'reason', words: 'Enter why you changed what was proposed' }] : []
}

const plain = (values: readonly string[] | undefined): string => (values?.[0] ?? '').replace(/\s+/g, ' ').trim()
