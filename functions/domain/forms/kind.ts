// What every kind of answer can do. One file per kind in fields/, all listed in fields/index.ts.
import type { Day } from '../day.ts'
import { cleaned } from './cleaned.ts'
import type { KindName, Question } from './question.ts'

// What was posted for a page: field name → the values typed. A draft stores exactly this, valid or not, so nothing typed is lost.
export type Typed = Readonly<Record<string, readonly string[]>>

// `field` is the name of the control that the error summary links to.
export type Problem = { readonly field: string; readonly words: string }

export type QuestionOf = { readonly [K in KindName]: Extract<Question, { kind: K }> }

export type QuestionAsked<Q> = { readonly id: string; readonly question: Q; readonly today: Day }

// `pick(n)` gives a whole number from 0 to n-1; a property test decides which.
export type Pick = (n: number) => number

export type Kind<Q> = {
  // The names of the controls this question posts, those of revealed questions included.
  readonly fields: (id: string, question: Q) => readonly string[]
  // Typed → answer, or undefined when nothing was given or it does not stand (check finds a problem).
  readonly read: (typed: Typed, asked: QuestionAsked<Q>) => unknown
  // Problems in words, following the Design System's error message templates; empty when the answer stands.
  readonly check: (typed: Typed, asked: QuestionAsked<Q>) => readonly Problem[]
  // The answer in lines of plain text: the same for applicant, staff and export. [] when optional and not given.
  readonly show: (typed: Typed, asked: QuestionAsked<Q>) => readonly string[]
  // A valid thing to type.
  readonly sample: (pick: Pick, asked: QuestionAsked<Q>) => Typed
}

// The one value of a field, cleaned of what pasting adds; '' when there is none.
export const one = (typed: Typed, name: string): string => cleaned(typed[name]?.[0] ?? '')
