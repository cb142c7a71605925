// How long a person has to ask for a review of a decision on the register, and the council to answer (docs/rules/housing.md, "Reviews").
// Part 6 of the Housing Act 1996 gives the right (section 166A(9)) and no time: the time is the council's own.

import type { Right } from '#domain/cases/outcome.ts'
import { addDays, type Day } from '#domain/day.ts'
import { type Figure, figure, type Pack, packOn, toConfirm } from '#domain/rules/pack.ts'
import { addWorkingDays } from '#domain/working-days.ts'

export type ReviewPack = Pack & {
  // Days to ask in, after the day on which they were told.
  readonly askDays: Figure<number>
  // Days to decide in, after the day on which it was asked for.
  readonly decideDays: Figure<number>
  // A letter counts as read on this working day after it was posted.
  readonly postDays: Figure<number>
}

const dorsetPage = { words: 'Dorset Council, Housing reviews' }

const packs: readonly ReviewPack[] = [
  {
    name: 'housing-reviews-2021',
    validFrom: '2021-01-01',
    source: dorsetPage,
    askDays: figure(21, dorsetPage),
    decideDays: toConfirm(56, { words: 'Epsom and Ewell Borough Council, Right of review: eight weeks' }),
    postDays: toConfirm(2),
  },
]

export const reviewPackOn = (day: Day): ReviewPack => packOn(packs, day) ?? packs[0] ?? never()

const never = (): never => {
  throw new Error('There is no pack of review times')
}

// The last day counts as a whole: the reading that is kinder to the person.
export const reviewRight = (decidedOn: Day, byLetter: boolean): Right => {
  const { askDays, decideDays, postDays } = reviewPackOn(decidedOn)
  const toldOn = byLetter ? addWorkingDays(decidedOn, postDays.value) : decidedOn
  return {
    is: 'review',
    until: addDays(toldOn, askDays.value),
    words: [
      'Somebody who had no part in the decision looks at it again.',
      `We tell you the result within ${decideDays.value} days. You can still ask after the last day, if you had a good reason to be late: phone us.`,
    ],
  }
}
