// People without an appointment at a desk, at each step.
import { choice } from '#domain/forms/ask.ts'
import type { WalkIn } from '#domain/slots/walk-in.ts'
import { bookings } from '#services/bookings/service.ts'
import type { Queue } from '#usecases/booking/walk-ins.ts'
import { pages } from '#web/show/citizen/pages.ts'
import type { StaffAround } from '#web/show/staff/around.ts'
import { staffPages } from '#web/show/staff/pages.ts'

const place = {
  ...bookings.booking.timetable.places.dorchester,
  name: 'Dorchester <b>',
  lines: [],
  open: {},
  needsRoom: true,
}

const ticket = (number: number, more: Partial<WalkIn> = {}): WalkIn => ({
  ...{ number, service: 'bookings', type: 'housing-advice', needs: [], cameAt: 0, told: 35 },
  ...more,
})

const queue: Queue = {
  walkIns: {
    version: 4,
    tickets: [
      ticket(1, { calledAt: 600_000, ended: { at: 900_000, as: 'seen' } }),
      ticket(2, { calledAt: 600_000, needs: ['quiet', 'interpreter'] }),
      ticket(3, { told: 130 }),
      ticket(4, { ended: { at: 900_000, as: 'left' } }),
    ],
  },
  visits: { version: 0, seen: [] },
  comesFor: [
    { service: bookings, type: 'housing-advice', name: 'Housing <b>', wait: 35 },
    { service: bookings, type: 'council-tax', name: 'Council tax', wait: undefined },
  ],
  waits: new Map([[3, 20]]),
}

const needs = { comesFor: choice('Select what', { a: 'Housing <b>' }, { label: 'What for?' }) }

const none: Queue = { ...queue, walkIns: { version: 0, tickets: [] } }

export const walkInSamples = (around: StaffAround, now: number): Record<string, string> => {
  const page = { around, place, queue, typed: {}, problems: [], at: '/desk/dorchester/walk-ins', now }
  const sign = { around, place, day: '2026-11-30', code: 'BCDF' }
  const feed = { id: 'h', service: 'bookings', member: 'housing-1', name: 'Adviser <b>', device: 'A "<b>" phone' }
  const feeds = [{ ...feed, by: 'b1', team: 'bookings', madeAt: now, until: '2027-05-29' }]
  const calendars = { around, feeds, needs, typed: {}, problems: [], at: '/desk/calendars' }
  return {
    'walk-ins': staffPages.walkIns({ ...page, needs: needs, given: 3 }),
    'walk-ins-none': staffPages.walkIns({ ...page, queue: none }),
    'walk-ins-wrong': staffPages.walkIns({
      ...{ ...page, needs: needs, done: 2 },
      problems: [{ field: 'comesFor', words: 'Select what they have come for' }],
    }),
    feeds: staffPages.feeds({ ...calendars, made: 'https://staff.example/calendar/secret.ics' }),
    'feeds-none': staffPages.feeds({
      ...{ ...calendars, feeds: [] },
      problems: [{ field: 'comesFor', words: 'Select whose appointments it has' }],
    }),
    sign: staffPages.sign({ ...sign, page: 'https://book.example/desk/dorchester' }),
  }
}

export const deskNowSamples = (now: number): Record<string, string> => ({
  'by-phone': pages.byPhone({
    around: {},
    missed: ['2026-11-30', '2026-08-20'],
    phone: '01305 221000',
    mine: '/my-applications',
  }),
  'desk-now': pages.deskNow({ place, queue, at: '/desk/dorchester', books: '/bookings', now }),
  'desk-now-nobody': pages.deskNow({ place, queue: none, at: '/desk/dorchester', books: '/bookings', now }),
})
