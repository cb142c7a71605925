// Other needs: care, fostering, support and hardship in a place (bands B-SOC, B-CDUTY, C-HARD, C-WEL; docs/rules/housing.md, "Questions").

import { choice, choices, count, longText, none, option, text, yesNo } from '#domain/forms/ask.ts'
import { answered, includesAny, oneOf } from '#domain/forms/condition.ts'
import { page, section } from '#domain/forms/form.ts'
import { together } from '#domain/forms/together.ts'
import { hoursAWeek } from './hours.ts'

const care = page(
  'care',
  'Do you need to move to give or get care?',
  {
    care: choices(
      'Select if you need to move to give or get care, or select ‘No’',
      {
        gives: 'Yes, to care for someone who lives elsewhere',
        gets: 'Yes, to get care from someone who lives elsewhere',
        none: none('No'),
      },
      { hint: 'Select all that apply. Care can be for anyone in your household.', for: 'C-HARD' },
    ),
  },
  { sealed: true },
)

const careDetails = page(
  'care-details',
  'About the care',
  {
    carePerson: text('Who the care is for, or from', {
      noun: 'Who the care is for',
      missing: 'Enter who the care is for, or from',
      hint: 'For example, my mother, Joan',
      for: 'C-HARD',
    }),
    carePlace: text('Town or postcode where they live', {
      missing: 'Enter the town or postcode where they live',
      for: 'C-HARD',
    }),
    careHours: hoursAWeek(
      { missing: 'Enter the hours of care a week', most: 168, for: 'C-HARD' },
      'Hours of care a week',
    ),
    careMiles: count('Distance between your homes, in miles', {
      missing: 'Enter the distance between your homes in miles',
      noun: 'Distance',
      suffix: 'miles',
      most: 1000,
      decimals: 1,
      for: 'C-HARD',
    }),
  },
  { sealed: true, when: answered('care', includesAny('gives', 'gets')) },
)

const fostering = page('fostering', 'Are you approved to foster, adopt or look after a relative’s child?', {
  fostering: choice(
    'Select if you are approved to foster, adopt or look after a relative’s child',
    {
      foster: 'Yes, to foster',
      adopt: 'Yes, to adopt',
      kinship: option('Yes, to look after a relative’s or friend’s child', 'For example, as a special guardian'),
      no: 'No, or not yet',
    },
    { for: 'BED' },
  ),
})

const fosteringRooms = page(
  'fostering-rooms',
  'How many children are you approved for?',
  {
    fosterChildren: count('Children who do not live with you yet', {
      missing: 'Enter how many children who do not live with you yet',
      noun: 'Number of children',
      hint: 'Enter 0 if you have already added them as people who will live with you',
      most: 10,
      for: 'BED',
    }),
  },
  { when: answered('fostering', oneOf('foster', 'adopt', 'kinship')) },
)

const services = page(
  'support',
  'Do you get support from any of these?',
  {
    support: choices(
      'Select who supports you, or select ‘None of these’',
      {
        childrensServices: 'Children’s services',
        adultCare: 'Adult social care',
        mentalHealth: 'Mental health team',
        drugsAlcohol: 'Drug or alcohol service',
        probation: 'Probation',
        other: 'Another service',
        none: none('None of these'),
      },
      { hint: 'Select all that apply', sensitive: true, for: 'B-SOC' },
    ),
  },
  { sensitive: true },
)

const hardship = page(
  'hardship',
  'Would you suffer hardship if you could not move to a particular place?',
  {
    hardship: yesNo('Select yes if you would suffer hardship if you could not move to a particular place', {
      hint: 'For example, for special schooling or medical treatment',
      for: 'C-HARD',
      reveals: {
        yes: {
          hardshipPlace: text('Which place', { missing: 'Enter which place you need to move to', for: 'C-HARD' }),
          hardshipReason: longText('Why you need to live there', {
            missing: 'Enter why you need to live there',
            most: 1000,
            for: 'C-HARD',
          }),
        },
      },
    }),
  },
  { sealed: true },
)

export const otherNeeds = section(
  'other-needs',
  'Other reasons to move',
  [together('care', 'Other reasons to move', [care, fostering, services, hardship]), careDetails, fosteringRooms],
  {
    after: ['about-you'],
    group: 'What you need',
  },
)
