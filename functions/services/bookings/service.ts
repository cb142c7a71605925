// Appointments as a service: sending the form books the time in the same transaction.
import type { Appointment, Case } from '#domain/cases/case.ts'
import type { Way } from '#domain/cases/contact.ts'
import { inFullWords } from '#domain/day.ts'
import type { Answers } from '#domain/forms/answered/answers.ts'
import { timeInWords } from '#domain/forms/fields/slot-time.ts'
import { claimsOf, type Slot, type SlotQuery } from '#domain/slots/timetable.ts'
import type { Waiting } from '#domain/slots/waiting.ts'
import type { Booked, Service } from '../service.ts'
import { bookingsFacts } from './casework/facts.ts'
import { bookingsForResident } from './casework/for-resident.ts'
import { remindersFor } from './casework/reminders.ts'
import { bookingsWorkflow } from './casework/workflow.ts'
import { bookingsForm } from './form/form.ts'
import { bookingsStart } from './start.ts'
import { bookingsTexts } from './texts.ts'
import { chosenSlot, chosenWait, longestHoldMs, slotQuery } from './timetable/choose.ts'
import { timetable } from './timetable/timetable-data.ts'
import { waitingIn } from './waiting/actions.ts'
import { waitingShown } from './waiting/shown.ts'

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
  forResident: bookingsForResident,
  texts: bookingsTexts,
  title: nameOf,
  codesTo: (answers) => {
    const phone = answers.answer('mobileNumber')
    return typeof phone === 'string' && answers.answer('safeToText') !== 'no' ? phone : undefined
  },
  applicant: (answers) => {
    const phone = answers.answer('mobileNumber')
    return {
      name: nameOf(answers),
      mayText: answers.answer('safeToText') === 'yes',
      ways: waysIn(answers),
      ...(typeof phone === 'string' ? { phone } : {}),
    }
  },
  contactAnswers: ['mobileNumber', 'safeToText', 'emailAddress', 'linkEmail', 'needs', 'interpreter'],
  booked: (answers, now) => {
    // Notice is counted from when the time was held, not from when it is booked: who holds the last time that still had a day's notice
    // has their ten minutes too, and ten more if they ask.
    const slot = chosenSlot(answers, now - longestHoldMs)
    const query = slotQuery(answers)
    return slot === undefined || query === undefined ? undefined : bookedFrom(slot, query, now)
  },
  facts: bookingsFacts,
  waits: chosenWait,
  words: ({ appointment }) =>
    appointment === undefined ? {} : { when: whenOf(appointment), time: timeInWords(appointment.from) },
  shown,
}

// In which somebody waits for a time, or has one to take.
export const waitingStates = waitingIn.map((state) => ({ team: bookings.team, state }))

export const bookedFrom = (slot: Slot, query: SlotQuery, now: number, before?: Appointment): Booked => {
  const { type, features, interpreter } = query
  const appointment: Appointment = {
    what: whatOf({ type }),
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

// They gave a number to be called on; an email address only where they wanted to.
function waysIn(answers: Answers): readonly Way[] {
  const emails = [answers.answer('emailAddress'), answers.answer('linkEmail')]
  return [
    ...(answers.answer('safeToText') === 'yes' ? (['text'] as const) : []),
    'call',
    ...(emails.some((email) => typeof email === 'string' && email !== '') ? (['email'] as const) : []),
  ]
}

function nameOf(answers: Answers): string {
  return ['firstName', 'lastName']
    .map(answers.answer)
    .filter((part) => typeof part === 'string')
    .join(' ')
}

export const whatOf = ({ type }: Pick<SlotQuery, 'type'>): string => timetable.types[type]?.name ?? type

// "9:30am on Monday 30 November 2026"
export const whenOf = ({ from, day }: Pick<Slot, 'from' | 'day'>): string =>
  `${timeInWords(from)} on ${inFullWords(day)}`

function shown({ appointment, waiting }: Case) {
  if (appointment === undefined) return waiting === undefined ? [] : waitingShown(waiting)
  return shownAt(appointment.what, appointment)
}

// A time that is offered, as it would be booked.
export const offeredShown = (waiting: Waiting, slot: Slot) => shownAt(whatOf(waiting), slot)

const shownAt = (what: string, { place, day, from, until }: Pick<Slot, 'place' | 'day' | 'from' | 'until'>) => [
  { question: 'What', lines: [what] },
  { question: 'When', lines: [`${timeInWords(from)} to ${timeInWords(until)}`, inFullWords(day)] },
  { question: 'Where', lines: [timetable.places[place]?.name ?? place, ...(timetable.places[place]?.lines ?? [])] },
]
