// Noting that somebody did not come to their appointment, and taking it back.
import { describe, expect, it } from 'vitest'
import { calendarOf } from '#domain/cases/calendar.ts'
import type { Case } from '#domain/cases/case.ts'
import { perform } from '#domain/cases/workflow.ts'
import { bookingsWorkflow } from '#services/bookings/casework/workflow.ts'

const startsAt = Date.parse('2026-12-01T09:00:00Z')
const booked: Case = {
  ...{ reference: 'BBCDFGH2', service: 'bookings', team: 'bookings', title: '', state: 'confirmed', version: 1 },
  ...{ openedAt: 0, changedAt: 0, draftId: 'draft', dueOn: '2026-12-01', applicant: { name: 'Sample', mayText: true } },
  record: {
    ...{ form: 'bookings', formVersion: 1, sections: [] },
    declaration: { version: '1', statements: [], agreed: '' },
  },
  appointment: {
    ...{ what: 'Housing advice', place: 'phone', claimants: [], buckets: [], type: 'housing-advice', features: [] },
    ...{ interpreter: false, day: '2026-12-01', from: '09:00', until: '09:30', startsAt, endsAt: startsAt + 1_800_000 },
    ...{ calendarUid: 'sample', calendarSequence: 0 },
  },
}
const take = (action: string, subject: Case, now: number, typed: Readonly<Record<string, readonly string[]>>) =>
  perform(bookingsWorkflow, subject, {
    ...{ action, typed, now, today: '2026-12-01', id: 'event' },
    actor: { is: 'staff', id: 'x', name: 'Sample', roles: ['bookings-staff'], teams: ['bookings'] },
  })

describe('Noting that somebody did not come', () => {
  it('is refused a minute before the appointment begins, with its time, and taken from then on', () => {
    const early = take('no-show', booked, startsAt - 60_000, { tried: ['none'] })
    expect(!early.ok && early.error).toEqual({
      is: 'needs',
      problems: [
        {
          field: 'tried',
          words:
            'The appointment is at 9am on Tuesday 1 December 2026. You can note that they did not come from then on',
        },
      ],
    })
    expect(take('no-show', booked, startsAt, { tried: ['none'] }).ok).toBe(true)
  })

  it('can be taken back with a reason: the appointment stands again and is on the list for its day', () => {
    const missed = take('no-show', booked, startsAt, { tried: ['none'] })
    if (!missed.ok) throw new Error('It was refused')
    expect(missed.value.case.dueOn).toBeUndefined()
    expect(take('undo-no-show', missed.value.case, startsAt, {}).ok).toBe(false)
    const back = take('undo-no-show', missed.value.case, startsAt, { whyBack: ['They were at the other desk'] })
    expect(back.ok && [back.value.case.state, back.value.case.dueOn]).toEqual(['confirmed', '2026-12-01'])
  })
})

describe('The calendar entry of an appointment', () => {
  it('is published, as it names no organiser and invites nobody, also where it was cancelled', () => {
    const words = { title: 'Council appointment', place: 'By phone', link: 'https://a.example', now: 0 }
    for (const cancelled of [false, true]) {
      const { appointment } = booked
      if (appointment === undefined) throw new Error('There is no appointment')
      const file = calendarOf({ ...appointment, cancelled }, words)
      expect(file).not.toMatch(/ORGANIZER|ATTENDEE/)
      expect(file).toContain('METHOD:PUBLISH\r\n')
      expect(file).toContain(`STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}\r\n`)
    }
  })
})
