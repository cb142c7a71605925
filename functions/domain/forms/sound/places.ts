// A form laid out for those who inspect it: every page and question with its place, in the order in which they are asked.
import { type AskedOn, questionsOn } from '../answered/answers.ts'
import type { Form, Page, Section } from '../form.ts'

export type PagePlace = {
  readonly section: Section
  readonly page: Page
  // Counts up through the form: what is read must come earlier.
  readonly order: number
  // For a fault: "housing, people/relationship".
  readonly at: string
}

export type QuestionPlace = PagePlace & AskedOn

export const pagesOf = (form: Form): readonly PagePlace[] =>
  form.sections
    .flatMap((section) => section.pages.map((page) => ({ section, page })))
    .map(({ section, page }, order) => ({ section, page, order, at: `${form.id}, ${section.id}/${page.id}` }))

export const questionsIn = (pages: readonly PagePlace[]): readonly QuestionPlace[] =>
  pages.flatMap((place) => questionsOn(place.page).map((asked) => ({ ...place, ...asked })))

// By the name that conditions find them by: within a list, the list's own questions hide others of the same name.
export const questionsByScope = (questions: readonly QuestionPlace[]): ReadonlyMap<string, QuestionPlace> =>
  new Map(questions.map((place) => [scoped(place.section, place.id), place]))

export const found = (
  questions: ReadonlyMap<string, QuestionPlace>,
  id: string,
  section: Section | undefined,
): QuestionPlace | undefined =>
  (section?.is === 'many' ? questions.get(scoped(section, id)) : undefined) ?? questions.get(id)

export const twice = (values: readonly string[]): readonly string[] => [
  ...new Set(values.filter((value, index) => values.indexOf(value) !== index)),
]

const scoped = (section: Section, id: string): string => (section.is === 'many' ? `${section.id}/${id}` : id)
