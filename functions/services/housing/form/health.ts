// What the household needs because of health; each person's own health is asked with that person.

import { choices, none, text, yesNo } from '#domain/forms/ask.ts'
import { page, section } from '#domain/forms/form.ts'
import { together } from '#domain/forms/together.ts'
import { anyone, healthNeed } from '../ground/facts.ts'

const features = page(
  'home-features',
  'What must your new home have?',
  {
    homeFeatures: choices(
      'Select what your new home must have, or select ‘None of these’',
      {
        groundFloor: 'Ground floor, or a lift to the door',
        stepFree: 'No steps to the front door',
        levelShower: 'Level-access shower or wet room',
        wheelchair: 'Room to use a wheelchair throughout',
        downstairsToilet: 'Toilet on the entrance level',
        parking: 'Parking close to the door',
        garden: 'Secure garden',
        none: none('None of these'),
      },
      {
        hint: 'Select all that you need because of health or disability',
        sensitive: true,
        for: 'MATCH',
      },
    ),
  },
  { sensitive: true },
)

const professionals = page(
  'professionals',
  'Who can tell us more about these health needs?',
  {
    doctor: text('GP surgery', { missing: 'Enter the name of the GP surgery', sensitive: true, for: 'MED' }),
    specialist: text('Occupational therapist or other professional', {
      noun: 'Name of the professional',
      optional: true,
      missing: 'Enter the name of the professional',
      sensitive: true,
      for: 'MED',
    }),
    mayAskDoctor: yesNo('Select yes if we can ask them about these health needs', {
      label: 'Can we ask them about these health needs?',
      hint: 'We only ask about what affects the home you need',
      sensitive: true,
      for: 'MED',
    }),
  },
  { sensitive: true },
)

export const health = section(
  'health',
  'Health and your home',
  [together('home-features', 'Health and your new home', [features, professionals])],
  {
    when: anyone(healthNeed),
    after: ['about-you'],
    group: 'What you need',
  },
)
