// Booking an appointment: what for, where, what you need, when, and who you are. One page after another.
import { form } from '#domain/forms/form.ts'
import { details } from './details.ts'
import { needs, waits, when } from './needs-and-time.ts'
import { what } from './what.ts'

export const bookingsForm = form({
  id: 'bookings',
  version: 1,
  shape: 'straight',
  sections: [what, needs, when, details],
  declaration: {
    version: '2026-11',
    title: 'Confirm your appointment',
    statements: [
      'We will use what you have told us only to prepare for and keep this appointment.',
      'If you cannot come, change or cancel it so that somebody else can have the time.',
    ],
    agree: 'I want to book this appointment',
    button: 'Book appointment',
    instead: {
      when: waits,
      title: 'Join the waiting list',
      statements: [
        'We will use what you have told us only to find you a time, and to prepare for and keep the appointment.',
        'Take a time only if you can come, so that somebody else can have it if you cannot.',
      ],
      agree: 'I want to join the waiting list',
      button: 'Join the waiting list',
    },
  },
})
