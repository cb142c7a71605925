// Appointments as a service: sending the form books the time in the same transaction.
import type { Way } from '#domain/cases/contact.ts'
import type { Answers } from '#domain/forms/answered/answers.ts'
import { withMarkers } from '../markers.ts'
import type { Bookable } from '../service.ts'
import { appointments } from './booking.ts'
import { bookingsFacts, bookingsGist } from './casework/facts.ts'
import { bookingsForResident } from './casework/for-resident.ts'
import { bookingsWorkflow } from './casework/workflow.ts'
import { bookingsForm } from './form/form.ts'
import { bookingsStart } from './start.ts'
import { bookingsTexts } from './texts.ts'

export const bookings: Bookable = {
  id: 'bookings',
  name: 'Book an appointment',
  noun: 'appointment',
  team: 'bookings',
  letter: 'B',
  targetDays: 0,
  start: bookingsStart,
  form: bookingsForm,
  workflow: withMarkers(bookingsWorkflow, ['bookings-staff', 'team-manager']),
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
      ...emailIn(answers),
    }
  },
  finds: {
    people: [{ role: 'applicant', name: ['firstName', 'lastName'] }],
    phones: ['mobileNumber'],
    emails: ['emailAddress', 'linkEmail'],
  },
  contactAnswers: ['mobileNumber', 'safeToText', 'emailAddress', 'linkEmail', 'needs', 'interpreter'],
  booking: appointments,
  facts: bookingsFacts,
  gist: bookingsGist,
}

// They gave a number to be called on; an email address only where they wanted to.
function waysIn(answers: Answers): readonly Way[] {
  return [
    ...(answers.answer('safeToText') === 'yes' ? (['text'] as const) : []),
    'call',
    ...(emailIn(answers).email === undefined ? [] : (['email'] as const)),
  ]
}

function emailIn(answers: Answers): { readonly email?: string } {
  const emails = [answers.answer('linkEmail'), answers.answer('emailAddress')]
  const email = emails.find((one): one is string => typeof one === 'string' && one !== '')
  return email === undefined ? {} : { email }
}

function nameOf(answers: Answers): string {
  return ['firstName', 'lastName']
    .map(answers.answer)
    .filter((part) => typeof part === 'string')
    .join(' ')
}
