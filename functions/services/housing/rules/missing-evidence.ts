// Documents that are asked for and were not sent with the application, by kind and, for a person's own, by whose it is.
import type { Lookup } from '#domain/forms/condition.ts'
import { documentKindOf } from '../documents.ts'
import type { Evidence } from '../evidence.ts'

export const missingEvidence = (wanted: readonly Evidence[], answers: Lookup): readonly Evidence[] => {
  const sent = answers
    .items('documents')
    .map((document) => ({ kind: document.answer('documentKind'), person: document.answer('documentPerson') }))
  return wanted.filter(
    (one) =>
      !one.internal &&
      !sent.some(
        ({ kind, person }) =>
          kind === documentKindOf(one.code) && (one.person === undefined || isName(person, one.person)),
      ),
  )
}

// "Ada" is taken for Ada Okoro: what a person writes on their own list of documents is not checked against the people.
const isName = (given: unknown, full: string): boolean => {
  if (typeof given !== 'string') return false
  const [name, wanted] = [given.trim().toLowerCase(), full.toLowerCase()]
  return name !== '' && (wanted === name || wanted.startsWith(`${name} `))
}
