// Workshops, with all that may stand in them.
import type { Case } from '#domain/cases/case.ts'
import type { SeriesDate } from '#domain/slots/series.ts'
import type { Workshop } from '#domain/slots/workshop.ts'
import { bookings } from '#services/bookings/service.ts'
import { pages } from '#web/show/citizen/pages.ts'
import type { StaffAround } from '#web/show/staff/around.ts'
import { staffPages } from '#web/show/staff/pages.ts'

const session: Workshop = {
  ...{ id: 'w1', type: 'digital-workshop', place: 'weymouth', day: '2026-12-08', from: '10:00', until: '12:00' },
  ...{ seats: 12, spare: 1, takes: ['wey-room-1'], series: 's1', cameBy: ['012'] },
}
const seating = { offered: 12, taken: 11, left: 1 }
const seen = [
  { session, seating, closed: false },
  { session: { ...session, type: 'Kind <b>', place: 'Hall <b>' }, seating: { ...seating, left: 0 }, closed: false },
  { session, seating, closed: true },
]

const series = { ...session, first: session.day, every: 1, count: 3 }
const date = (day: SeriesDate['day'], more: Partial<SeriesDate>): SeriesDate => ({
  ...{ day, startsAt: 0, whyNot: [], moves: [], rooms: [], ...more },
})
const dates = [
  date('2027-03-22', {}),
  date('2027-03-29', { whyNot: ['bank-holiday'], moves: ['2027-03-30'], clocks: 'forward' }),
  date('2027-04-05', { whyNot: ['room'], rooms: [{ id: 'r2', name: 'Room <b>' }], clocks: 'back' }),
  date('2027-04-12', { whyNot: ['shut', 'hours', 'lead', 'same', 'past'] }),
]

export const workshopSamples = (around: StaffAround, subject: Case): Record<string, string> => {
  const list = { around, service: bookings, from: session.day, days: 56, today: session.day, runs: true }
  const one = { around, service: bookings, session, seating, runs: true, ticks: true, takesIn: true, past: false }
  const asked = { around, service: bookings, series, dates, chosen: () => undefined }
  const tallies = [{ text: 'Weymouth <b>', href: '/desk/weymouth/tally' }]
  return {
    'workshops-staff': staffPages.groupSessions({ ...list, seen, tallies, told: '1 workshop was made.' }),
    'workshops-staff-none': staffPages.groupSessions({ ...list, seen: [], tallies: [], runs: false }),
    workshop: staffPages.groupSession({
      ...{ ...one, attendees: [subject], others: [session], typed: { seats: '"<b>' }, told: 'Saved: 1 person came.' },
      problems: [{ field: 'seats', words: 'How many seats must be a number from 1 to 40' }],
    }),
    'workshop-cancelled': staffPages.groupSession({
      ...{ ...one, attendees: [], others: [], problems: [], typed: { seats: '12' }, block: '/desk/closed/b1' },
    }),
    tally: staffPages.tally({
      ...{ around, place: { name: 'Weymouth <b>', lines: [], open: {}, needsRoom: true }, at: '/desk/weymouth/tally' },
      ...{ today: session.day, counts: true, problem: 'There is nobody to take back: the count is 0' },
      tally: {
        today: [{ kind: 'online', first: 2, again: 0 }],
        weeks: [{ kind: 'device', first: 4, again: 12 }],
      },
    }),
    'series-dates': staffPages.seriesDates({
      ...{ ...asked, typed: { room: ['A "<b>"'] } },
      problems: [{ field: 'do-2027-03-29', words: 'Select what to do about Monday 29 March 2027' }],
    }),
  }
}

export const residentWorkshops = (): Record<string, string> => {
  const { timetable } = bookings.booking
  return {
    workshops: pages.workshops({ timetable, seen: seen.slice(0, 2), books: '/bookings' }),
    'workshops-none': pages.workshops({ timetable, seen: [], books: '/bookings' }),
  }
}
