// What can be booked, and how: the timetable, the questions that choose from it, holding and
// waiting.
import type { Booking } from '#domain/slots/booking.ts'
import { arriving } from './casework/arriving.ts'
import { isExcused, missedRules } from './casework/missed.ts'
import { needsToldIn } from './casework/needs.ts'
import { remindersFor } from './casework/reminders.ts'
import { holdMinutes } from './timetable/holding.ts'
import { slotQuery } from './timetable/query.ts'
import { timetable } from './timetable/timetable-data.ts'
import { waitingRules } from './waiting/rules.ts'

export const appointments: Booking = {
  timetable,
  query: slotQuery,
  questions: { day: 'day', time: 'time' },
  hold: { minutes: holdMinutes },
  reminders: remindersFor,
  needs: needsToldIn,
  arriving,
  missed: { rules: missedRules, excused: isExcused },
  waiting: {
    rules: waitingRules,
    questions: { part: 'waitPart', notice: 'waitNotice', days: 'waitFor' },
  },
}
