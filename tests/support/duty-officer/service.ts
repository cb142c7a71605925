// A second service that gives appointments, for tests only: an hour with the planning duty officer.
// It has other questions, states, actions and rules than the council's own bookings, so that what
// books, holds, moves and offers time can rest on none of those by name.
import type { Answers } from '#domain/forms/answered/answers.ts'
import type { Bookable } from '#services/service.ts'
import { answer, news, offerOfTime, promisedReminder, textTable } from '#services/text-table.ts'
import { dutyForm } from './form.ts'
import { dutyBooking } from './timetable.ts'
import { dutyWorkflow } from './workflow.ts'

export const dutyOfficer: Bookable = {
  id: 'duty-officer',
  name: 'See the planning duty officer',
  noun: 'meeting',
  team: 'planning-desk',
  letter: 'D',
  targetDays: 0,
  start: {
    title: 'See the planning duty officer',
    summary: 'Ask about a site before you apply.',
    whatYouNeed: ['the address of the site'],
    minutes: 3,
    otherWays: ['You can call us.'],
    phone: '01632 960 111',
    whatHappensNext: ['We will text you a reminder the day before.'],
  },
  form: dutyForm,
  workflow: dutyWorkflow,
  forResident: {
    yours: 'Your meeting',
    stands: Object.fromEntries(
      Object.entries(dutyWorkflow.states).map(([id, { label, forApplicant }]) => [id, { label, next: forApplicant }]),
    ),
  },
  texts: textTable({
    confirmation: { ...answer, version: 1, words: 'Duty officer: ((when)). Change or cancel: ((yourLink))' },
    'new-time': { ...answer, version: 1, words: 'Duty officer: now ((when)). Change or cancel: ((link))' },
    'given-up': { ...answer, version: 1, words: 'Duty officer: ((reference)) is cancelled. Book again: ((book))' },
    message: { ...news, version: 1, words: 'Duty officer: a message about ((reference)): ((link))' },
    waiting: { ...answer, version: 1, words: 'Duty officer: you are in line. See or leave it: ((yourLink))' },
    offer: { ...offerOfTime, version: 1, words: 'Duty officer: ((when)) is free. Take it by ((by)): ((offer))' },
    'no-time': { ...news, version: 1, words: 'Duty officer: no time came free. Book again: ((book))' },
    tomorrow: { ...promisedReminder, version: 1, words: 'Duty officer tomorrow: ((when)). Stop these: ((stop))' },
  }),
  title: callerOf,
  applicant: (answers) => {
    const phone = answers.answer('callerPhone')
    return { name: callerOf(answers), mayText: true, ways: ['text'], ...(typeof phone === 'string' ? { phone } : {}) }
  },
  contactAnswers: ['callerPhone'],
  booking: dutyBooking,
}

function callerOf(answers: Answers): string {
  const name = answers.answer('caller')
  return typeof name === 'string' ? name : ''
}
