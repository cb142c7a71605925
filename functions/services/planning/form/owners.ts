// Everyone that the applicant gives notice to: other owners and agricultural tenants, with the date of each notice.
import type { Day } from '#domain/day.ts'
import { address, choice, date, text } from '#domain/forms/ask.ts'
import { type ItemAnswers, many, page } from '#domain/forms/form.ts'
import { noticeDays, noticeProblem, servesNotice } from '../ground/certificates.ts'

export const owners = many(
  'owners',
  'Owners and tenants to tell',
  [
    page('kind', 'Is this person an owner or a tenant?', {
      ownerKind: choice(
        'Select if this person is an owner or a tenant',
        { owner: 'An owner', tenant: 'An agricultural tenant' },
        { for: 'CERT' },
      ),
    }),
    page('name', 'What is their name?', {
      ownerName: text('Name of the person or organisation', {
        most: 160,
        spellcheck: false,
        missing: 'Enter the name of the person or organisation',
        for: 'CERT',
      }),
    }),
    page('address', 'What is the address of ((name))?', {
      ownerAddress: address('Enter the address that the notice was sent to', {
        anywhere: true,
        theirs: true,
        for: 'CERT',
      }),
    }),
    page(
      'notice',
      'When did you give notice to ((name))?',
      {
        noticeDate: date('Date of the notice', {
          must: 'past',
          withinDays: noticeDays,
          hint: 'For example, 27 3 2026. It must be no more than 21 days before you apply.',
          missing: 'Enter the date that you gave notice',
          for: 'CERT',
        }),
      },
      {
        guidance: [
          'Use the householder notice for work to your home. Use notice 1 for anything else.',
          'You can save this application, give notice, and come back.',
        ],
      },
    ),
  ],
  {
    group: 'Land and people',
    after: ['type', 'ownership'],
    when: servesNotice,
    noun: 'person',
    plural: 'people',
    least: 1,
    most: 30,
    naming: ['ownerName'],
    guidance: ['Add each owner and each agricultural tenant that you know. You must give notice to all of them.'],
    whole: (items, today) => firstProblem(items, today),
  },
)

const firstProblem = (items: readonly ItemAnswers[], today: Day): string | undefined => {
  for (const { answer } of items) {
    const [name, given] = [answer('ownerName'), answer('noticeDate')]
    if (typeof name !== 'string' || typeof given !== 'string') continue
    const problem = noticeProblem(given, today, name)
    if (problem !== undefined) return problem
  }
  return undefined
}
