// What the owner of an indicator says of a month, and the month's figure where nobody counts it for us
// (docs/rules/measures.md, "Indicators and targets").
import { type Day, daysBetween } from '#domain/day.ts'
import { longText, text } from '#domain/forms/ask.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import { addWorkingDays } from '#domain/working-days.ts'
import { isFew, isFewTyped, mostHidden } from '../figures/few.ts'
import { countFrom, type TargetStanding, targetFrom } from '../figures/targets.ts'
import { type Month, provisionalOn } from '../months.ts'
import type { Book, BookEntry } from './book.ts'
import { isTyped, type MeasuredName, numberProblemWords, unitOf } from './indicators.ts'

export const commentBook = (measure: MeasuredName): Book => ({
  id: 'comments',
  questions: {
    ...(isTyped(measure)
      ? {
          value: text('Figure of the month', { most: 20, width: 5 }),
          ...(measure === 'typed-percent' ? { base } : {}),
          source: text('Where the figure is from', { most: 200, missing: 'Enter where the figure is from' }),
        }
      : {}),
    words: longText('What do you say of it?', {
      most: 1000,
      missing: 'Enter what you say of it',
      hint: 'Why it is as it is, and what you do about it. The public sees this. Do not name anybody.',
    }),
  },
  checks: (typed) => (isTyped(measure) ? valueProblems(measure, typed) : []),
})

const base = text('Of how many?', {
  ...{ most: 12, width: 5, missing: 'Enter of how many' },
  hint: 'The public does not see a percentage of very few',
})

const valueProblems = (measure: MeasuredName, typed: Typed): readonly Problem[] => {
  const read = targetFrom(one(typed, 'value'), unitOf(measure) === 'percent' ? 'percent' : 'number')
  const of = measure === 'typed-percent' ? countFrom(one(typed, 'base')) : undefined
  return [
    ...(read.ok ? [] : [{ field: 'value', words: `Figure of the month ${numberProblemWords[read.error]}` }]),
    ...(of === undefined || of.ok ? [] : [{ field: 'base', words: `Of how many ${numberProblemWords[of.error]}` }]),
  ]
}

export const commentId = (code: string, month: Month): string => `${code}.${month}`

export const commentOn = (entries: readonly BookEntry[], code: string, month: Month): BookEntry | undefined =>
  entries.find(({ id }) => id === commentId(code, month))

export const typedValue = (entry: BookEntry | undefined): number | undefined => {
  if (entry === undefined || one(entry.typed, 'value') === '') return undefined
  const read = targetFrom(one(entry.typed, 'value'), 'number')
  return read.ok ? read.value : undefined
}

// Whether a figure that staff typed tells of very few. Of a percentage nobody knows without its base.
export const isFewIn = (entry: BookEntry | undefined, measure: MeasuredName): boolean => {
  const value = typedValue(entry)
  if (value === undefined || entry === undefined) return false
  if (measure !== 'typed-percent') return isFewTyped(value)
  const base = countFrom(one(entry.typed, 'base'))
  return !base.ok || base.value <= mostHidden || isFew({ n: Math.round((value * base.value) / 100), d: base.value })
}

// Working days from the day on which a month's figures are out.
const daysToComment = 10

export const commentDue = (month: Month): Day => addWorkingDays(provisionalOn(month), daysToComment)

export type Owed = 'a comment' | 'a figure'

// Off target without a word, or without a figure that staff type; undefined until it is late.
export const owedOn = (
  today: Day,
  {
    month,
    standing,
    said,
    typed,
  }: {
    readonly month: Month
    readonly standing: TargetStanding
    readonly said: boolean
    readonly typed: boolean
  },
): { readonly owed: Owed; readonly days: number } | undefined => {
  const [due, out] = [commentDue(month), provisionalOn(month)]
  if (typed && standing === 'no data')
    return today > out ? { owed: 'a figure', days: daysBetween(out, today) } : undefined
  if (said || standing !== 'off target' || today <= due) return undefined
  return { owed: 'a comment', days: daysBetween(due, today) }
}
