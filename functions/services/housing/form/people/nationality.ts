// The main applicant's nationality; a joint applicant is asked the same among the people.
import { section } from '#domain/forms/form.ts'
import { together } from '#domain/forms/together.ts'
import { toYou } from '#services/housing/ground/voice.ts'
import { citizenshipPages, immigrationPages } from './nationality-pages.ts'

export const nationality = section(
  'nationality',
  'Nationality',
  [together('citizenship', 'Your citizenship', citizenshipPages(toYou)), ...immigrationPages(toYou, '')],
  { after: ['about-you'], group: 'You and your household' },
)
