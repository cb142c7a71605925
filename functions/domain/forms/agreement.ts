// How answers must agree: rules between the questions of a page, or with earlier ones, as data that can be walked.
import { type Land, landHolds } from '../places/area.ts'
import { type Point, pointFromGridReference } from '../places/grid.ts'
import type { Lookup } from './condition.ts'

export type Agreement = { readonly words: string } & (
  | {
      // Two dates in order: the same day is in order. Two numbers: no more than the other.
      readonly is: 'not-before' | 'at-most'
      readonly question: string
      readonly than: string
    }
  // Numbers that together make another.
  | { readonly is: 'adds-up'; readonly questions: readonly string[]; readonly to: string }
  // A grid reference, or an easting and a northing, of a place on that land.
  | { readonly is: 'on-land'; readonly questions: readonly string[]; readonly land: Land }
)

// Only what is answered can disagree.
export const agrees = (agreement: Agreement, { answer }: Lookup): boolean => {
  const answers = readBy(agreement).map(answer)
  if (answers.some((given) => given === undefined)) return true
  if (agreement.is === 'on-land') return isOn(agreement.land, answers)
  if (agreement.is === 'not-before') return String(answers[0]) >= String(answers[1])
  const numbers = answers.map(Number)
  const last = numbers.pop() ?? 0
  const sum = numbers.reduce((total, number) => total + number, 0)
  return agreement.is === 'at-most' ? sum <= last : sum === last
}

// The questions that a rule reads, the one that its error belongs to first.
export const readBy = (agreement: Agreement): readonly string[] =>
  agreement.is === 'adds-up'
    ? [...agreement.questions, agreement.to]
    : agreement.is === 'on-land'
      ? agreement.questions
      : [agreement.question, agreement.than]

// What is no place is told where it was asked.
const isOn = (land: Land, answers: readonly unknown[]): boolean => {
  const point = answers.length === 1 ? pointFromGridReference(String(answers[0])) : placeOf(answers)
  return point === undefined || landHolds(land, point)
}

const placeOf = ([easting, northing]: readonly unknown[]): Point => ({
  easting: Number(easting),
  northing: Number(northing),
})

export const onLand = (questions: readonly string[], land: Land, words: string): Agreement => ({
  is: 'on-land',
  questions,
  land,
  words,
})

export const notBefore = (question: string, than: string, words: string): Agreement => ({
  is: 'not-before',
  question,
  than,
  words,
})

export const atMost = (question: string, than: string, words: string): Agreement => ({
  is: 'at-most',
  question,
  than,
  words,
})

export const addsUp = (questions: readonly string[], to: string, words: string): Agreement => ({
  is: 'adds-up',
  questions,
  to,
  words,
})
