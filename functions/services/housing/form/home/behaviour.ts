// Debts, past tenancies and convictions that an officer must weigh; none of them decides by itself (Q-BEHAV, Q-ARREARS, Q-WORSE).

import { choice, choices, count, longText, money, none, yesNo } from '#domain/forms/ask.ts'
import { answered, includesAny, saysYes } from '#domain/forms/condition.ts'
import { page, section } from '#domain/forms/form.ts'
import { together } from '#domain/forms/together.ts'
import { intentional } from './homelessness.ts'

const arrears = page(
  'arrears',
  'Does anyone in your household owe rent or Council Tax?',
  {
    owes: yesNo('Select yes if anyone in your household owes rent or Council Tax', {
      hint: 'Include damage, service charges and overpaid Housing Benefit',
      for: 'Q-ARREARS',
    }),
  },
  { sensitive: true },
)

const arrearsDetails = page(
  'arrears-details',
  'About the money that is owed',
  {
    owesFor: choices(
      'Select what the money is owed for',
      {
        rent: 'Rent',
        councilTax: 'Council Tax',
        damage: 'Damage or repairs',
        benefit: 'Overpaid Housing Benefit',
        other: 'Something else',
      },
      { label: 'What is it for?', hint: 'Select all that apply', for: 'Q-ARREARS' },
    ),
    owesAmount: money('How much is owed in total', {
      missing: 'Enter how much is owed in total',
      noun: 'Amount owed',
      most: 1_000_000,
      for: 'Q-ARREARS',
    }),
    owesWeeks: count('How many weeks of rent or Council Tax is that?', {
      missing: 'Enter how many weeks of rent or Council Tax that is',
      noun: 'Number of weeks',
      hint: 'Your best estimate is fine',
      most: 1000,
      for: 'Q-ARREARS',
    }),
    owesBenefitDelay: yesNo('Select yes if a delay in benefits caused it', {
      label: 'Did a delay in benefits cause it?',
      for: 'Q-ARREARS',
    }),
    owesPlan: choice(
      'Select if there is an agreement to pay it back',
      {
        kept: 'Yes, and payments have been made for 6 months or more',
        begun: 'Yes, for less than 6 months',
        missed: 'Yes, but payments were missed',
        no: 'No',
      },
      { label: 'Is there an agreement to pay it back?', for: 'Q-ARREARS' },
    ),
  },
  { when: answered('owes', saysYes), sensitive: true },
)

const tenancies = page(
  'past-tenancies',
  'Has any of this happened to anyone in your household?',
  {
    tenancyProblems: choices(
      'Select what has happened, or select ‘None of these’',
      {
        evicted: 'Evicted from a home',
        warned: 'Warned about antisocial behaviour, or had an injunction',
        breach: 'Broke the terms of a tenancy in another way',
        sublet: 'Sublet a council or housing association home',
        fraud: 'Gave false information to get a home or benefit',
        none: none('None of these'),
      },
      { hint: 'Select all that apply. You can still apply.', for: 'Q-BEHAV' },
    ),
  },
  { sensitive: true },
)

const tenancyDetails = page(
  'past-tenancies-details',
  'Tell us what happened',
  {
    tenancyProblemDetails: longText('What happened, when, and what has changed since', {
      missing: 'Enter what happened, when, and what has changed since',
      noun: 'What happened',
      most: 1500,
      for: 'Q-BEHAV',
    }),
  },
  {
    exit: true,
    when: answered('tenancyProblems', includesAny('evicted', 'warned', 'breach', 'sublet', 'fraud')),
    sensitive: true,
  },
)

const convictions = page(
  'convictions',
  'Does anyone in your household have an unspent conviction?',
  {
    unspent: yesNo('Select yes if anyone in your household has an unspent conviction', {
      hint: 'Do not tell us about convictions that are spent',
      sensitive: true,
      for: 'Q-BEHAV',
      reveals: {
        yes: {
          unspentDetails: longText('Who, what for, and when', {
            noun: 'Details of the conviction',
            missing: 'Enter who has the conviction, what for, and when',
            most: 1000,
            sensitive: true,
            for: 'Q-BEHAV',
          }),
        },
      },
    }),
  },
  {
    sensitive: true,
    details: {
      summary: 'What an unspent conviction is',
      text: [
        'After a time set by law a conviction is ‘spent’.',
        'Check at www.gov.uk/tell-employer-or-college-about-criminal-record, or ask Nacro free on 0300 123 1999.',
      ],
    },
  },
)

const restrictions = page(
  'restrictions',
  'Is there a legal order about where anyone in your household can live?',
  {
    restricted: yesNo('Select yes if there is a legal order about where anyone in your household can live', {
      hint: 'Such as an order to stay away from a place or person',
      sensitive: true,
      for: 'MATCH',
      reveals: {
        yes: {
          restrictedDetails: longText('What the order says', {
            missing: 'Enter what the order says',
            most: 1000,
            sensitive: true,
            for: 'MATCH',
          }),
        },
      },
    }),
  },
  { exit: true, sensitive: true },
)

const gaveUp = page(
  'gave-up-home',
  'Has anyone in your household given up a suitable home in the last 5 years?',
  {
    gaveUpHome: yesNo('Select yes if anyone in your household has given up a suitable home in the last 5 years', {
      hint: 'Leave out a home where you were not safe',
      for: 'Q-WORSE',
      reveals: {
        yes: {
          gaveUpReason: longText('Which home, and why', {
            noun: 'Why the home was given up',
            missing: 'Enter which home it was, and why it was given up',
            most: 1000,
            for: 'Q-WORSE',
          }),
        },
      },
    }),
  },
  { exit: true },
)

export const behaviour = section(
  'behaviour',
  'Debts and past tenancies',
  [
    together('arrears', 'Debts, past tenancies and convictions', [
      arrears,
      tenancies,
      gaveUp,
      { ...intentional, keptAs: 'homelessness/intentional' },
      convictions,
      restrictions,
    ]),
    together('arrears-details', 'Debts and past tenancies: more details', [arrearsDetails, tenancyDetails]),
  ],
  { after: ['about-you'], group: 'Money and past tenancies' },
)
