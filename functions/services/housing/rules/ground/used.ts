// The answers that a housing rule read, as they are shown to people; a fact worked out from answers stands for those it came from.
import { type Condition, questionsOf } from '#domain/forms/condition.ts'
import type { Read } from '#domain/rules/assessment.ts'
import { usedFrom } from '#domain/rules/used.ts'
import { housingForm } from '#services/housing/form/form.ts'
import { factReads } from './fact-reads.ts'

export const { usedIn, usedHere, itemName } = usedFrom(housingForm)

// Each question once.
export const readsOf = (condition: Condition): readonly Read[] => {
  const known = readsByCondition.get(condition)
  if (known !== undefined) return known
  const found = distinctReads(questionsOf(condition).flatMap((read) => factReads[read.question] ?? [read]))
  readsByCondition.set(condition, found)
  return found
}

export const distinctReads = (reads: readonly Read[]): readonly Read[] => [
  ...new Map(reads.map((read) => [`${read.section ?? ''}/${read.question}`, read])).values(),
]

const readsByCondition = new WeakMap<Condition, readonly Read[]>()
