// The answers that a rule read, as they are shown to people: taken from the form's own questions.
import { questionsOn } from '#domain/forms/answers.ts'
import { type Condition, type Lookup, questionsOf } from '#domain/forms/condition.ts'
import type { Question } from '#domain/forms/question.ts'
import type { Read } from '#domain/rules/assessment.ts'
import type { Used } from '#domain/rules/trace.ts'
import { housingForm } from '../form.ts'
import { factReads } from './fact-reads.ts'
import { shownAnswer } from './shown-answer.ts'

// Answers of one person or place stand together.
export const usedIn = (lookup: Lookup, reads: readonly Read[]): readonly Used[] =>
  [...new Set(reads.map(({ section }) => section))].flatMap((section) => {
    const asked = reads.filter((read) => read.section === section).map(({ question }) => question)
    if (section === undefined) return asked.flatMap((question) => usedHere(lookup, question))
    return lookup.items(section).flatMap((item) => {
      const of = itemName(item, section)
      return asked.flatMap((question) => usedHere(item, question, of))
    })
  })

export const usedHere = (lookup: Lookup, question: string, of?: string): readonly Used[] => {
  const asked = questions.get(question)
  const answer = lookup.answer(question)
  if (asked === undefined || answer === undefined) return []
  return [{ question, shown: shownAnswer(asked, answer), ...(of === undefined ? {} : { of }) }]
}

// Each question once. A fact worked out from answers stands for the answers it came from.
export const readsOf = (condition: Condition): readonly Read[] => {
  const known = readsByCondition.get(condition)
  if (known !== undefined) return known
  const found = distinct(questionsOf(condition).flatMap((read) => factReads[read.question] ?? [read]))
  readsByCondition.set(condition, found)
  return found
}

export const distinct = (reads: readonly Read[]): readonly Read[] => [
  ...new Map(reads.map((read) => [`${read.section ?? ''}/${read.question}`, read])).values(),
]

export const itemName = (item: Lookup, section: string): string =>
  (naming.get(section) ?? []).flatMap((question) => spoken(item.answer(question))).join(' ')

// A name as it stands, an address by its first line.
const spoken = (answer: unknown): readonly string[] => {
  if (typeof answer === 'string') return [answer]
  const line = typeof answer === 'object' && answer !== null && 'line1' in answer ? answer.line1 : undefined
  return typeof line === 'string' ? [line] : []
}

const readsByCondition = new WeakMap<Condition, readonly Read[]>()

const questions: ReadonlyMap<string, Question> = new Map(
  housingForm.sections.flatMap((section) =>
    section.pages.flatMap((page) => questionsOn(page).map(({ id, question }) => [id, question])),
  ),
)

const naming: ReadonlyMap<string, readonly string[]> = new Map(
  housingForm.sections.flatMap((section) => (section.is === 'many' ? [[section.id, section.naming]] : [])),
)
