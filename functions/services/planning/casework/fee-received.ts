// The fee as somebody saw it come in: a recorded fact, with the day on which the last of it came. An application is not valid before
// (Development Management Procedure Order 2015, article 34).
import type { Case } from '#domain/cases/case.ts'
import type { Setting } from '#domain/cases/steps/sets.ts'
import type { Action } from '#domain/cases/workflow.ts'
import { type Day, inWords } from '#domain/day.ts'
import { choice, date, longText, money } from '#domain/forms/ask.ts'
import { answerOf } from '#domain/forms/fields/index.ts'
import { inPounds } from '#domain/forms/fields/money.ts'
import type { Problem, Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'

const officers = ['planning-officer', 'team-manager'] as const

const feeQuestions = {
  feeAmount: money('How much was received', {
    missing: 'Enter how much was received',
    hint: 'All of it together, in pounds',
    for: 'CLOCK',
  }),
  feeOn: date('Day on which the last of it was received', {
    must: 'past',
    withinYears: 1,
    missing: 'Enter the day on which the fee was received',
    for: 'CLOCK',
  }),
  feeHow: choice(
    'Select how it was paid',
    { online: 'Online, by card', bank: 'By bank transfer', phone: 'By card over the phone', cheque: 'By cheque' },
    { label: 'How it was paid', for: 'officer' },
  ),
} satisfies Readonly<Record<string, Question>>

const setsFee: Setting = (typed, _subject, today, actor) => {
  const fee = feeIn(typed, today)
  return fee === undefined ? {} : { feeReceived: { ...fee, by: actor.is === 'staff' ? actor.name : 'Guildhall' } }
}

const feeIn = (typed: Typed, today: Day): { readonly pence: number; readonly on: Day } | undefined => {
  const [amount, on] = [
    answerOf(typed, 'feeAmount', feeQuestions.feeAmount, today),
    answerOf(typed, 'feeOn', feeQuestions.feeOn, today),
  ]
  return typeof amount === 'number' && typeof on === 'string' ? { pence: amount, on } : undefined
}

const recordFee: Action = {
  id: 'record-fee',
  label: 'Record the fee',
  history: 'recorded that the fee was received',
  from: ['pending', 'validating', 'invalid'],
  to: 'same',
  who: officers,
  when: ({ feeReceived }) => feeReceived === undefined,
  needs: feeQuestions,
  sets: setsFee,
}

const correctFee: Action = {
  id: 'correct-fee',
  label: 'Correct the fee',
  history: 'corrected what was received of the fee',
  from: ['pending', 'validating', 'invalid', 'assessing', 'review', 'committee'],
  to: 'same',
  who: officers,
  when: ({ feeReceived }) => feeReceived !== undefined,
  needs: {
    ...feeQuestions,
    correctedWhy: longText('Why it was wrong', { most: 1000, missing: 'Enter why it was wrong', for: 'officer' }),
  },
  checks: (typed, subject, today) => [...sameFee(typed, subject, today), ...afterValid(typed, subject, today)],
  sets: setsFee,
}

export const feeActions: readonly Action[] = [recordFee, correctFee]

const sameFee = (typed: Typed, { feeReceived }: Case, today: Day): readonly Problem[] => {
  const fee = feeIn(typed, today)
  return fee !== undefined && fee.pence === feeReceived?.pence && fee.on === feeReceived.on
    ? [{ field: 'feeAmount', words: `${inPounds(fee.pence)} on ${inWords(fee.on)} is recorded already` }]
    : []
}

// The clock would stand on a day on which the fee had not come.
const afterValid = (typed: Typed, { statutory }: Case, today: Day): readonly Problem[] => {
  const fee = feeIn(typed, today)
  if (statutory === undefined || fee === undefined || fee.on <= statutory.validOn) return []
  const words = `The application counts as valid from ${inWords(statutory.validOn)}, before this day. Correct the date valid first`
  return [{ field: 'feeOn', words }]
}

// Where somebody recorded when it came.
export const beforeFee = (typed: Typed, { feeReceived }: Case, today: Day): readonly Problem[] => {
  const validOn = answerOf(typed, 'validOn', feeQuestions.feeOn, today)
  return feeReceived === undefined || typeof validOn !== 'string' || validOn >= feeReceived.on
    ? []
    : [
        {
          field: 'validOn',
          words: `Date valid must be the same as or after ${inWords(feeReceived.on)}, when the fee was received`,
        },
      ]
}
