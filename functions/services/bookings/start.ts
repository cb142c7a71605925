// The start page of bookings.
import { council } from '#services/council.ts'
import type { StartPage } from '../service.ts'

export const bookingsStart: StartPage = {
  title: 'Book an appointment',
  summary: 'Talk to us about housing, council tax, planning or a Blue Badge, at an office, by phone or by video.',
  whatYouNeed: [
    'a UK mobile number',
    'your reference, if it is about something you have already sent us',
    '5 working days’ notice if you need an interpreter',
  ],
  minutes: 5,
  otherWays: ['You can book by phone, or come to any of our offices and book at the desk.'],
  phone: council.phones.appointments,
  whatHappensNext: [
    'We will text you a reminder 2 days before, and again on the day.',
    `You can change or cancel the appointment online up to 4 hours before it starts. After that, call ${council.phones.appointments}.`,
  ],
}
