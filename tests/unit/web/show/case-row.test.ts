// A case in a list: the date that matters is there, whatever the target does meanwhile.
import { expect, it } from 'vitest'
import { rowAfter, shortened } from '#domain/cases/desk/row.ts'
import { startedOn, type Term } from '#domain/rules/statutory.ts'
import { caseRow, type RowNaming } from '#web/show/staff/work/case-row.ts'

const term: Term = {
  ...{ days: 56, targetDays: 40, noticeDays: 21, disregardsHolidays: false },
  ...{ approvedBySilence: false, committee: false },
}
const application = {
  ...{
    reference: 'PBC23DF4',
    service: 'planning',
    team: 'planning',
    title: '1 Sample Lane',
    state: 'invalid',
    version: 1,
  },
  ...{ openedAt: 0, changedAt: 0, applicant: { name: 'Sample Person', mayText: false }, draftId: 'd1' },
  statutory: startedOn(term, '2026-11-30'),
}
const naming: RowNaming = {
  stateOf: () => ({ label: 'Invalid', tag: 'blue', open: true, forApplicant: '' }),
  serviceName: () => 'Planning',
  ...{ today: '2026-12-10', now: 0, seesBand: () => true },
}
const row = (subject: Parameters<typeof caseRow>[0], today: string) => caseRow(subject, { ...naming, today })

it.each([
  ['2026-11-30', 'By law 25 January 2027 (56 days)'],
  ['2027-01-24', 'By law 25 January 2027 (1 day)'],
  ['2027-01-25', 'By law 25 January 2027 (last day)'],
  ['2027-01-26', 'By law 25 January 2027 (over)'],
])('on %s a planning application shows “%s”, beside its target that stands still', (today, law) => {
  const waiting = { ...application, dueOn: '2027-01-08', waitingSince: '2026-12-10' }
  expect(row(waiting, today).due).toEqual({ words: 'Paused', law })
})

it('shows none once the case is closed, and none where the law sets none', () => {
  expect(row(application, '2026-12-10').due).toEqual({ words: 'None', law: undefined })
  const { statutory: _, ...housing } = application
  expect(row({ ...housing, dueOn: '2027-01-08' }, '2026-12-10').due).toEqual({
    ...{ words: '8 January 2027', tag: undefined, law: undefined },
  })
})

const happened = { action: 'submit', by: 'The applicant', words: 'sent documents', at: 0, id: 'e1', version: 2 }
const listed = (last: number, show?: 'register') =>
  caseRow(
    {
      ...application,
      row: {
        what: 'Applicant, 1 child',
        band: 'Band B',
        last: { by: 'The applicant', words: 'sent documents', at: last },
      },
    },
    { ...naming, now: Date.parse('2026-12-10T12:00:00Z') },
    show,
  )

it.each([
  ['2026-12-10T11:59:40Z', 'just now'],
  ['2026-12-10T11:59:00Z', '1 minute ago'],
  ['2026-12-10T11:01:00Z', '59 minutes ago'],
  ['2026-12-10T10:00:00Z', '2 hours ago'],
  ['2026-12-09T23:30:00Z', 'yesterday'],
  ['2026-12-03T09:00:00Z', '7 days ago'],
  ['2026-12-02T09:00:00Z', '2 December 2026'],
])('what changed at %s is said as “%s”', (at, words) => {
  expect(listed(Date.parse(at)).last).toBe(`The applicant sent documents, ${words}`)
})

it('says what a case is about, and the band to those alone who work in the team', () => {
  expect(listed(0).about).toBe('Applicant, 1 child. Band B')
  expect(
    caseRow(
      { ...application, row: { what: 'Applicant, 1 child', band: 'Band B' } },
      { ...naming, seesBand: () => false },
    ).about,
  ).toBe('Applicant, 1 child')
  expect(listed(0, 'register').about).toBe('Applicant, 1 child')
  expect(row(application, '2026-12-10')).toMatchObject({ about: undefined, last: undefined })
})

it('keeps what changed last with what it is about, and never that of a marker or of an interest', () => {
  const first = rowAfter(undefined, { what: 'Applicant, 1 child' }, happened)
  expect(first).toEqual({ what: 'Applicant, 1 child', last: { by: 'The applicant', words: 'sent documents', at: 0 } })
  for (const action of ['propose-marker', 'confirm-marker', 'decline-marker', 'end-marker', 'declare-interest'])
    expect(rowAfter(first, { what: 'Applicant' }, { ...happened, action, at: 9 })).toEqual({
      ...first,
      what: 'Applicant',
    })
  expect(rowAfter(first, {}, { ...happened, at: 9 })).toEqual({
    last: { by: 'The applicant', words: 'sent documents', at: 9 },
  })
})

it.each([
  ['Extension', 20, 'Extension'],
  ['Full: Community hall with a stage', 21, 'Full: Community hall…'],
  ['Full: Community hall, with a stage', 25, 'Full: Community hall…'],
  ['Llanfairpwllgwyngyllgogerychwyrndrobwll', 10, 'Llanfairp…'],
])('cuts “%s” to %i letters between words', (words, most, cut) => {
  expect(shortened(words, most)).toBe(cut)
})

it('says who it was, but for whoever has the case, whose name stands in the row', () => {
  const last = { by: 'Planning officer 1', words: 'took the case', at: 0 }
  const of = (name: string) => row({ ...application, row: { last }, assignee: { id: 'u1', name } }, '2026-12-10').last
  expect(of('Planning officer 2')).toBe('Planning officer 1 took the case, just now')
  expect(of('Planning officer 1')).toBe('Took the case, just now')
})

it('is new where somebody else did it since whoever looks was last there', () => {
  const last = { by: 'The applicant', words: 'sent documents', at: 50 }
  const isNew = (more: Partial<RowNaming>) => caseRow({ ...application, row: { last } }, { ...naming, ...more }).isNew
  expect([isNew({}), isNew({ since: 49 }), isNew({ since: 50 }), isNew({ since: 49, me: 'The applicant' })]).toEqual([
    ...[false, true, false, false],
  ])
})
