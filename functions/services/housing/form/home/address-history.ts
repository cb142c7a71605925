// Where the applicant has lived for five years, with tenure, landlord, council area and why they
// left (docs/rules/housing.md, "Address history").

import { notBefore } from '#domain/forms/agreement.ts'
import { address, choice, choices, date, longText, option, reveal, text, yesNo } from '#domain/forms/ask.ts'
import { answered, oneOf } from '#domain/forms/condition.ts'
import { many, page } from '#domain/forms/form.ts'
import { together } from '#domain/forms/together.ts'
import { council } from '#services/council.ts'
import { livedApart } from '#services/housing/ground/facts.ts'
import { addressHistoryDoubts, addressHistoryProblem } from './address-history-cover.ts'
import { leavingPages } from './address-leaving-pages.ts'

// Time in hospital, prison, the forces or a council's placement neither adds to nor breaks a
// connection (docs/rules/housing.md, "Local connection").
const place = page(
  'place',
  'What kind of place is it?',
  {
    placeKind: choice(
      'Select what kind of place it is',
      {
        home: option('A home', 'Include a room, caravan or boat'),
        noFixedAddress: option('No fixed address', 'Sleeping rough, or staying with different people'),
        councilPlacement: 'Where a council or children’s services put me',
        hospital: 'Hospital or care home',
        prison: 'Prison or approved premises',
        forces: 'Armed forces accommodation',
        refuge: 'Refuge or other safe house',
        asylumSupport: option('Home Office accommodation', 'While you wait for an asylum decision'),
      },
      { for: 'LC1', hint: 'Start with where you are now' },
    ),
  },
  { exit: true, sealed: true },
)

const who = page(
  'who',
  'Who lived there?',
  {
    livedHere: choices(
      'Select who lived there',
      { applicant: 'I did', joint: 'The joint applicant did' },
      { hint: 'Select all that apply', for: 'LC1' },
    ),
  },
  { when: livedApart },
)

const addressTitle = 'Where it is, and when you lived there'

// Detention is not residence of one's own choice (Housing Act 1996 s199(3)).
const detention = page(
  'detention',
  'Did the law keep you there?',
  {
    detained: yesNo('Select yes if the law kept you there', {
      hint: 'For example, in prison after a sentence, on remand, or in hospital under the Mental Health Act',
      for: 'LC1',
    }),
  },
  { sealed: true, when: answered('placeKind', oneOf('hospital', 'prison')) },
)

const hasAddress = answered(
  'placeKind',
  oneOf('home', 'councilPlacement', 'hospital', 'prison', 'forces', 'asylumSupport'),
)

const where = page(
  'address',
  'What is the address?',
  { address: address('Enter the address', { anywhere: true, for: 'LC1' }) },
  { when: hasAddress },
)

const roughly = page(
  'town',
  'Which town or area were you in?',
  {
    townStayed: text('Town or area', {
      missing: 'Enter the town or area',
      hint: 'We do not need the address of a refuge or of the people you stayed with',
      for: 'LC1',
    }),
  },
  { exit: true, when: answered('placeKind', oneOf('noFixedAddress', 'refuge')) },
)

const area = page('council-area', 'Which council area is it in?', {
  councilArea: choice(
    'Select which council area it is in',
    {
      dorset: option(council.name, 'For example, Weymouth or Wimborne'),
      bcp: 'Bournemouth, Christchurch and Poole',
      elsewhereUk: reveal('Somewhere else in the UK', {
        councilName: text('Council or nearest town', { missing: 'Enter the council or nearest town', for: 'LC1' }),
      }),
      abroad: reveal('Outside the UK', {
        countryName: text('Country', { missing: 'Enter the country', for: 'G1' }),
      }),
    },
    { for: 'LC1' },
  ),
})

const dates = page(
  'dates',
  addressTitle,
  {
    movedIn: date('Date you moved in', {
      missing: 'Enter the date you moved in',
      hint: 'For example, 27 3 2022. An estimate is fine.',
      must: 'past',
      for: 'LC1',
    }),
    livesHereNow: yesNo('Select yes if you live there now', {
      label: 'Do you live there now?',
      for: 'LC1',
      reveals: {
        no: {
          movedOut: date('Date you left', {
            missing: 'Enter the date you left',
            must: 'past',
            for: 'LC1',
          }),
        },
      },
    }),
  },
  {
    agrees: [notBefore('movedOut', 'movedIn', 'Date you left must be the same as or after the date you moved in')],
  },
)

const gap = page('gap', 'Was there a gap just before you moved there?', {
  gapBefore: yesNo('Select yes if there was a gap just before you moved there', {
    hint: 'More than 31 days at no address that you tell us about',
    for: 'LC1',
    reveals: {
      yes: {
        gapReason: longText('Where you were', {
          missing: 'Enter where you were during the gap',
          most: 500,
          for: 'LC1',
        }),
      },
    },
  }),
})

const tenure = page(
  'tenure',
  'What is or was your right to live there?',
  {
    tenure: choice(
      'Select what your right to live there is or was',
      {
        owner: 'Owned it, or part of it',
        privateRent: 'Rented from a private landlord',
        councilTenant: 'Rented from a council',
        associationTenant: 'Rented from a housing association',
        tied: 'Came with a job',
        lodger: 'Lodger',
        family: 'With family',
        friends: 'With friends',
        supported: 'Supported housing or hostel',
        other: 'Something else',
      },
      { for: 'Q-BEHAV' },
    ),
  },
  { when: answered('placeKind', oneOf('home', 'councilPlacement')) },
)

export const addressHistory = many(
  'address-history',
  'Where you have lived',
  [
    together('place', 'What kind of place is it, and who lived there?', [who, place]),
    together('address', addressTitle, [detention, where, roughly, area, dates, gap, tenure]),
    together('leaving', 'When you left', leavingPages),
  ],
  {
    // Who lived where is asked once the joint applicant is known.
    after: ['about-you', 'people'],
    group: 'You and your household',
    noun: 'address',
    plural: 'addresses',
    least: 1,
    most: 30,
    naming: ['townStayed', 'address'],
    guidance: [
      'Add every place where you have lived or stayed in the last 5 years, starting with where you are now.',
      'If you have no fixed address, add the town you are staying in.',
      'If a joint applicant has lived at other addresses, add those too.',
    ],
    whole: addressHistoryProblem,
    doubts: addressHistoryDoubts,
  },
)
