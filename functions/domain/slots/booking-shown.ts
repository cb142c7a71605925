// An appointment, a time that is offered and a place on the waiting list, in words: for the person
// whose it is, for staff, and for texts.
import { inFullWords, inWords } from '../day.ts'
import { timeInWords } from '../forms/fields/slot-time.ts'
import { londonDay } from '../london.ts'
import type { Appointment } from './appointment.ts'
import { type Booking, whatOf } from './booking.ts'
import type { Slot } from './timetable.ts'
import type { PartOfDay, Waiting } from './waiting.ts'

export type ShownLine = { readonly question: string; readonly lines: readonly string[] }

// What a case of the service has: a time, or a place on the list.
export type OnCase = { readonly appointment?: Appointment; readonly waiting?: Waiting }

export const bookingShown = (booking: Booking, { appointment, waiting }: OnCase): readonly ShownLine[] => {
  if (appointment !== undefined) return timeShown(booking, appointment.what, appointment)
  return waiting === undefined ? [] : waitingShown(booking, waiting)
}

// As it would be booked.
export const offerShown = (booking: Booking, { type }: Waiting, slot: Slot): readonly ShownLine[] =>
  timeShown(booking, whatOf(booking, type), slot)

// For the ((placeholders)) of texts.
export const bookingValues = ({ appointment }: OnCase): Readonly<Record<string, string>> =>
  appointment === undefined ? {} : { when: whenOf(appointment), time: timeInWords(appointment.from) }

// "9:30am on Monday 30 November 2026"
export const whenOf = ({ from, day }: Pick<Slot, 'from' | 'day'>): string =>
  `${timeInWords(from)} on ${inFullWords(day)}`

type Time = Pick<Slot, 'place' | 'day' | 'from' | 'until'>

const timeShown = ({ timetable }: Booking, what: string, { place, day, from, until }: Time): readonly ShownLine[] => {
  const found = timetable.places[place]
  return [
    { question: 'What', lines: [what] },
    { question: 'When', lines: [`${timeInWords(from)} to ${timeInWords(until)}`, inFullWords(day)] },
    { question: 'Where', lines: [found?.name ?? place, ...(found?.lines ?? [])] },
  ]
}

// In the words that they chose it by.
const waitingShown = (booking: Booking, waiting: Waiting): readonly ShownLine[] => [
  { question: 'What', lines: [whatOf(booking, waiting.type)] },
  { question: 'Where', lines: [booking.timetable.places[waiting.place]?.name ?? waiting.place] },
  {
    question: 'Times that suit',
    lines: [partsInWords[waiting.part], `With ${noticeInWords(waiting.noticeHours)} notice`],
  },
  {
    question: 'On the list',
    lines: [
      `Since ${inWords(londonDay(waiting.joinedAt))}`,
      `Until ${inWords(waiting.lastDay)}`,
      ...(waiting.ahead === true ? ['Ahead of others'] : []),
    ],
  },
  ...(waiting.passed.length === 0
    ? []
    : [{ question: 'Offered and not taken', lines: waiting.passed.map(passedInWords) }]),
]

const partsInWords: Readonly<Record<PartOfDay, string>> = {
  morning: 'Mornings',
  afternoon: 'Afternoons',
  any: 'Any time of day',
}

const noticeInWords = (hours: number): string => {
  if (hours === 168) return '1 week’s'
  return hours === 24 ? '1 day’s' : `${hours / 24} days’`
}

// "2026-12-01 09:30" → "9:30am on 1 December 2026"
const passedInWords = (time: string): string => {
  const [day = '', from = ''] = time.split(' ')
  return `${timeInWords(from)} on ${inWords(day)}`
}
