// How answers must agree: rules between the questions of a page, or with earlier ones, as data that can be walked.
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
)

// Only what is answered can disagree.
export const agrees = (agreement: Agreement, { answer }: Lookup): boolean => {
  const answers = readBy(agreement).map(answer)
  if (answers.some((given) => given === undefined)) return true
  if (agreement.is === 'not-before') return String(answers[0]) >= String(answers[1])
  const numbers = answers.map(Number)
  const last = numbers.pop() ?? 0
  const sum = numbers.reduce((total, number) => total + number, 0)
  return agreement.is === 'at-most' ? sum <= last : sum === last
}

// The questions that a rule reads, the one that its error belongs to first.
export const readBy = (agreement: Agreement): readonly string[] =>
  agreement.is === 'adds-up' ? [...agreement.questions, agreement.to] : [agreement.question, agreement.than]

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
