// What staff type for the figures: indicators, costs, what came by phone and on paper. Each is kept as
// it was typed, version after version, and none is ever changed (docs/rules/measures.md, "Books").
import type { Day } from '#domain/day.ts'
import { problemsOf } from '#domain/forms/fields/index.ts'
import type { Problem, Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'

export const bookIds = [
  'indicators',
  'comments',
  'channels',
  'costs',
  'unit-costs',
  'changes',
  'returns',
  'codes',
  'revisions',
  'rebuilds',
  'agreed',
] as const
export type BookId = (typeof bookIds)[number]

export type BookEntry = {
  readonly id: string
  // 1 for the first.
  readonly version: number
  readonly at: number
  readonly by: string
  readonly byId: string
  readonly typed: Typed
  // The public sees it once somebody else agreed (agreed.ts).
  readonly waits?: true
}

export type Questions = Readonly<Record<string, Question>>

export type Book = {
  readonly id: BookId
  readonly questions: Questions
  // There may be one for each case: each is checked without the others.
  readonly alone?: true
  // What no single answer shows: two that do not fit, a number that leaps.
  readonly checks?: (typed: Typed, beside: Beside) => readonly Problem[]
}

// `id`: of the entry that is written.
export type Beside = {
  readonly today: Day
  readonly id: string
  // Who writes it.
  readonly byId: string
  readonly entries: readonly BookEntry[]
}

export const problemsIn = ({ questions, checks }: Book, typed: Typed, beside: Beside): readonly Problem[] => {
  const each = Object.entries(questions).flatMap(([id, question]) => problemsOf(typed, id, question, beside.today))
  return each.length > 0 ? each : (checks?.(typed, beside) ?? [])
}

// Of each id the version that stands now, in the order of their ids.
export const standingEntries = (entries: readonly BookEntry[]): readonly BookEntry[] => {
  const newest = new Map<string, BookEntry>()
  for (const entry of entries) if ((newest.get(entry.id)?.version ?? 0) < entry.version) newest.set(entry.id, entry)
  return [...newest.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

export const entryVersionsOf = (entries: readonly BookEntry[], id: string): readonly BookEntry[] =>
  entries.filter((entry) => entry.id === id).toSorted((a, b) => b.version - a.version)
