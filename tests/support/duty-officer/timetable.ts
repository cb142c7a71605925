// One officer, one desk, Tuesday and Thursday mornings.
import type { Booking } from '#domain/slots/booking.ts'

const morning = { from: '10:00', until: '12:00' }
const days = <T>(value: T) => ({ 2: value, 4: value })
const hour = 3_600_000

const meeting = {
  ...{ minutes: 60, before: 0, after: 0, step: 60, skill: 'duty' },
  ...{ leadHours: 24, horizonDays: 28, changeUntilHours: 2, atOnce: 1 },
}

export const dutyBooking: Booking = {
  timetable: {
    types: { trees: { ...meeting, name: 'About a tree' }, extension: { ...meeting, name: 'About an extension' } },
    places: { desk: { name: 'The planning desk', lines: ['Dorchester'], open: days(morning), needsRoom: false } },
    staff: [{ id: 'duty-1', skills: ['duty'], places: ['desk'], shifts: days([morning]), leave: new Set() }],
    rooms: [],
    closures: new Set(),
  },
  query: (answers) => {
    const type = answers.answer('about')
    return typeof type === 'string' ? { type, place: 'desk', features: [], interpreter: false } : undefined
  },
  questions: { day: 'meetOn', time: 'meetAt' },
  hold: { minutes: 5 },
  reminders: ({ startsAt }, now) => {
    const tomorrow = { template: 'tomorrow', dueAt: startsAt - 24 * hour, notAfter: startsAt - 2 * hour }
    return tomorrow.dueAt > now ? [tomorrow] : []
  },
  waiting: {
    rules: { offerMinutes: 45, offersADay: 1, mostUnanswered: 1 },
    questions: { part: 'half', notice: 'warning', days: 'until' },
  },
}
