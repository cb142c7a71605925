// What a case wants of its officer today (docs/rules/casework.md, "Worklists").
import { describe, expect, it } from 'vitest'
import { bucketOf, standsOn, urgentBefore } from '#domain/cases/buckets.ts'
import { startedOn } from '#domain/rules/statutory.ts'

const today = '2026-11-30'
const asked = { keys: [], draftId: 'd', by: '2026-11-29' }
const term = {
  ...{ days: 56, targetDays: 35, noticeDays: 0, disregardsHolidays: false },
  ...{ approvedBySilence: false, committee: false },
}

describe('a case', () => {
  it.each([
    ['replied', { dueOn: '2026-12-20', replied: today }, today],
    ['legal', { dueOn: '2026-12-30', statutory: startedOn(term, '2026-10-15') }, '2026-12-10'],
    ['legal', { dueOn: '2026-12-30', waitingSince: today, statutory: startedOn(term, '2026-10-10') }, '2026-12-05'],
    ['overdue', { dueOn: '2026-11-29' }, '2026-11-29'],
    ['due', { dueOn: '2026-11-30' }, '2026-11-30'],
    ['due', { dueOn: '2026-12-07' }, '2026-12-07'],
    ['later', { dueOn: '2026-12-08' }, '2026-12-08'],
    ['later', {}, '9999-12-31'],
    ['late-reply', { dueOn: '2026-11-20', waitingSince: '2026-11-15', asked }, '2026-11-29'],
    ['waiting', { dueOn: '2026-11-20', waitingSince: '2026-11-15', asked: { ...asked, by: today } }, today],
    ['waiting', { dueOn: '2026-11-20', waitingSince: '2026-11-15' }, '2026-11-20'],
  ] as const)('is %s, as it stands: %o', (bucket, subject, on) => {
    expect([bucketOf(subject, today), standsOn(subject)]).toEqual([bucket, on])
    if (!['later', 'waiting'].includes(bucket)) expect(on < urgentBefore(today)).toBe(true)
  })
})
