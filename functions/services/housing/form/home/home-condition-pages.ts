// What is wrong with the home now, and the adaptations it has (docs/rules/housing.md, "Questions").

import { choice, choices, files, longText, none, text, yesNo } from '#domain/forms/ask.ts'
import { all, answered, any, includes, not, oneOf } from '#domain/forms/condition.ts'
import { type Page, page } from '#domain/forms/form.ts'
import { together } from '#domain/forms/together.ts'
import { hasRooms, socialTenant } from '#services/housing/ground/facts.ts'

const condition = page(
  'condition',
  'Is there anything wrong with your home?',
  {
    homeProblems: choices(
      'Select what is wrong with your home, or select ‘Nothing is wrong’',
      {
        damp: 'Damp or mould',
        heating: 'No heating or hot water',
        electrics: 'Unsafe electrics or gas',
        structure: 'Unsafe roof, walls, floors or stairs',
        pests: 'Rats, mice or insects',
        facilities: 'No kitchen, bathroom or toilet that works',
        other: 'Something else',
        none: none('Nothing is wrong'),
      },
      { hint: 'Select all that apply', for: 'C-DIS' },
    ),
  },
  { when: hasRooms },
)

const hasProblems = all(
  hasRooms,
  answered('homeProblems', { test: 'given' }),
  not(answered('homeProblems', includes('none'))),
)

const conditionDetails = page(
  'condition-details',
  'Tell us more about what is wrong',
  {
    problemDetails: longText('What is wrong, and which rooms it affects', {
      missing: 'Enter what is wrong and which rooms it affects',
      noun: 'What is wrong',
      most: 1500,
      for: 'C-DIS',
    }),
    inspected: yesNo('Select yes if the council has inspected your home', {
      label: 'Has the council inspected your home?',
      for: 'DISREPAIR',
      reveals: {
        yes: {
          inspectionReference: text('Reference', {
            optional: true,
            missing: 'Enter the reference',
            for: 'DISREPAIR',
          }),
        },
      },
    }),
  },
  { when: hasProblems },
)

const photos = page(
  'condition-photos',
  'Photos of what is wrong',
  {
    problemPhotos: files('Select a photo', { label: 'Photos', most: 5, optional: true, for: 'DISREPAIR' }),
  },
  {
    when: hasProblems,
    does: 'upload',
    guidance: ['You can add up to 5 photos. You do not have to.'],
  },
)

const adaptations = page(
  'adaptations',
  'Does your home have any of these?',
  {
    adaptations: choices(
      'Select the adaptations your home has, or select ‘None of these’',
      {
        levelShower: 'Level-access shower or wet room',
        ramp: 'Ramp',
        stairlift: 'Stairlift or through-floor lift',
        hoist: 'Ceiling hoist',
        doors: 'Wider doors for a wheelchair',
        kitchen: 'Adapted kitchen',
        none: none('None of these'),
      },
      { label: 'Adaptations in your home', hint: 'Select all that apply', for: 'B-ADAPT' },
    ),
    adaptationsNeeded: choice(
      'Select if your household needs adaptations',
      {
        have: 'Yes, and the home has what is needed',
        more: 'Yes, but the home does not have what is needed',
        no: 'No, nobody needs adaptations',
      },
      { label: 'Does anyone in your household need adaptations?', for: 'B-ADAPT-N' },
    ),
  },
  {
    sealed: true,
    when: any(socialTenant, answered('livingSituation', oneOf('owner', 'privateRent', 'tied', 'family'))),
  },
)

export const conditionPages: readonly Page[] = [
  together('condition', 'The condition of your home', [condition, adaptations]),
  conditionDetails,
  photos,
]
