// A case in a list: the date that matters is there, whatever the target does meanwhile.
import { expect, it } from 'vitest'
import { startedOn, type Term } from '#domain/rules/statutory.ts'
import { caseRow } from '#web/show/staff/worklist-page.ts'

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
const row = (subject: Parameters<typeof caseRow>[0], today: string) =>
  caseRow(subject, {
    stateOf: () => ({ label: 'Invalid', tag: 'blue', open: true, forApplicant: '' }),
    serviceName: () => 'Planning',
    today,
  })

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
