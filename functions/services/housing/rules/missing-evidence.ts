// Documents that are asked for and were not sent with the application, by kind and, for a person's own, by whose it is.

import type { Evidence } from '#domain/cases/evidence.ts'
import type { Lookup } from '#domain/forms/condition.ts'
import { documentKindOf } from '../form/documents.ts'

export const missingEvidence = (wanted: readonly Evidence[], answers: Lookup): readonly Evidence[] =>
  wanted.filter((one) => !one.internal && sentFor(one, answers).length === 0)

// What stands on the applicant's list of documents for it.
export const sentFor = (one: Evidence, answers: Lookup): readonly Lookup[] =>
  answers
    .items('documents')
    .filter(
      (document) =>
        document.answer('documentKind') === documentKindOf(one.code) &&
        (one.person === undefined || isName(document.answer('documentPerson'), one.person)),
    )

// "Ada" is taken for Ada Okoro: what a person writes on their own list of documents is not checked against the people.
const isName = (given: unknown, full: string): boolean => {
  if (typeof given !== 'string') return false
  const [name, wanted] = [given.trim().toLowerCase(), full.toLowerCase()]
  return name !== '' && (wanted === name || wanted.startsWith(`${name} `))
}
