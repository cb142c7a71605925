// Conditions in words, and words that are safe in a Mermaid label.
import type { Condition, Test } from '#domain/forms/condition.ts'
import type { Form, Section } from '#domain/forms/form.ts'
import { named } from '#domain/forms/named.ts'
import type { Question } from '#domain/forms/question.ts'
import { found, type QuestionPlace } from '#domain/forms/sound/places.ts'

export type Drawing = { readonly form: Form; readonly questions: ReadonlyMap<string, QuestionPlace> }

// Quotes would end a label, and a number sign begins a code of Mermaid's own.
export const diagramLabel = (words: string): string => `"${words.replaceAll('#', '#35;').replaceAll('"', '#quot;')}"`

export const titleIn = (words: string, section: Section): string =>
  named(words, section.is === 'many' ? `the ${section.noun}` : undefined)

// "Who is filling in this form? – I am helping someone"
export const conditionWords = (drawing: Drawing, condition: Condition, section: Section | undefined): string => {
  switch (condition.is) {
    case 'all':
      return joined(drawing, condition.of, section, ' and ')
    case 'any':
      return joined(drawing, condition.of, section, ' or ')
    case 'not':
      return `not (${conditionWords(drawing, condition.of, section)})`
    case 'some': {
      const list = drawing.form.sections.find(({ id }) => id === condition.section)
      const noun = list?.is === 'many' ? list.noun : condition.section
      return `for at least one ${noun}: ${conditionWords(drawing, condition.of, list)}`
    }
    case 'answered':
      return answerWords(drawing, condition, section)
    case 'aged':
      return `age by ‘${asked(drawing, condition.question, section)}’ ${testWords(condition.test, undefined)}`
    case 'apart':
      return `years from the applicant’s ‘${asked(drawing, condition.question, section)}’ ${testWords(condition.test, undefined)}`
  }
}

const joined = (
  drawing: Drawing,
  of: readonly Condition[],
  section: Section | undefined,
  by: ' and ' | ' or ',
): string => {
  const parts = of.map((part) => {
    const words = conditionWords(drawing, part, section)
    return (part.is === 'all' || part.is === 'any') && part.of.length > 1 ? `(${words})` : words
  })
  return parts.length === 0 ? (by === ' and ' ? 'always' : 'never') : parts.join(by)
}

const answerWords = (
  drawing: Drawing,
  { question, test }: { readonly question: string; readonly test: Test },
  section: Section | undefined,
): string => {
  const place = found(drawing.questions, question, section)
  return `‘${asked(drawing, question, section)}’ ${testWords(test, place?.question)}`
}

const asked = ({ questions }: Drawing, id: string, section: Section | undefined): string => {
  const place = found(questions, id, section)
  return place === undefined ? id : titleIn(place.question.label ?? place.page.title, place.section)
}

const testWords = (test: Test, question: Question | undefined): string => {
  const said = (value: string) => optionLabel(question, value)
  switch (test.test) {
    case 'equals':
      return `is ${said(test.value)}`
    case 'oneOf':
      return `is ${test.values.map(said).join(' or ')}`
    case 'includes':
      return `includes ${said(test.value)}`
    case 'includesAny':
      return `includes ${test.values.map(said).join(' or ')}`
    case 'atLeast':
      return `is ${test.value} or more`
    case 'under':
      return `is less than ${test.value}`
    case 'given':
      return 'is answered'
    case 'near-edge':
      return 'is near the edge of the area'
    case 'on-plan':
      return 'is on a plan'
  }
}

const optionLabel = (question: Question | undefined, value: string): string => {
  if (question?.kind === 'choice' || question?.kind === 'choices') return `‘${question.options[value]?.label ?? value}’`
  return value === 'yes' || value === 'no' ? value : `‘${value}’`
}
