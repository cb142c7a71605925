// Ids: unique where they are looked up, and safe as object keys, field names and addresses.
import { fieldsOf } from '../fields/index.ts'
import type { Form, Section } from '../form.ts'
import type { Options } from '../question.ts'
import { type PagePlace, type QuestionPlace, twice } from './places.ts'

// What stands below a service's address beside its sections, and below a section beside its pages.
export const fixedSections = [
  'start',
  'started',
  'tasks',
  'check-your-answers',
  'what-we-think-so-far',
  'declaration',
  'confirmation',
  'save',
  'save-by-email',
  'recovery-phrase',
  'what-changes',
  'helpers',
  'queue',
] as const
export const fixedPages = ['exit', 'remove', 'remove-file', 'upload-form'] as const
// Fields that every form posts beside its questions.
const fixedFields = ['_csrf', 'do', 'another', 'change'] as const

const address = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
// No hyphen: a date's controls are its id with -day, -month and -year.
const name = /^[a-z][A-Za-z0-9]*$/
const value = /^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$/

export const idFaults = (
  form: Form,
  pages: readonly PagePlace[],
  questions: readonly QuestionPlace[],
): readonly string[] => [
  ...twice(form.sections.map(({ id }) => id)).map((id) => `${form.id}: two sections have the id ${id}`),
  ...form.sections.flatMap((section) => sectionFaults(form, section, questions)),
  ...pages.flatMap(pageFaults),
  ...questions.flatMap(questionFaults),
  ...twice(plainIds(questions)).map((id) => `${form.id}: the question ${id} is asked twice outside the lists`),
]

const sectionFaults = (form: Form, section: Section, questions: readonly QuestionPlace[]): readonly string[] => {
  const at = `${form.id}, ${section.id}`
  const asked = questions.filter((place) => place.section === section).map(({ id }) => id)
  return [
    ...(unsafe(section.id, address) ? [`${at}: the section’s id is not safe in an address`] : []),
    ...(includes(fixedSections, section.id)
      ? [`${at}: the section’s address is taken by a page of every service`]
      : []),
    ...(addressTaken(form, section) ? [`${at}: the address that its pages have is another’s`] : []),
    ...twice(section.pages.map(({ id }) => id)).map((id) => `${at}: two pages have the id ${id}`),
    ...(section.is === 'many' ? twice(asked).map((id) => `${at}: the question ${id} is asked twice in the list`) : []),
    ...(section.is === 'many' ? section.naming : [])
      .filter((id) => !asked.includes(id))
      .map((id) => `${at}: the list takes its names from ${id}, which it does not ask`),
  ]
}

const addressTaken = (form: Form, section: Section): boolean =>
  section.is === 'pages' &&
  section.address !== undefined &&
  (unsafe(section.address, address) ||
    includes(fixedSections, section.address) ||
    form.sections.some(
      (other) =>
        other.id === section.address ||
        (other !== section && other.is === 'pages' && other.address === section.address),
    ))

const pageFaults = ({ page, at }: PagePlace): readonly string[] => [
  ...(page.parts === undefined || page.parts.some(({ id }) => id === page.id)
    ? []
    : [`${at}: the page has the id of none that stands on it`]),
  ...(unsafe(page.id, address) ? [`${at}: the page’s id is not safe in an address`] : []),
  ...(includes(fixedPages, page.id) ? [`${at}: the page’s address is taken by a page of every section`] : []),
  ...twice(Object.entries(page.questions).flatMap(([id, question]) => fieldsOf(id, question))).map(
    (field) => `${at}: two controls have the name ${field}`,
  ),
]

const questionFaults = ({ id, question, at }: QuestionPlace): readonly string[] => [
  ...(unsafe(id, name) ? [`${at}: the question’s id ${id} is not safe as a field’s name`] : []),
  ...(includes(fixedFields, id) ? [`${at}: the question’s id ${id} is a field of every form`] : []),
  ...Object.keys(question.kind === 'choice' || question.kind === 'choices' ? question.options : noOptions)
    .filter((option) => unsafe(option, value))
    .map((option) => `${at}: the option ${option} of ${id} is not safe as a value`),
]

const noOptions: Options = {}

const plainIds = (questions: readonly QuestionPlace[]): readonly string[] =>
  questions.filter(({ section }) => section.is === 'pages').map(({ id }) => id)

// __proto__, constructor and the like are keys of every object.
const unsafe = (id: string, shape: RegExp): boolean => !shape.test(id) || id in Object.prototype

const includes = (all: readonly string[], one: string): boolean => all.includes(one)
