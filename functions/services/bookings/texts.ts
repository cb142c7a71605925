// What bookings text. What an appointment is about stays out of a text that others may see.
import { council } from '#services/council.ts'
import { afterwardsTexts } from '../afterwards-texts.ts'
import { confirmationEmail } from '../emails.ts'
import { answer, news, offerOfTime, promisedReminder, reminder, textTable } from '../text-table.ts'

const { withdrawn: _own, 'withdrawal-noted': _noted, ...afterwards } = afterwardsTexts('appointment')

export const bookingsTexts = textTable({
  ...afterwards,
  confirmation: {
    ...answer,
    version: 1,
    words: `${council.name}: your appointment is at ((when)). Change or cancel: ((yourLink))`,
    email: confirmationEmail({
      what: 'booking',
      next: 'Your appointment is at ((when)).',
    }),
  },
  moved: {
    ...answer,
    version: 1,
    words: `${council.name}: your appointment is now at ((when)). Change or cancel: ((link))`,
  },
  cancelled: {
    ...answer,
    version: 1,
    words: `${council.name}: your appointment ((reference)) is cancelled. Book another at ((book))`,
  },
  'cancelled-by-us': {
    ...news,
    version: 1,
    words: `${council.name}: sorry, we have had to cancel your appointment at ((when)). Book again: ((book))`,
  },
  // Somebody asked staff for it: the person themselves, or somebody for them.
  'booked-for-you': {
    ...news,
    version: 1,
    words: `${council.name}: Booked, as ((asker)) asked ((way)): ((when)). Change: ((yourLink))`,
  },
  'moved-for-you': {
    ...news,
    version: 1,
    words: `${council.name}: Moved, as ((asker)) asked ((way)), to ((when)). Change: ((link))`,
  },
  'cancelled-for-you': {
    ...news,
    version: 1,
    words: `${council.name}: Cancelled, as ((asker)) asked ((way)): ((reference)). Book another: ((book))`,
  },
  // The time that they had was closed (docs/rules/bookings.md, "What is done for whoever is booked").
  'moved-by-us': {
    ...news,
    version: 1,
    words: `${council.name}: sorry, we moved you to ((when)). Keep or change it: ((yourLink))`,
  },
  'choose-another': {
    ...news,
    version: 1,
    words: `${council.name}: sorry, we cannot see you at ((when)). Choose another: ((yourLink))`,
  },
  'goes-ahead': {
    ...news,
    version: 1,
    words: `${council.name}: your appointment at ((when)) goes ahead. See it: ((yourLink))`,
  },
  'time-back': {
    ...news,
    version: 1,
    words: `${council.name}: the appointment that you had before is free again. Go back to it or keep the new one: ((yourLink))`,
  },
  waiting: {
    ...answer,
    version: 1,
    words: `${council.name}: you are on the waiting list. We will text you when a time comes free. See or leave it: ((yourLink))`,
  },
  offer: {
    ...offerOfTime,
    version: 1,
    words: `${council.name}: ((when)) is free. Take it by ((by)): ((offer))`,
  },
  left: {
    ...answer,
    version: 1,
    words: `${council.name}: you have left the waiting list for an appointment. Book or join again: ((book))`,
  },
  'wait-over': {
    ...news,
    version: 1,
    words: `${council.name}: sorry, no time came free while you were on the waiting list. Book or join again: ((book))`,
  },
  unanswered: {
    ...news,
    version: 1,
    words: `${council.name}: we offered you times and did not hear from you, so you are off the waiting list. Join again: ((book))`,
  },
  'taken-off': {
    ...news,
    version: 1,
    words: `${council.name}: you are no longer on the waiting list for an appointment. See why: ((link))`,
  },
  'reminder-days': {
    ...promisedReminder,
    version: 1,
    words: `${council.name} appointment: ((when)). Change it or stop reminders: ((stop))`,
  },
  // It says "today": it never comes a day early.
  'reminder-hours': {
    ...reminder,
    version: 1,
    words: `${council.name}: your appointment is today at ((time)). Reference ((reference)). Stop reminders: ((stop))`,
  },
  message: {
    ...news,
    version: 1,
    words: `${council.name}: there is a message for you about ((reference)). Read it and answer: ((link))`,
  },
})
