// What a row of a list says that a case is about, of each service.
import { expect, it } from 'vitest'
import type { Case } from '#domain/cases/case.ts'
import { gistOf } from '#services/catalogue.ts'

const caseWith = (service: string, more: Partial<Case>): Case => ({
  ...{ reference: 'HBC23DF4', service, team: service, title: 'Sample Person', state: 'received', version: 1 },
  ...{ openedAt: 0, changedAt: 0, applicant: { name: 'Sample Person', mayText: false }, draftId: 'd1' },
  record: { form: service, formVersion: 1, sections: [], declaration: { version: '1', statements: [], agreed: '' } },
  ...more,
})
const entry = (id: string, line: string, sensitive = false) => ({
  ...{ question: id, lines: [line], key: 'k', id, sensitive },
})
const recordOf = (id: string, parts: readonly (readonly [string, string])[]) => {
  const { record } = caseWith('any', {})
  return {
    ...record,
    sections: [{ id, title: id, parts: parts.map(([of, line]) => ({ title: '', entries: [entry(of, line)] })) }],
  }
}
const related = (...people: readonly string[]) => ({
  record: recordOf(
    'people',
    people.map((one) => ['relationship', one] as const),
  ),
})
const placing = {
  band: 'B',
  effectiveDate: '2026-11-20',
  on: '2026-11-20',
  by: 'A manager',
  bedrooms: 2,
  reason: 'Short',
}

it.each([
  [[], 'Applicant alone'],
  [['Partner'], 'Applicant, partner'],
  [['Child'], 'Applicant, 1 child'],
  [['Partner', 'Child', 'Grandchild', 'Foster child, or another child you bring up'], 'Applicant, partner, 3 children'],
  [['Parent', 'Child'], 'Applicant, 1 child, 1 other'],
  [['Friend', 'Carer'], 'Applicant, 2 others'],
])('an application for housing of an applicant and %j is “%s”', (people, what) => {
  expect(gistOf(caseWith('housing', related(...people)))).toEqual({ what })
})

it('an application for planning permission is its kind and its proposal, as far as there is room', () => {
  const type = { id: 'type', title: 'Kind', answer: 'Householder planning permission', steps: [] }
  const assessment = { on: '2026-11-20', pack: 'p', parts: [type] }
  const long = 'Single-storey extension behind the house and a porch'
  const whole = caseWith('planning', { assessment, record: recordOf('works', [['description', 'A porch']]) })
  expect(gistOf(whole)).toEqual({ what: 'Householder: A porch' })
  const cut = { ...whole, record: recordOf('works', [['description', long]]) }
  expect(gistOf(cut)).toEqual({ what: 'Householder: Single-storey extension behind the…' })
  expect(gistOf(caseWith('planning', {}))).toEqual({})
})

it('an appointment is its time, its place and what it is for, and nothing of what the person needs', () => {
  const appointment = {
    ...{ day: '2026-12-08', from: '10:30', until: '11:00', place: 'dorchester', claimants: ['housing-1'] },
    ...{ what: 'Housing advice', type: 'housing-advice', buckets: [], features: [], interpreter: false },
    ...{ startsAt: 0, endsAt: 0, calendarUid: 'u1', calendarSequence: 0 },
  }
  const record = recordOf('needs', [['needs', 'A hearing loop']])
  expect(gistOf(caseWith('bookings', { appointment, record }))).toEqual({
    what: '10:30am, Dorchester customer centre: Housing advice',
  })
  expect(gistOf(caseWith('bookings', { record }))).toEqual({})
})

it('the band is the one that waits for approval, else the one that counts, and never what the rules would say', () => {
  const band = (more: Partial<Case>) => gistOf(caseWith('housing', more)).band
  const placed = { registered: '2026-11-20', placings: [placing] }
  expect(band({ placing: placed })).toBe('Band B')
  expect(band({ placing: placed, proposed: { ...placing, band: 'A' } })).toBe('Band A proposed')
  const assessment = { on: '2026-11-20', pack: 'p', parts: [{ id: 'band', title: 'Band', answer: 'A', steps: [] }] }
  expect(band({ assessment })).toBeUndefined()
})
