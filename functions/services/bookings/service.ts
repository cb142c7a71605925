// Appointments as a service: sending the form books the time in the same transaction.
import type { Appointment, Case } from '#domain/cases/case.ts'
import { inFullWords } from '#domain/day.ts'
import type { Answers } from '#domain/forms/answers.ts'
import { timeInWords } from '#domain/forms/fields/slot-time.ts'
import { claimsOf, type Slot, type SlotQuery } from '#domain/slots/timetable.ts'
import type { Booked, Service } from '../service.ts'
import { templates } from '../templates.ts'
import { chosenSlot, longestHoldMs, slotQuery } from './choose.ts'
import { bookingsForm } from './form.ts'
import { remindersFor } from './reminders.ts'
import { bookingsStart } from './start.ts'
import { timetable } from './timetable-data.ts'
import { bookingsWorkflow } from './workflow.ts'

export const bookings: Service = {
  id: 'bookings',
  name: 'Book an appointment',
  noun: 'appointment',
  team: 'bookings',
  letter: 'B',
  targetDays: 0,
  start: bookingsStart,
  form: bookingsForm,
  workflow: bookingsWorkflow,
  texts: templates({
    confirmation: 'Dorset Council: your appointment is at ((when)). Change or cancel: ((yourLink))',
    moved: 'Dorset Council: your appointment is now at ((when)). Change or cancel: ((link))',
    cancelled: 'Dorset Council: your appointment ((reference)) is cancelled. Book another at ((book))',
    'cancelled-by-us':
      'Dorset Council: sorry, we have had to cancel your appointment at ((when)). Book again: ((book))',
    'reminder-days': 'Dorset Council appointment: ((when)). Change it or stop reminders: ((stop))',
    'reminder-hours':
      'Dorset Council: your appointment is today at ((time)). Reference ((reference)). Stop reminders: ((stop))',
  }),
  title: nameOf,
  applicant: (answers) => {
    const phone = answers.answer('mobileNumber')
    return {
      name: nameOf(answers),
      mayText: answers.answer('safeToText') === 'yes',
      ...(typeof phone === 'string' ? { phone } : {}),
    }
  },
  booked: (answers, now) => {
    // Notice is counted from when the time was held, not from when it is booked: who holds the last time that still had a day's notice
    // has their ten minutes too, and ten more if they ask.
    const slot = chosenSlot(answers, now - longestHoldMs)
    const query = slotQuery(answers)
    return slot === undefined || query === undefined ? undefined : bookedFrom(slot, query, now)
  },
  words: ({ appointment }) =>
    appointment === undefined ? {} : { when: whenOf(appointment), time: timeInWords(appointment.from) },
  shown,
}

export const bookedFrom = (slot: Slot, query: SlotQuery, now: number, before?: Appointment): Booked => {
  const { type, features, interpreter } = query
  const appointment: Appointment = {
    what: timetable.types[type]?.name ?? type,
    place: slot.place,
    claimants: slot.claimants,
    buckets: slot.buckets,
    type,
    features,
    interpreter,
    day: slot.day,
    from: slot.from,
    until: slot.until,
    startsAt: slot.startsAt,
    endsAt: slot.endsAt,
    calendarUid: before?.calendarUid ?? `${slot.day}-${slot.id}-${now.toString(36)}@guildhall`,
    calendarSequence: (before?.calendarSequence ?? -1) + 1,
    ...(before?.booker === undefined ? {} : { booker: before.booker }),
  }
  const atOnce = timetable.types[type]?.atOnce ?? 1
  return { appointment, claims: claimsOf(slot), atOnce, reminders: remindersFor(appointment, now) }
}

function nameOf(answers: Answers): string {
  return ['firstName', 'lastName']
    .map(answers.answer)
    .filter((part) => typeof part === 'string')
    .join(' ')
}

// "9:30am on Monday 30 November 2026"
export const whenOf = (appointment: Appointment): string =>
  `${timeInWords(appointment.from)} on ${inFullWords(appointment.day)}`

function shown({ appointment }: Case) {
  if (appointment === undefined) return []
  const place = timetable.places[appointment.place]
  return [
    { question: 'What', lines: [appointment.what] },
    {
      question: 'When',
      lines: [`${timeInWords(appointment.from)} to ${timeInWords(appointment.until)}`, inFullWords(appointment.day)],
    },
    { question: 'Where', lines: [place?.name ?? appointment.place, ...(place?.lines ?? [])] },
  ]
}
