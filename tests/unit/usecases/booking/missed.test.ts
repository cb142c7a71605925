// Which missed appointments count against somebody who books online (docs/rules/bookings.md, "Who did not come").
import { describe, expect, it } from 'vitest'
import type { Case } from '#domain/cases/case.ts'
import type { Appointment } from '#domain/slots/appointment.ts'
import type { Text } from '#domain/texts/text.ts'
import { bookings } from '#services/bookings/service.ts'
import { missedLately } from '#usecases/booking/missed.ts'

const applicant = { name: 'Sam Sample', phone: '+447700900600', mayText: true }

const appointment: Appointment = {
  ...{ what: 'Housing advice', place: 'dorchester', claimants: [], buckets: [], type: 'housing-advice', features: [] },
  ...{ interpreter: false, day: '2026-11-30', from: '09:00', until: '09:30', startsAt: 0, endsAt: 0 },
  ...{ calendarUid: 'sample', calendarSequence: 0 },
}

const missed = (day: string, of: Partial<Case> = {}, had: Partial<Appointment> = {}): Case => ({
  ...{ reference: `B${day}`, service: 'bookings', team: 'bookings', title: '', state: 'no-show', version: 1 },
  ...{ openedAt: 0, changedAt: 0, draftId: 'draft', applicant },
  record: {
    ...{ form: 'bookings', formVersion: 1, sections: [] },
    declaration: { version: '1', statements: [], agreed: '' },
  },
  appointment: { ...appointment, day, ...had },
  ...of,
})

const text = (state: Text['state']): Text => ({
  ...{ id: 't', about: 'B', service: 'bookings', template: 'reminder-hours', templateVersion: 1, category: 'reminder' },
  ...{ to: '', body: '', state, version: 1, dueAt: 0, madeAt: 0, attempts: [] },
})

const told = async (third: Case, texts: readonly Text[] = []): Promise<readonly string[]> => {
  const all = [missed('2026-06-01'), missed('2026-08-20'), third]
  const ports = {
    clock: { now: () => Date.parse('2026-12-01T10:00:00Z') },
    keys: { hash: (...parts: readonly string[]) => parts.join() },
    find: { byOwner: async () => ({ cases: all, drafts: [] }) },
    cases: {
      whole: async (reference: string) => {
        const subject = all.find((one) => one.reference === reference)
        const mine = subject === third ? texts : []
        return subject && { subject, events: [], notes: [], files: [], tasks: [], texts: mine }
      },
    },
  }
  return missedLately(ports, bookings, applicant)
}

const third = '2026-11-30'

describe('The third appointment that somebody missed', () => {
  it('has them book by phone, and they are told each day', async () => {
    expect(await told(missed(third))).toEqual(['2026-11-30', '2026-08-20', '2026-06-01'])
    expect(await told(missed(third, { state: 'upheld' }))).toHaveLength(3)
    expect(await told(missed(third), [text('delivered')])).toHaveLength(3)
  })

  it.each([
    ['it was excused', missed(third, { state: 'excused' })],
    ['they came', missed(third, { state: 'completed' })],
    ['it is more than 6 months ago', missed('2026-05-31')],
    ['we moved it', missed(third, {}, { byUs: { times: 1 } })],
    ['an interpreter was booked', missed(third, {}, { interpreter: true })],
    ['the room had to have something', missed(third, {}, { features: ['step-free'] })],
    ['the case is restricted', missed(third, { sensitive: true })],
    ['they may not be texted', missed(third, { applicant: { ...applicant, mayText: false } })],
    ['it is of another person with the same number', missed(third, { applicant: { ...applicant, name: 'Al Sample' } })],
  ])('does not count where %s', async (_why, one) => {
    expect(await told(one)).toEqual([])
  })

  it.each(['failed', 'held', 'uncertain'] as const)('does not count where a reminder of it is %s', async (state) => {
    expect(await told(missed(third), [text(state)])).toEqual([])
  })
})
