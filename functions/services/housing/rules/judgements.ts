// Awards and findings that a person must weigh, each beside the answers that were asked for that purpose: the form's own `for` says which.
import { questionsOn } from '#domain/forms/answered/answers.ts'
import type { Condition, Lookup } from '#domain/forms/condition.ts'
import type { Read } from '#domain/rules/assessment.ts'
import { type RuleStep, type Source, stepIn } from '#domain/rules/trace.ts'
import { housingForm } from '../form/form.ts'
import { distinctReads, readsOf, usedIn } from './ground/used.ts'

type Weighed = {
  readonly code: string
  readonly words: string
  readonly source: Source
  readonly when?: Condition
  readonly confirm?: string
}

export const judgement = (lookup: Lookup, { code, words, source, when, confirm }: Weighed, pack: string): RuleStep =>
  stepIn(
    {
      rule: code,
      words,
      used: usedIn(lookup, distinctReads([...askedFor(code), ...(when === undefined ? [] : readsOf(when))])),
      source,
      ...(confirm === undefined ? {} : { confirm }),
    },
    pack,
  )

// A family of awards at three levels reads the same answers: A-MED and B-MED those of C-MED.
const askedFor = (code: string): readonly Read[] =>
  distinctReads([...(readsByPurpose.get(code) ?? []), ...(readsByPurpose.get(code.replace(/^[AB]-/, 'C-')) ?? [])])

const readsByPurpose: ReadonlyMap<string, readonly Read[]> = (() => {
  const found = new Map<string, Read[]>()
  for (const section of housingForm.sections)
    for (const page of section.pages)
      for (const { id, question } of questionsOn(page)) {
        const purpose = question.for ?? ''
        const read = section.is === 'many' ? { question: id, section: section.id } : { question: id }
        found.set(purpose, [...(found.get(purpose) ?? []), read])
      }
  return found
})()
