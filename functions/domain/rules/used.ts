// The answers that a rule read, as they are shown to people: taken from a form's own questions.
import { questionsOn } from '../forms/answered/answers.ts'
import { shownAnswer } from '../forms/answered/shown-answer.ts'
import type { Lookup } from '../forms/condition.ts'
import type { Form } from '../forms/form.ts'
import type { Question } from '../forms/question.ts'
import type { Read } from './assessment.ts'
import type { Used } from './trace.ts'

export type UsedFrom = {
  // Answers of one person or place stand together.
  readonly usedIn: (lookup: Lookup, reads: readonly Read[]) => readonly Used[]
  readonly usedHere: (lookup: Lookup, question: string, of?: string) => readonly Used[]
  readonly itemName: (item: Lookup, section: string) => string
}

export const usedFrom = (form: Form): UsedFrom => {
  const questions = questionsIn(form)
  const naming = namingIn(form)
  const itemName = (item: Lookup, section: string): string =>
    (naming.get(section) ?? []).flatMap((question) => spoken(item.answer(question))).join(' ')
  const usedHere = (lookup: Lookup, question: string, of?: string): readonly Used[] => {
    const asked = questions.get(question)
    const answer = lookup.answer(question)
    if (asked === undefined || answer === undefined) return []
    return [{ question, shown: shownAnswer(asked, answer), ...(of === undefined ? {} : { of }) }]
  }
  const usedIn = (lookup: Lookup, reads: readonly Read[]): readonly Used[] => {
    const found = given(lookup, reads)
    // What was looked for and not found is said too: a step always names what it read.
    return found.length > 0 ? found : reads.slice(0, 1).map(({ question }) => ({ question, shown: 'Not answered' }))
  }
  const given = (lookup: Lookup, reads: readonly Read[]): readonly Used[] =>
    [...new Set(reads.map(({ section }) => section))].flatMap((section) => {
      const asked = reads.filter((read) => read.section === section).map(({ question }) => question)
      if (section === undefined) return asked.flatMap((question) => usedHere(lookup, question))
      return lookup.items(section).flatMap((item) => {
        const of = itemName(item, section)
        return asked.flatMap((question) => usedHere(item, question, of))
      })
    })
  return { usedIn, usedHere, itemName }
}

// A name as it stands, an address by its first line.
const spoken = (answer: unknown): readonly string[] => {
  if (typeof answer === 'string') return [answer]
  const line = typeof answer === 'object' && answer !== null && 'line1' in answer ? answer.line1 : undefined
  return typeof line === 'string' ? [line] : []
}

const questionsIn = (form: Form): ReadonlyMap<string, Question> =>
  new Map(
    form.sections.flatMap((section) =>
      section.pages.flatMap((page) => questionsOn(page).map(({ id, question }): [string, Question] => [id, question])),
    ),
  )

const namingIn = (form: Form): ReadonlyMap<string, readonly string[]> =>
  new Map(form.sections.flatMap((section) => (section.is === 'many' ? [[section.id, section.naming]] : [])))
