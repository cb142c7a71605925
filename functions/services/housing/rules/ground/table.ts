// Rules that are rows of a table: when, what follows, in whose words, from which source. A table is data; this file reads it.
import type { Day } from '#domain/day.ts'
import { type Condition, holds, type Lookup } from '#domain/forms/condition.ts'
import { type RuleStep, type Source, stepIn } from '#domain/rules/trace.ts'
import { readsOf, usedIn } from './used.ts'

export type RuleRow = {
  readonly code: string
  readonly when: Condition
  readonly words: string
  readonly source: Source
  readonly confirm?: string
  // Law has its own dates, apart from the council's scheme: in force from this day, and until the day before that one.
  readonly from?: Day
  readonly until?: Day
}

export const rowsFor = <R extends RuleRow>(rows: readonly R[], lookup: Lookup): readonly R[] =>
  rows.filter((row) => inForce(row, lookup.today) && holds(row.when, lookup))

export const firstFor = <R extends RuleRow>(rows: readonly R[], lookup: Lookup): R | undefined =>
  rows.find((row) => inForce(row, lookup.today) && holds(row.when, lookup))

export const stepFor = (row: RuleRow, lookup: Lookup, pack: string): RuleStep =>
  stepIn(
    {
      rule: row.code,
      words: row.words,
      used: usedIn(lookup, readsOf(row.when)),
      source: row.source,
      ...(row.confirm === undefined ? {} : { confirm: row.confirm }),
    },
    pack,
  )

// Answers with facts worked out from them standing beside, under their own names.
export const withFacts = (lookup: Lookup, facts: Readonly<Record<string, unknown>>): Lookup => ({
  ...lookup,
  answer: (question) => (Object.hasOwn(facts, question) ? facts[question] : lookup.answer(question)),
})

// The same answers seen from another day.
export const onDay = (lookup: Lookup, today: Day): Lookup => ({
  ...lookup,
  items: (section) => lookup.items(section).map((item) => onDay(item, today)),
  today,
})

const inForce = (row: RuleRow, today: Day): boolean =>
  (row.from === undefined || row.from <= today) && (row.until === undefined || today < row.until)

// Each answer looked up once, however many rows ask for it: one assessment asks some questions a hundred times.
export const remembered = (lookup: Lookup): Lookup => {
  const answers = new Map<string, unknown>()
  const lists = new Map<string, readonly Lookup[]>()
  return {
    ...lookup,
    answer: (question) => {
      if (!answers.has(question)) answers.set(question, lookup.answer(question))
      return answers.get(question)
    },
    items: (section) => {
      const known = lists.get(section)
      if (known !== undefined) return known
      const items = lookup.items(section).map(remembered)
      lists.set(section, items)
      return items
    },
  }
}
