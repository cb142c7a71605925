// What staff look for first on an appointment: when, where, for what, and what the person needs.
import type { Case } from '#domain/cases/case.ts'
import type { Gist } from '#domain/cases/desk/row.ts'
import { inFullWords } from '#domain/day.ts'
import { timeInWords } from '#domain/forms/fields/slot-time.ts'
import { bookingShown } from '#domain/slots/booking-shown.ts'
import type { FactShown } from '../../service.ts'
import { appointments } from '../booking.ts'

export const bookingsFacts = ({ appointment, waiting, record }: Case): readonly FactShown[] => {
  if (appointment === undefined) return waiting === undefined ? [] : bookingShown(appointments, { waiting }).slice(0, 4)
  const { day, from, until, place, what, cancelled } = appointment
  const entries = record.sections.flatMap(({ parts }) => parts.flatMap((part) => part.entries))
  const needs = entries.find(({ id }) => id === 'needs')
  return [
    {
      question: 'When',
      lines: [
        `${inFullWords(day)}, ${timeInWords(from)} to ${timeInWords(until)}`,
        ...(cancelled === true ? ['Cancelled'] : []),
      ],
    },
    { question: 'Where', lines: [appointments.timetable.places[place]?.name ?? place] },
    { question: 'What', lines: [what] },
    ...(needs === undefined ? [] : [{ question: 'Needs', lines: needs.lines, sensitive: needs.sensitive }]),
  ]
}

// "10:30am, Dorchester customer centre: Housing advice". What the person needs is on the case and the list of the day.
export const bookingsGist = ({ appointment }: Case): Gist => {
  if (appointment === undefined) return {}
  const { from, place, what } = appointment
  return { what: `${timeInWords(from)}, ${appointments.timetable.places[place]?.name ?? place}: ${what}` }
}
