// What is promised to put things right: what, how much, by whom and by when (docs/rules/complaints.md, "Putting right").
import type { Remedy } from '#domain/cases/desk/complaint.ts'
import { type Day, inWords } from '#domain/day.ts'
import { date, longText, money, text } from '#domain/forms/ask.ts'
import { answerOf } from '#domain/forms/fields/index.ts'
import { inPounds } from '#domain/forms/fields/money.ts'
import { one, type Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'

type Asks = Readonly<Record<string, Question>>

export const remedyAsks = (optional: boolean): Asks => ({
  remedy: longText('What is done to put it right', {
    ...{ most: 1000, rows: 3, missing: 'Enter what is done to put it right', optional },
    toldTo: 'applicant',
    for: 'officer',
  }),
  pays: money('Payment', {
    ...{ most: 100_000, missing: 'Enter the payment', optional: true },
    hint: 'Leave blank if nothing is paid.',
    toldTo: 'applicant',
    for: 'officer',
  }),
  doneBy: date('Done by', { missing: 'Enter the day by which it is done', must: 'future', optional, for: 'officer' }),
  doer: text('Who does it', { missing: 'Enter who does it', hint: 'A team or a person', optional, for: 'officer' }),
})

/** Undefined where none was typed. */
export const remedyIn = (typed: Typed, today: Day): Remedy | undefined => {
  const asks = remedyAsks(false)
  const read = (id: string) => asks[id] && answerOf(typed, id, asks[id], today)
  const [by, pays] = [read('doneBy'), read('pays')]
  if (one(typed, 'remedy') === '' || typeof by !== 'string') return undefined
  return {
    ...{ what: one(typed, 'remedy'), who: one(typed, 'doer'), by },
    ...(typeof pays === 'number' && pays > 0 ? { pays } : {}),
  }
}

export const remedyWords = ({ what, pays, who, by }: Remedy): string =>
  `${what}${pays === undefined ? '' : ` (${inPounds(pays)})`}. By ${inWords(by)}, by ${who}`

/** When the first of what is outstanding is to be done. */
export const firstDue = (remedies: readonly Remedy[]): Day | undefined =>
  remedies
    .filter(({ done }) => done === undefined)
    .map(({ by }) => by)
    .toSorted()[0]

export const remedyRows = (remedies: readonly Remedy[]) =>
  remedies.length === 0 ? [] : [{ question: 'What we do to put it right', lines: remedies.map(remedyWords) }]
