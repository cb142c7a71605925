// The one ownership certificate that follows from the answers, with the agricultural statement
// (Development Management Procedure Order 2015, Schedule 2, in plain words).

import { declaration } from '#domain/forms/ask.ts'
import { page, section } from '#domain/forms/form.ts'
import { certificateIs } from '../ground/certificates.ts'

const certify = (letter: string) => ({
  ...declaration(
    `I certify this, for the applicant (certificate ${letter})`,
    `Select to confirm that certificate ${letter} is true`,
  ),
  label: `Certificate ${letter}`,
  for: 'CERT',
})

const owner = 'An owner is a freeholder, or someone with a lease that has 7 years or more left to run.'
const offence =
  'It is an offence to give a certificate that you know is false or misleading, or to be careless about whether it is. You can be fined.'

export const certificatePages = section(
  'certificate',
  'Ownership certificate',
  [
    page(
      'a',
      'Certificate A: the applicant owns all the land',
      { certificateA: certify('A') },
      {
        when: certificateIs.A,
        guidance: [
          'On the day 21 days before this application, nobody except the applicant was the owner of any part of the land.',
          'None of the land is part of an agricultural holding with a tenant, or the applicant is the only tenant.',
          owner,
          offence,
        ],
      },
    ),
    page(
      'b',
      'Certificate B: everyone has been told',
      { certificateB: certify('B') },
      {
        when: certificateIs.B,
        guidance: [
          'The applicant has given notice to everyone else who, on the day 21 days before this application, was the owner or agricultural tenant of any part of the land. They are the people in your list.',
          owner,
          offence,
        ],
      },
    ),
    page(
      'c',
      'Certificate C: some people could not be found',
      { certificateC: certify('C') },
      {
        when: certificateIs.C,
        guidance: [
          'Certificate A or B cannot be given for this application.',
          'The applicant has given notice to the owners and agricultural tenants in your list.',
          'The applicant has taken all reasonable steps to find the others, but could not. Notice has been published in the newspaper that you named.',
          owner,
          offence,
        ],
      },
    ),
    page(
      'd',
      'Certificate D: no one could be found',
      { certificateD: certify('D') },
      {
        when: certificateIs.D,
        guidance: [
          'Certificate A cannot be given for this application.',
          'The applicant has taken all reasonable steps to find everyone else who, on the day 21 days before this application, was the owner or agricultural tenant of any part of the land, but could not find any of them.',
          'Notice has been published in the newspaper that you named.',
          owner,
          offence,
        ],
      },
    ),
  ],
  { group: 'Land and people', after: ['type', 'ownership', 'owners'] },
)
