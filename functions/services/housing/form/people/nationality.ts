// The main applicant's nationality; a joint applicant is asked the same among the people.
import { section } from '#domain/forms/form.ts'
import { toYou } from '#services/housing/ground/voice.ts'
import { nationalityPages } from './nationality-pages.ts'

export const nationality = section('nationality', 'Nationality', nationalityPages(toYou, ''), {
  after: ['about-you'],
  group: 'You and your household',
})
