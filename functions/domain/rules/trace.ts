// A result with its working: which rule, which answers, which law or scheme, which dated pack. Every rule of every service gives one,
// and applicant, officer and letter all read it.
import type { Day } from '../day.ts'

export type Traced<T> = { readonly value: T; readonly steps: readonly RuleStep[] }

export type RuleStep = {
  // The rule's code as the scheme or the schedule has it: 'E5', 'LC1', 'FEE-10'.
  readonly rule: string
  // One sentence in plain English that an applicant and an officer both understand.
  readonly words: string
  readonly used: readonly Used[]
  readonly source: Source
  // The council's or the government's dated data that the rule read: 'dorset-2026', 'fees-2026-04-01'.
  // The law's own words have none: their source has their day.
  readonly pack?: string
  // A figure or judgement that the council has still to confirm: said wherever the step is shown.
  readonly confirm?: string
}

// An answer that a rule read, as it is shown to people.
export type Used = {
  readonly question: string
  readonly shown: string
  // The item of a list that gave it: a person, an address.
  readonly of?: string
  // What it is called where no form asks it: a decision of an officer, the day of sending.
  readonly called?: string
}

// A statute, a regulation or a published scheme: "SI 2006/1294, regulation 3", and where to read it.
export type Source = {
  readonly words: string
  readonly url?: string
  // The day from which it has been in force as it is cited here.
  readonly since?: Day
  // Made by Parliament or a minister, and so in force apart from any scheme of the council.
  readonly law?: true
}

// A step of a rule that stands in dated data. What the law says carries the law's own day, and never the data's name.
export const stepIn = (step: Omit<RuleStep, 'pack'>, pack: string): RuleStep =>
  step.source.law === true ? step : { ...step, pack }

// The same working, read another way.
const mapped = <A, B>(one: Traced<A>, change: (value: A) => B): Traced<B> => ({
  value: change(one.value),
  steps: one.steps,
})

// A further step of reasoning on a result.
export const withReasons = <T>(one: Traced<T>, ...steps: readonly RuleStep[]): Traced<T> => ({
  value: one.value,
  steps: [...one.steps, ...steps],
})

// Several results as one list, with all their working in order.
export const allOf = <T>(parts: readonly Traced<T>[]): Traced<readonly T[]> => ({
  value: parts.map((part) => part.value),
  steps: parts.flatMap((part) => part.steps),
})

// Adds up whole numbers: pence, rooms, half persons.
export const sum = (parts: readonly Traced<number>[]): Traced<number> =>
  mapped(allOf(parts), (values) => values.reduce((total, value) => total + value, 0))
