// When a page applies: typed expressions that can be walked (to prove reachability) and evaluated.
import { ageOn, type Day } from '../day.ts'

export type Condition =
  | { readonly is: 'answered'; readonly question: string; readonly test: Test }
  | { readonly is: 'aged'; readonly question: string; readonly test: Test }
  // Of a list's item: whole years from the date that the form itself has for this question to the item's own.
  | { readonly is: 'apart'; readonly question: string; readonly test: Test }
  | { readonly is: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly is: 'not'; readonly of: Condition }
  // True when at least one item of a many-section meets the condition.
  | { readonly is: 'some'; readonly section: string; readonly of: Condition }

export type Test =
  | { readonly test: 'equals'; readonly value: string }
  | { readonly test: 'oneOf'; readonly values: readonly string[] }
  | { readonly test: 'includes'; readonly value: string }
  | { readonly test: 'includesAny'; readonly values: readonly string[] }
  | { readonly test: 'atLeast'; readonly value: number }
  | { readonly test: 'under'; readonly value: number }
  | { readonly test: 'given' }
  // A place between the lines by which a land is known: it may be outside.
  | { readonly test: 'near-edge' }
  // A boundary that is on a plan, which is sent instead.
  | { readonly test: 'on-plan' }

// Looks up the answer to a question on a page that is reached; undefined when there is none.
export type Lookup = {
  readonly answer: (question: string) => unknown
  readonly items: (section: string) => readonly Lookup[]
  // For an item of a list: the answers outside the list, where a question of the same name may stand too.
  readonly outside?: Lookup
  readonly today: Day
}

export const holds = (condition: Condition, lookup: Lookup): boolean => {
  switch (condition.is) {
    case 'answered':
      return passes(condition.test, lookup.answer(condition.question))
    case 'aged':
      return passes(condition.test, ageFrom(lookup.answer(condition.question), lookup.today))
    case 'apart':
      return passes(condition.test, yearsApart(condition.question, lookup))
    case 'all':
      return condition.of.every((part) => holds(part, lookup))
    case 'any':
      return condition.of.some((part) => holds(part, lookup))
    case 'not':
      return !holds(condition.of, lookup)
    case 'some':
      return lookup.items(condition.section).some((item) => holds(condition.of, item))
  }
}

// Every question a condition reads, for `sound` and for proofs of reachability.
export const questionsOf = (
  condition: Condition,
): readonly { readonly question: string; readonly section?: string }[] => {
  switch (condition.is) {
    case 'answered':
    case 'aged':
    case 'apart':
      return [{ question: condition.question }]
    case 'all':
    case 'any':
      return condition.of.flatMap(questionsOf)
    case 'not':
      return questionsOf(condition.of)
    case 'some':
      return questionsOf(condition.of).map((read) => ({ ...read, section: condition.section }))
  }
}

export const answered = (question: string, test: Test): Condition => ({ is: 'answered', question, test })
export const aged = (question: string, test: Test): Condition => ({ is: 'aged', question, test })
export const apart = (question: string, test: Test): Condition => ({ is: 'apart', question, test })
export const all = (...of: readonly Condition[]): Condition => ({ is: 'all', of })
export const any = (...of: readonly Condition[]): Condition => ({ is: 'any', of })
export const not = (of: Condition): Condition => ({ is: 'not', of })
export const some = (section: string, of: Condition): Condition => ({ is: 'some', section, of })

export const equals = (value: string): Test => ({ test: 'equals', value })
export const saysYes: Test = { test: 'equals', value: 'yes' }
export const saysNo: Test = { test: 'equals', value: 'no' }
export const oneOf = (...values: readonly string[]): Test => ({ test: 'oneOf', values })
export const includes = (value: string): Test => ({ test: 'includes', value })
export const includesAny = (...values: readonly string[]): Test => ({ test: 'includesAny', values })
export const atLeast = (value: number): Test => ({ test: 'atLeast', value })
export const under = (value: number): Test => ({ test: 'under', value })
export const given: Test = { test: 'given' }
export const nearEdge: Test = { test: 'near-edge' }
export const onPlan: Test = { test: 'on-plan' }

const passes = (test: Test, answer: unknown): boolean => {
  if (answer === undefined) return false
  switch (test.test) {
    case 'equals':
      return answer === test.value
    case 'oneOf':
      return typeof answer === 'string' && test.values.includes(answer)
    case 'includes':
      return Array.isArray(answer) && answer.includes(test.value)
    case 'includesAny':
      return Array.isArray(answer) && test.values.some((value) => answer.includes(value))
    case 'atLeast':
      return typeof answer === 'number' && answer >= test.value
    case 'under':
      return typeof answer === 'number' && answer < test.value
    case 'given':
      return true
    case 'near-edge':
      return typeof answer === 'object' && answer !== null && 'nearEdge' in answer && answer.nearEdge === true
    case 'on-plan':
      return typeof answer === 'object' && answer !== null && 'onPlan' in answer && answer.onPlan === true
  }
}

const yearsApart = (question: string, { answer, outside }: Lookup): number | undefined => {
  const from = outside?.answer(question)
  const to = answer(question)
  return typeof from === 'string' && typeof to === 'string' ? ageOn(from, to) : undefined
}

const ageFrom = (born: unknown, today: Day): number | undefined =>
  typeof born === 'string' ? ageOn(born, today) : undefined
