// A result with its working: which rule, which answers, which law or scheme, which dated pack. Every rule of every service gives one,
// and applicant, officer and letter all read it.
export type Traced<T> = { readonly value: T; readonly steps: readonly Step[] }

export type Step = {
  // The rule's code as the scheme or the schedule has it: 'E5', 'LC1', 'FEE-10'.
  readonly rule: string
  // One sentence in plain English that an applicant and an officer both understand.
  readonly words: string
  readonly used: readonly Used[]
  readonly source: Source
  // The dated data that the rule read: 'dorset-2026', 'fees-2026-04-01'.
  readonly pack: string
  // A figure or judgement that the council has still to confirm: said wherever the step is shown.
  readonly confirm?: string
}

// An answer that a rule read, as it is shown to people.
export type Used = {
  readonly question: string
  readonly shown: string
  // The item of a list that gave it: a person, an address.
  readonly of?: string
}

// A statute, a regulation or a published scheme: "SI 2006/1294, regulation 3", and where to read it.
export type Source = { readonly words: string; readonly url?: string }

// The same working, read another way.
const mapped = <A, B>(one: Traced<A>, change: (value: A) => B): Traced<B> => ({
  value: change(one.value),
  steps: one.steps,
})

// A further step of reasoning on a result.
export const because = <T>(one: Traced<T>, ...steps: readonly Step[]): Traced<T> => ({
  value: one.value,
  steps: [...one.steps, ...steps],
})

// Several results as one list, with all their working in order.
export const all = <T>(parts: readonly Traced<T>[]): Traced<readonly T[]> => ({
  value: parts.map((part) => part.value),
  steps: parts.flatMap((part) => part.steps),
})

// Adds up whole numbers: pence, rooms, half persons.
export const sum = (parts: readonly Traced<number>[]): Traced<number> =>
  mapped(all(parts), (values) => values.reduce((total, value) => total + value, 0))
