// How a form puts each of its questions, for places that name an answer by its question's id: reasons, lists of what is wanted.
import { questionsOn } from './answered/answers.ts'
import type { Form } from './form.ts'

// `of` is the person or thing of a list that was asked about.
export type AskedAs = (question: string, of?: string) => string

export const askedAs = (form: Form): AskedAs => {
  const words = wordsOf(form)
  return (question, of) => {
    if (of === undefined) return words.alone.get(question) ?? words.listed.get(question) ?? question
    const asked = words.listed.get(question) ?? words.alone.get(question) ?? question
    return asked.includes('((name))') ? asked.replaceAll('((name))', of) : `${of}: ${asked}`
  }
}

type Words = { readonly alone: ReadonlyMap<string, string>; readonly listed: ReadonlyMap<string, string> }

const byForm = new WeakMap<Form, Words>()

// A page with one question is asked by its title. What is asked of the applicant and of each person has words for both.
const wordsOf = (form: Form): Words => {
  const known = byForm.get(form)
  if (known !== undefined) return known
  const of = (is: 'pages' | 'many') =>
    new Map(
      form.sections
        .filter((section) => section.is === is)
        .flatMap((section) => section.pages)
        .flatMap((page) => questionsOn(page).map(({ id, question }) => [id, question.label ?? page.title])),
    )
  const words = { alone: of('pages'), listed: of('many') }
  byForm.set(form, words)
  return words
}
