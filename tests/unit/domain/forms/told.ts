// A row of the tables: what is asked, what somebody types, and what it means or the words that ask
// again.
import type { Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'

export type Means = { readonly is: unknown } | { readonly asks: string }
export type Told = { readonly question: Question; readonly typed: Typed; readonly means: Means }

// A text that begins like a problem ("Savings must be…", "Enter…") is one: no answer below does.
export const table = (question: Question, rows: readonly (readonly [string, unknown])[]): readonly Told[] =>
  rows.map(([typed, means]) => ({ question, typed: { q: [typed] }, means: meant(means) }))

// Several boxes: day, month and year, or the lines of an address.
export const boxes = (
  question: Question,
  names: readonly string[],
  rows: readonly (readonly [readonly string[], unknown])[],
): readonly Told[] =>
  rows.map(([values, means]) => ({
    question,
    typed: Object.fromEntries(names.map((name, at) => [`q-${name}`, [values[at] ?? '']])),
    means: meant(means),
  }))

const meant = (means: unknown): Means =>
  typeof means === 'string' && /^(Enter|Select)\b|\b(must|can) /.test(means) ? { asks: means } : { is: means }
