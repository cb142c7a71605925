// Money: the applicant's own income and savings, then what the household owns, sold or was paid (Q-MEANS, Q-OWN, Q-SOLD).

import { choice, date, money as pounds, text, yesNo } from '#domain/forms/ask.ts'
import { all, not, some } from '#domain/forms/condition.ts'
import { page, section } from '#domain/forms/form.ts'
import { together } from '#domain/forms/together.ts'
import { connectedBy, jointApplicant } from '../ground/facts.ts'
import { toYou } from '../ground/voice.ts'
import { moneyPages } from './money-pages.ts'

const owned = page(
  'property',
  'Does anyone in your household own land or property?',
  {
    ownsProperty: yesNo('Select yes if anyone in your household owns land or property', {
      hint: 'In the UK or abroad. Include a share, and your own home.',
      for: 'Q-OWN',
      reveals: {
        yes: {
          propertyWhere: text('Where it is, and who owns it', {
            noun: 'Where the property is',
            missing: 'Enter where the property is and who owns it',
            most: 200,
            for: 'Q-OWN',
          }),
          propertyValue: pounds('What it is worth, less any mortgage', {
            missing: 'Enter what the property is worth, less any mortgage',
            noun: 'What the property is worth',
            most: 100_000_000,
            for: 'Q-MEANS',
          }),
        },
      },
    }),
  },
  { exit: true },
)

const sold = page(
  'sold-property',
  'Has anyone sold or given away land or property in the last 5 years?',
  {
    soldProperty: yesNo('Select yes if anyone has sold or given away land or property in the last 5 years', {
      hint: 'Anyone in your household',
      for: 'Q-SOLD',
      reveals: {
        yes: {
          soldOn: date('Date', {
            missing: 'Enter the date it was sold or given away',
            hint: 'For example, 27 3 2024',
            must: 'past',
            withinYears: 5,
            for: 'Q-SOLD',
          }),
          soldFor: pounds('Money received, less any mortgage', {
            missing: 'Enter the money received, or 0',
            noun: 'Money received',
            most: 100_000_000,
            for: 'Q-MEANS',
          }),
          soldReason: text('Why, and what happened to the money', {
            noun: 'Why it was sold',
            missing: 'Enter why it was sold or given away, and what happened to the money',
            most: 300,
            for: 'Q-WORSE',
          }),
        },
      },
    }),
  },
  { exit: true },
)

// A lump sum for an injury in the forces is left out of a person's means.
const lumpSum = page(
  'lump-sum',
  'Has anyone been paid a lump sum in the last 12 months?',
  {
    lumpSum: yesNo('Select yes if anyone has been paid a lump sum in the last 12 months', {
      hint: 'Anyone in your household. For example, redundancy pay.',
      for: 'Q-MEANS',
      reveals: {
        yes: {
          lumpSumKind: choice(
            'Select what the lump sum was for',
            {
              redundancy: 'Redundancy',
              inheritance: 'Inheritance',
              injury: 'Injury or illness',
              forcesInjury: 'Injury or illness from armed forces service',
              other: 'Something else',
            },
            { label: 'What was it for?', for: 'Q-MEANS' },
          ),
          lumpSumAmount: pounds('Amount', {
            missing: 'Enter the amount of the lump sum',
            noun: 'Lump sum',
            most: 100_000_000,
            for: 'Q-MEANS',
          }),
        },
      },
    }),
  },
  { exit: true },
)

// Without a joint applicant, the work that connects to the area is their own.
const workTold = all(connectedBy('work'), not(some('people', jointApplicant)))

export const moneySection = section(
  'money',
  'Money',
  [...moneyPages(toYou, workTold), together('property', 'Property and lump sums', [owned, sold, lumpSum])],
  {
    after: ['about-you'],
    group: 'Money and past tenancies',
  },
)
