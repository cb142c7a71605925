// What bookings say to whoever booked (docs/rules/casework.md, "What the applicant sees").
import type { ListedCase } from '#domain/cases/case.ts'
import { inFullWords } from '#domain/day.ts'
import { timeInWords } from '#domain/forms/fields/slot-time.ts'
import type { ForResident } from '../../for-resident.ts'
import { timetable } from '../timetable/timetable-data.ts'

export const bookingsForResident: ForResident = {
  yours: 'Your appointment',
  aboutNow: whatAndWhen,
  deeds: {
    'ask-review': {
      link: 'Tell us that you were there',
      title: 'Tell us that you were there',
      words: ['We noted that you did not come. Somebody else looks at it again.'],
      button: 'Send',
    },
  },
  stands: {
    waiting: { label: 'On the waiting list', next: 'We will text you when a time comes free.' },
    offered: { label: 'We can offer you a time', next: 'Take the time, or let it go. It is kept for 30 minutes.' },
    'off-list': { label: 'Off the waiting list', next: 'You can book or join the list again.', over: true },
    confirmed: { label: 'Booked', next: 'Come on the day, or change it if you cannot.' },
    'checked-in': { label: 'You have arrived', next: 'Somebody will call you.', over: true },
    completed: { label: 'Over', next: 'Book again if you need to.', over: true },
    'no-show': { label: 'Missed', next: 'Book again if you still need it, or tell us if you were there.', over: true },
    excused: { label: 'Missed, does not count', next: 'Book again if you still need it.', over: true },
    'under-review': { label: 'We are looking again', next: 'Somebody looks at whether you were there.', by: 'aim' },
    upheld: { label: 'Missed', next: 'Book again if you still need it.', over: true },
    cancelled: { label: 'Cancelled', next: 'Book again if you still need it.', over: true },
  },
}

// "Housing options: 9:30am on Monday 30 November 2026, County Hall"
function whatAndWhen({ appointment, waiting }: ListedCase): string | undefined {
  if (appointment === undefined)
    return waiting === undefined ? undefined : `${nameOf(waiting.type)}, ${placeOf(waiting.place)}`
  const { what, from, day, place } = appointment
  return `${what}: ${timeInWords(from)} on ${inFullWords(day)}, ${placeOf(place)}`
}

const nameOf = (type: string): string => timetable.types[type]?.name ?? type

const placeOf = (place: string): string => timetable.places[place]?.name ?? place
