// The answers behind a planning rule, in the form's own words.
import type { Read } from '#domain/rules/assessment.ts'
import { usedFrom } from '#domain/rules/used.ts'
import { planningForm } from '#services/planning/form/form.ts'

export const { usedIn } = usedFrom(planningForm)

export const here = (...questions: readonly string[]): readonly Read[] => questions.map((question) => ({ question }))

export const ofDocuments = (...questions: readonly string[]): readonly Read[] =>
  questions.map((question) => ({ question, section: 'documents' }))
