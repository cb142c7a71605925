// Conditions and agreements read only what was asked before, and ask of each answer what its kind can say.
import { readBy } from '../agreement.ts'
import type { Condition, Test } from '../condition.ts'
import { wait } from '../fields/slot-day.ts'
import type { Form, Page, Section } from '../form.ts'
import type { Question } from '../question.ts'
import { partConditions } from '../together.ts'
import { found, type PagePlace, type QuestionPlace } from './places.ts'

type Questions = ReadonlyMap<string, QuestionPlace>

type Reading = {
  readonly at: string
  readonly section: Section | undefined
  // A question may be read when its page's order is below this.
  readonly before: number
}

export const orderFaults = (form: Form, pages: readonly PagePlace[], questions: Questions): readonly string[] => [
  ...form.sections.flatMap((section) => {
    const first = pages.find((place) => place.section === section)
    const reading = { at: `${form.id}, ${section.id}`, section: undefined, before: first?.order ?? 0 }
    return section.when === undefined ? [] : conditionFaults(form, section.when, reading, questions)
  }),
  ...pages.flatMap((place) => pageFaults(form, place, questions)),
]

const pageFaults = (form: Form, { page, section, order, at }: PagePlace, questions: Questions): readonly string[] => {
  const own = { at, section, before: order + 1 }
  return [
    ...conditionsOf(page).flatMap((when) => conditionFaults(form, when, { at, section, before: order }, questions)),
    ...(page.exits ?? []).flatMap(({ when }) => conditionFaults(form, when, own, questions)),
    ...(page.agrees ?? []).flatMap((agreement) =>
      readBy(agreement).flatMap((id) => readFaults(id, own, questions).slice(0, 1)),
    ),
  ]
}

// Those of its parts stand for its own.
const conditionsOf = (page: Page): readonly Condition[] => [
  ...(page.parts === undefined ? [page.when ?? []].flat() : partConditions(page)),
  ...[page.theirs ?? []].flat(),
]

const conditionFaults = (
  form: Form,
  condition: Condition,
  reading: Reading,
  questions: Questions,
): readonly string[] => {
  switch (condition.is) {
    case 'all':
    case 'any':
      return condition.of.flatMap((part) => conditionFaults(form, part, reading, questions))
    case 'not':
      return conditionFaults(form, condition.of, reading, questions)
    case 'some': {
      const section = form.sections.find(({ id }) => id === condition.section)
      if (section?.is !== 'many') return [`${reading.at}: reads the list ${condition.section}, which there is not`]
      return conditionFaults(form, condition.of, { ...reading, section }, questions)
    }
    case 'answered':
    case 'aged':
    case 'apart':
      return [
        ...readFaults(condition.question, reading, questions),
        ...testFaults(condition, found(questions, condition.question, reading.section), reading.at),
      ]
  }
}

const readFaults = (id: string, { at, section, before }: Reading, questions: Questions): readonly string[] => {
  const place = found(questions, id, section)
  if (place === undefined) return [`${at}: reads ${id}, which no page asks`]
  return place.order < before ? [] : [`${at}: reads ${id}, which is asked later or on the same page`]
}

const testFaults = (
  condition: Extract<Condition, { question: string }>,
  place: QuestionPlace | undefined,
  at: string,
): readonly string[] => {
  if (place === undefined) return []
  const { question, id } = place
  if (condition.is !== 'answered')
    return question.kind === 'date' ? [] : [`${at}: reads ${id} as a date, which it is not`]
  const unknown = valuesIn(condition.test).filter((value) => !canBe(question, condition.test, value))
  const wrong = isNumeric(condition.test) && question.kind !== 'count' && question.kind !== 'money'
  const nowhere = condition.test.test === 'near-edge' && !(question.kind === 'boundary' && question.land?.core)
  const noPlan = condition.test.test === 'on-plan' && !(question.kind === 'boundary' && question.plan)
  return [
    ...(noPlan ? [`${at}: reads ${id} as shown on a plan, which it cannot be`] : []),
    ...(nowhere ? [`${at}: reads ${id} as a place with an edge, which it is not`] : []),
    ...unknown.map((value) => `${at}: tests if ${id} is ${value}, which it cannot be`),
    ...(wrong ? [`${at}: reads ${id} as a number, which it is not`] : []),
  ]
}

const valuesIn = (test: Test): readonly string[] => {
  switch (test.test) {
    case 'equals':
    case 'includes':
      return [test.value]
    case 'oneOf':
    case 'includesAny':
      return test.values
    case 'atLeast':
    case 'under':
    case 'given':
    case 'near-edge':
    case 'on-plan':
      return []
  }
}

const canBe = (question: Question, { test }: Test, value: string): boolean => {
  const several = test === 'includes' || test === 'includesAny'
  if (question.kind === 'choices') return several && Object.hasOwn(question.options, value)
  if (several) return false
  if (question.kind === 'slot-day') return value === wait && question.instead !== undefined
  if (question.kind === 'choice') return Object.hasOwn(question.options, value)
  return question.kind === 'yes-no' ? value === 'yes' || value === 'no' : value === 'yes'
}

const isNumeric = ({ test }: Test): boolean => test === 'atLeast' || test === 'under'
