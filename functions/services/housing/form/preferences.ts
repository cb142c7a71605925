// The home wanted: areas, kinds, floors, pets, sheltered housing, other ways to be housed, and who is connected to the council.

import { choice, choices, none, text, yesNo } from '#domain/forms/ask.ts'
import { aged, atLeast } from '#domain/forms/condition.ts'
import { page, section } from '#domain/forms/form.ts'
import { together } from '#domain/forms/together.ts'
import { council } from '#services/council.ts'
import { anyone } from '../ground/facts.ts'

const homeTitle = 'The home you would like'

const areas = page('areas', 'Where would you like to live?', {
  areas: choices(
    `Select where you would like to live, or select ‘Anywhere in the ${council.name} area’`,
    {
      blandford: 'Blandford Forum and villages',
      bridport: 'Bridport, Beaminster and Lyme Regis',
      dorchester: 'Dorchester and villages',
      ferndown: 'Ferndown, West Moors and West Parley',
      gillingham: 'Gillingham and Shaftesbury',
      portland: 'Portland',
      sherborne: 'Sherborne and villages',
      sturminster: 'Sturminster Newton and Stalbridge',
      swanage: 'Swanage and Purbeck',
      verwood: 'Verwood and Cranborne',
      wareham: 'Wareham, Wool and Upton',
      weymouth: 'Weymouth and Chickerell',
      wimborne: 'Wimborne and Corfe Mullen',
      anywhere: none(`Anywhere in the ${council.name} area`),
    },
    { hint: 'Select all that apply. More areas may mean a shorter wait.', for: 'MATCH' },
  ),
})

const kinds = page('kind-of-home', homeTitle, {
  homeKinds: choices(
    'Select the kinds of home you would consider',
    { house: 'House', bungalow: 'Bungalow', flat: 'Flat', maisonette: 'Maisonette', studio: 'Bedsit or studio' },
    { label: 'What kind of home would you consider?', hint: 'Select all that apply', for: 'MATCH' },
  ),
  highestFloor: choice(
    'Select the highest floor you would consider',
    {
      ground: 'Ground floor',
      first: 'First floor',
      second: 'Second floor',
      any: 'Any floor',
      anyLift: 'Any floor, if there is a lift',
    },
    { label: 'Highest floor', for: 'MATCH' },
  ),
})

const sheltered = page(
  'sheltered',
  'Would you consider homes for older people?',
  {
    sheltered: choices(
      'Select the homes for older people you would consider, or select ‘No’',
      { sheltered: 'Sheltered housing', extraCare: 'Extra care housing', none: none('No') },
      { hint: 'Select all that apply. At least one person in the home must usually be 55 or over.', for: 'MATCH' },
    ),
  },
  { when: anyone(aged('dateOfBirth', atLeast(55))) },
)

const pets = page('pets', 'Will any pets live with you?', {
  pets: yesNo('Select yes if any pets will live with you', {
    hint: 'Include assistance animals',
    for: 'MATCH',
    reveals: {
      yes: {
        petDetails: text('Which pets, and how many', {
          noun: 'Details of pets',
          missing: 'Enter which pets, and how many',
          most: 200,
          for: 'MATCH',
        }),
      },
    },
  }),
})

const otherWays = page('other-options', 'Would you like information about other ways to find a home?', {
  otherOptions: choices(
    'Select what you would like information about, or select ‘No’',
    {
      sharedOwnership: 'Shared ownership',
      privateRent: 'Help to rent from a private landlord',
      exchange: 'Swapping homes with another tenant',
      none: none('No'),
    },
    { hint: 'Select all that apply. It does not change your place on the register.', for: 'officer' },
  ),
})

const otherRegister = page('other-register', 'Are you on a housing register in another area?', {
  otherRegister: yesNo('Select yes if you are on a housing register in another area', {
    for: 'Q-DUP',
    reveals: {
      yes: {
        otherRegisterCouncil: text('Which council', {
          missing: 'Enter which council’s register you are on',
          for: 'Q-DUP',
        }),
      },
    },
  }),
})

const closeToCouncil = page(
  'council-connection',
  `Are you connected to anyone who works for or is elected to ${council.name}?`,
  {
    councilConnection: yesNo(
      `Select yes if you are connected to anyone who works for or is elected to ${council.name}`,
      {
        hint: 'Include your household, relatives and close friends. It does not affect our decision.',
        for: 'SIGNOFF',
        reveals: {
          yes: {
            councilConnectionDetails: text('Name, job or role, and how you are connected', {
              noun: 'Details of the connection',
              missing: 'Enter their name, their job or role, and how you are connected',
              most: 200,
              for: 'SIGNOFF',
            }),
          },
        },
      },
    ),
  },
)

export const preferences = section(
  'preferences',
  homeTitle,
  [
    together('areas', homeTitle, [areas, kinds, sheltered, pets]),
    together('other-options', 'Other housing, and people at the council', [otherWays, otherRegister, closeToCouncil]),
  ],
  { after: ['about-you'], group: 'Your new home' },
)
