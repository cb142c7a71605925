// Noting that somebody did not come to their appointment, and taking it back.
import { describe, expect, it } from 'vitest'
import { calendarOf } from '#domain/cases/calendar.ts'
import type { Case } from '#domain/cases/case.ts'
import { perform } from '#domain/cases/workflow.ts'
import { arrivalAt } from '#domain/slots/arriving.ts'
import { arriving } from '#services/bookings/casework/arriving.ts'
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
const minute = 60_000
const missed = startsAt + 16 * minute
const take = (action: string, subject: Case, now: number, typed: Readonly<Record<string, readonly string[]>>) =>
  perform(bookingsWorkflow, subject, {
    ...{ action, typed, now, today: '2026-12-01', id: 'event' },
    actor: { is: 'staff', id: 'x', name: 'Sample', roles: ['bookings-staff'], teams: ['bookings'] },
  })

describe('Noting that somebody did not come', () => {
  it('is refused while they may still arrive, with the time, and taken from the 16th minute on', () => {
    const early = take('no-show', booked, startsAt + 15 * minute, { tried: ['none'] })
    expect(!early.ok && early.error).toEqual({
      is: 'needs',
      problems: [
        {
          field: 'tried',
          words: 'They may still arrive. You can note that they did not come from 9:16am on Tuesday 1 December 2026',
        },
      ],
    })
    expect(take('no-show', booked, missed, { tried: ['none'] }).ok).toBe(true)
    expect(take('no-show', booked, missed, {}).ok).toBe(false)
  })

  it('can be taken back with a reason: the appointment stands again and is on the list for its day', () => {
    const noted = take('no-show', booked, missed, { tried: ['none'] })
    if (!noted.ok) throw new Error('It was refused')
    expect(noted.value.case.dueOn).toBeUndefined()
    expect(take('undo-no-show', noted.value.case, startsAt, {}).ok).toBe(false)
    const back = take('undo-no-show', noted.value.case, startsAt, { whyBack: ['They were at the other desk'] })
    expect(back.ok && [back.value.case.state, back.value.case.dueOn]).toEqual(['confirmed', '2026-12-01'])
  })
})

describe('Checking somebody in', () => {
  const arrives = (at: number) => arrivalAt({ startsAt }, arriving, at)
  it('is too early 31 minutes before, in time from 30 before to 15 after, and late from the 16th minute', () => {
    const minutes = [-31, -30, 0, 15, 16].map((after) => arrives(startsAt + after * minute))
    expect(minutes).toEqual(['too-early', 'in-time', 'in-time', 'in-time', 'late'])
    expect(arrives(startsAt + 15 * minute + 59_000)).toBe('in-time')
  })

  it('is refused days before, and taken on the day, late too', () => {
    const early = take('check-in', booked, startsAt - 9 * 24 * 60 * minute, {})
    expect(!early.ok && early.error.is).toBe('needs')
    expect(take('check-in', booked, startsAt - 30 * minute, {}).ok).toBe(true)
    expect(take('check-in', booked, startsAt + 25 * minute, {}).ok).toBe(true)
  })

  it('stands on the list of the day only while it is of use, and so does that nobody came', () => {
    const shown = (after: number) =>
      bookingsWorkflow.actions
        .filter(({ from, desk }) => from.includes('confirmed') && desk?.(booked, startsAt + after * minute) === true)
        .map(({ id }) => id)
    expect([shown(-60), shown(0), shown(20)]).toEqual([[], ['check-in'], ['check-in', 'no-show']])
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
