// How a form puts each of its questions, for places that name an answer by its question's id: reasons, lists of what is wanted.
import { questionsOn } from './answers.ts'
import type { Form } from './form.ts'
import { named } from './named.ts'

// `of` is the person or thing of a list that was asked about.
export type AskedAs = (question: string, of?: string) => string

export const askedAs = (form: Form): AskedAs => {
  const words = wordsOf(form)
  return (question, of) => {
    const asked = words.get(question) ?? question
    if (of === undefined) return asked
    return asked.includes('((name))') ? named(asked, of) : `${of}: ${asked}`
  }
}

const byForm = new WeakMap<Form, ReadonlyMap<string, string>>()

// A page with one question is asked by its title.
const wordsOf = (form: Form): ReadonlyMap<string, string> => {
  const known = byForm.get(form)
  if (known !== undefined) return known
  const words = new Map(
    form.sections.flatMap((section) =>
      section.pages.flatMap((page) => questionsOn(page).map(({ id, question }) => [id, question.label ?? page.title])),
    ),
  )
  byForm.set(form, words)
  return words
}
