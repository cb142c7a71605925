// The documents that an application's answers call for, and those still missing.
import { holds, type Lookup, questionsOf } from '#domain/forms/condition.ts'
import type { Read } from '#domain/rules/assessment.ts'
import { documentRules, sizeReads, type When } from './document-rules.ts'
import type { DocumentCode } from './document-types.ts'
import { drawingRules } from './drawing-rules.ts'

export type NeededDocument = {
  readonly type: DocumentCode
  readonly why: string
  readonly required: boolean
  readonly rule: string
}

export const requiredDocuments = (lookup: Lookup): readonly NeededDocument[] => {
  const needed = [...drawingRules, ...documentRules].filter((rule) => meets(rule.when, lookup))
  return needed
    .filter((rule, at) => needed.findIndex((other) => other.type === rule.type) === at)
    .map(({ type, why, required, rule }) => ({ type, why, required: required !== false, rule }))
}

// Those required that no document of the list is marked as.
export const missingDocuments = (lookup: Lookup): readonly NeededDocument[] => {
  const listed = lookup.items('documents').flatMap((item) => listOf(item.answer('documentTypes')))
  const sent = hasPlanOfBoundary(lookup.answer) ? [...listed, 'locationPlan'] : listed
  return requiredDocuments(lookup).filter(({ type, required }) => required && !sent.includes(type))
}

// The plan that stands for the red line is a location plan: nobody sends it twice.
export const hasPlanOfBoundary = (answer: Lookup['answer']): boolean => listOf(answer('boundaryPlan')).length > 0

const meets = (when: When, lookup: Lookup): boolean => (typeof when === 'function' ? when(lookup) : holds(when, lookup))

const listOf = (answer: unknown): readonly unknown[] => (Array.isArray(answer) ? answer : [])

// What the list rests on.
export const documentReads: readonly Read[] = [
  ...[
    ...new Set([
      ...[...drawingRules, ...documentRules].flatMap(({ when }) =>
        typeof when === 'function' ? [] : questionsOf(when).map(({ question }) => question),
      ),
      ...sizeReads,
    ]),
  ].map((question) => ({ question })),
  { question: 'boundaryPlan' },
  { question: 'documentTypes', section: 'documents' },
]
