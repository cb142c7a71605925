// Work, income and savings of each adult, in exact amounts: bands could not be held against a limit (docs/rules/housing.md, "Questions").

import { choices, money, none, text } from '#domain/forms/ask.ts'
import { all, answered, type Condition, includes, not } from '#domain/forms/condition.ts'
import { type Page, page } from '#domain/forms/form.ts'
import { together } from '#domain/forms/together.ts'
import { adult, working } from '../ground/facts.ts'
import type { Voice } from '../ground/voice.ts'
import { hoursAWeek } from './hours.ts'

// `told`: where the job itself was told elsewhere.
export const moneyPages = (say: Voice, told?: Condition): readonly Page[] => [
  together('work', say('Your work and benefits', 'The work and benefits of ((name))'), [
    workPage(say),
    benefitsPage(say),
  ]),
  together('savings', say('Your income and savings', 'The income and savings of ((name))'), [
    jobPage(say, told),
    payPage(say),
    benefitAmountPage(say),
    otherIncomePage(say),
    savingsPage(say),
  ]),
]

const receivesBenefits: Condition = all(
  adult,
  answered('benefits', { test: 'given' }),
  not(answered('benefits', includes('none'))),
)

const workPage = (say: Voice): Page =>
  page(
    'work',
    say('What do you do at the moment?', 'What does ((name)) do at the moment?'),
    {
      employment: choices(
        say('Select what you do at the moment', 'Select what this person does at the moment'),
        {
          employed: 'Employed',
          selfEmployed: 'Self-employed',
          unemployed: 'Looking for work',
          student: 'In education or training',
          carer: 'Caring for children or someone else',
          sick: 'Too ill or disabled to work',
          retired: 'Retired',
          other: 'Something else',
        },
        { hint: 'Select all that apply', for: 'Q-MEANS' },
      ),
    },
    { when: adult },
  )

const jobPage = (say: Voice, told: Condition | undefined): Page =>
  page(
    'pay',
    say('Your work', 'The work of ((name))'),
    {
      employer: text('Employer or business', {
        noun: 'Employer',
        missing: 'Enter the name of the employer or business',
        for: 'EVIDENCE',
      }),
      workHours: hoursAWeek({
        hint: 'Average over the last 12 months',
        missing: 'Enter the hours worked a week',
        for: 'officer',
      }),
    },
    { when: told === undefined ? working : all(working, not(told)) },
  )

const payPage = (say: Voice): Page =>
  page(
    'yearly-pay',
    say('What are you paid for your work?', 'What is ((name)) paid for their work?'),
    {
      grossPay: money('Pay before tax in the last 12 months', {
        hint: 'Include overtime and bonuses. If self-employed, enter the profit.',
        missing: 'Enter the pay before tax in the last 12 months',
        most: 10_000_000,
        per: 'year',
        for: 'Q-MEANS',
      }),
    },
    // Told on one page with the work itself, and kept with it.
    { when: working, keptAs: 'pay' },
  )

const benefitsPage = (say: Voice): Page =>
  page(
    'benefits',
    say('Which benefits do you get?', 'Which benefits does ((name)) get?'),
    {
      benefits: choices(
        'Select the benefits received, or select ‘None’',
        {
          universalCredit: 'Universal Credit',
          housingBenefit: 'Housing Benefit',
          pensionCredit: 'Pension Credit',
          esa: 'Employment and Support Allowance (ESA)',
          jsa: 'Jobseeker’s Allowance (JSA)',
          childBenefit: 'Child Benefit',
          carersAllowance: 'Carer’s Allowance',
          disability: 'PIP, DLA or Attendance Allowance',
          other: 'Another benefit',
          none: none('None'),
        },
        {
          hint: 'Select all that apply',
          for: 'Q-MEANS',
        },
      ),
    },
    { when: adult },
  )

const benefitAmountPage = (say: Voice): Page =>
  page(
    'benefit-amount',
    say('How much do you get from benefits each month?', 'How much does ((name)) get from benefits each month?'),
    {
      benefitIncome: money('Total from benefits each month', {
        hint: 'Count a joint claim once. For a weekly amount, multiply by 52 and divide by 12.',
        missing: 'Enter the total from benefits each month',
        most: 100_000,
        per: 'month',
        for: 'Q-MEANS',
      }),
    },
    { when: receivesBenefits },
  )

const otherIncomePage = (say: Voice): Page =>
  page(
    'other-income',
    say('Do you have any other income?', 'Does ((name)) have any other income?'),
    {
      pensionIncome: money('Pensions, before tax', {
        hint: 'Enter 0 if none',
        missing: 'Enter the income from pensions each year, or 0',
        noun: 'Pensions',
        most: 10_000_000,
        per: 'year',
        for: 'Q-MEANS',
      }),
      otherIncome: money('Anything else', {
        hint: 'For example, maintenance or a lodger’s rent. Enter 0 if none.',
        missing: 'Enter any other income each year, or 0',
        noun: 'Other income',
        most: 10_000_000,
        per: 'year',
        for: 'Q-MEANS',
      }),
    },
    { when: adult },
  )

const savingsPage = (say: Voice): Page =>
  page(
    'savings',
    say('How much do you have in savings and investments?', 'How much does ((name)) have in savings and investments?'),
    {
      savings: money('Money in accounts, and cash', {
        hint: 'Count shared money once. Enter 0 if none.',
        missing: 'Enter the money in accounts and cash, or 0',
        noun: 'Savings',
        most: 100_000_000,
        for: 'Q-MEANS',
      }),
      investments: money('Investments', {
        hint: 'For example, shares or ISAs. Enter 0 if none.',
        missing: 'Enter the value of investments, or 0',
        most: 100_000_000,
        for: 'Q-MEANS',
      }),
    },
    { when: adult },
  )
