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
          employed: 'Works for an employer',
          selfEmployed: 'Self-employed',
          unemployed: 'Looking for work',
          student: 'In education or training',
          carer: 'Looks after children, or cares for someone',
          sick: 'Cannot work because of illness or disability',
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
      employer: text('Employer, or name of the business', {
        noun: 'Employer',
        missing: 'Enter the name of the employer or business',
        for: 'EVIDENCE',
      }),
      workHours: hoursAWeek({
        hint: 'On average over the last 12 months',
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
          hint: say(
            'Select all that apply. If you claim as a couple, select it once.',
            'Select all that apply. If they claim as a couple, select it once.',
          ),
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
        hint: 'Add up all benefits. For a weekly amount, multiply by 52 and divide by 12.',
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
        hint: 'Of any kind. Enter 0 if there are none.',
        missing: 'Enter the income from pensions each year, or 0',
        noun: 'Pensions',
        most: 10_000_000,
        per: 'year',
        for: 'Q-MEANS',
      }),
      otherIncome: money('Anything else', {
        hint: 'For example, maintenance, a grant or a lodger’s rent. Enter 0 if there is none.',
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
      savings: money('Money in bank, building society and credit union accounts', {
        hint: 'Include cash. Count shared money once. Enter 0 if there is none.',
        missing: 'Enter the money in bank, building society and credit union accounts, or 0',
        noun: 'Savings',
        most: 100_000_000,
        for: 'Q-MEANS',
      }),
      investments: money('Investments', {
        hint: 'For example, shares or ISAs. Enter 0 if there are none.',
        missing: 'Enter the value of investments, or 0',
        most: 100_000_000,
        for: 'Q-MEANS',
      }),
    },
    { when: adult },
  )
