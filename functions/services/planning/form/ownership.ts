// Who owns the land: what decides between ownership certificates A to D (certificates.ts).

import { choice, choices, date, longText, none, option, text, yesNo } from '#domain/forms/ask.ts'
import { answered, equals } from '#domain/forms/condition.ts'
import { page, section } from '#domain/forms/form.ts'
import { mayHaveOtherOwners, notCertificateA, noticeDays, publishesNotice } from '../ground/certificates.ts'

export const ownership = section(
  'ownership',
  'Who owns the land',
  [
    page(
      'interest',
      'What is the applicant’s interest in the land?',
      {
        interest: choice(
          'Select what the applicant’s interest in the land is',
          {
            ownerSole: option('They own it alone', 'They have the freehold of everything inside the red line'),
            ownerCo: option('They own it with someone else', 'For example, with a partner or a relative'),
            lessee: option('They have a lease', 'For example, of a flat or a shop'),
            occupier: 'They live or work there, but do not own it or have a lease',
            other: option('Something else', 'For example, they plan to buy the land'),
          },
          { for: 'CERT' },
        ),
      },
      {
        guidance: [
          'We must know that everyone who owns the land has been told about the application. It is an offence to give a false certificate.',
        ],
      },
    ),
    page(
      'owners-apply',
      'Are all the owners applying together?',
      {
        ownersApply: yesNo('Select yes if all the owners are applying together', {
          for: 'CERT',
          hint: 'Say yes if everyone who owns the land is named as the applicant.',
        }),
      },
      { when: answered('interest', equals('ownerCo')) },
    ),
    page(
      'lease',
      'Does the lease have 7 years or more left to run?',
      {
        leaseSevenYears: yesNo('Select yes if the lease has 7 years or more left to run', { for: 'CERT' }),
      },
      { when: answered('interest', equals('lessee')) },
    ),
    page(
      'other-owners',
      'Does anyone else own any of the land?',
      {
        otherOwners: choices(
          'Select who else owns any of the land, or that no one else does',
          {
            leaseholder: 'Someone with a lease that has 7 years or more left to run',
            neighbour: {
              label: 'A neighbour',
              hint: 'Because eaves, gutters, foundations or a shared wall go over, under or onto their land',
            },
            way: { label: 'The owner of a private road, lane or path', hint: 'Where it is inside the red line' },
            else: 'Someone else',
            none: none('No one else owns any of it'),
          },
          { for: 'CERT', hint: 'Think of everything inside the red line. Select all that apply.' },
        ),
      },
      { when: mayHaveOtherOwners },
    ),
    page('agricultural', 'Is any of the land farmed by a tenant?', {
      agriculturalTenants: choice(
        'Select if any of the land is farmed by a tenant',
        {
          no: 'No',
          yes: 'Yes',
          onlyApplicant: 'Yes, but the applicant is the only tenant',
        },
        { for: 'CERT', hint: 'An agricultural tenant is the tenant of an agricultural holding.' },
      ),
    }),
    page(
      'known',
      'Do you know the names and addresses of the other owners and tenants?',
      {
        ownersKnown: choice(
          'Select if you know the names and addresses of the other owners and tenants',
          { all: 'Yes, all of them', some: 'Some of them', none: 'None of them' },
          { for: 'CERT' },
        ),
      },
      {
        when: notCertificateA,
        details: {
          summary: 'How to find out who owns land',
          text: [
            'You can search HM Land Registry for most land in England. There is a small fee.',
            'You can also ask neighbours, put up a notice on the land, or ask the parish council.',
          ],
        },
      },
    ),
    page(
      'steps',
      'What have you done to find the people you do not know?',
      {
        stepsTaken: longText('What you have done to find them', {
          most: 1000,
          hint: 'For example, searched HM Land Registry and asked the neighbours.',
          missing: 'Enter what you have done to find the people you do not know',
          for: 'CERT',
        }),
      },
      { when: publishesNotice },
    ),
    page(
      'newspaper',
      'Where and when did you publish the notice?',
      {
        newspaperName: text('Name of the newspaper', {
          missing: 'Enter the name of the newspaper',
          for: 'CERT',
        }),
        newspaperDate: date('Date that it was published', {
          must: 'past',
          withinDays: noticeDays,
          hint: 'For example, 27 3 2026',
          missing: 'Enter the date that the notice was published',
          for: 'CERT',
        }),
      },
      {
        when: publishesNotice,
        guidance: [
          'Publish the notice to unknown owners (notice 2) in a newspaper that people read where the land is.',
          'The date must be no more than 21 days before you apply. You can save this application and come back when it is published.',
        ],
      },
    ),
    page('certificate-check', 'Have you checked who owns the land?', {
      ownershipChecked: choice(
        'Select how you checked who owns the land',
        {
          register: 'I looked at the title register at HM Land Registry',
          deeds: 'I looked at the deeds or the lease',
          know: 'I know without looking',
        },
        { for: 'officer' },
      ),
    }),
  ],
  { group: 'Land and people', after: ['type', 'boundary'] },
)
