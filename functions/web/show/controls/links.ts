// Where a line of the error summary leads: the control that has to change, or the first of several.
import type { Page } from '#domain/forms/form.ts'
import type { Problem } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import { type Circumstances, modeOf } from './address.ts'
import { revealedBy } from './choice.ts'
import { dateFieldsOf } from './date.ts'

export const linkTo = (problem: Problem, page: Page, around: Circumstances): string => {
  const questions = { ...page.questions, ...Object.assign({}, ...Object.values(page.questions).flatMap(revealedBy)) }
  const question = Object.hasOwn(questions, problem.field) ? questions[problem.field] : undefined
  return `#${question === undefined ? problem.field : firstOf(problem.field, question, around)}`
}

const firstOf = (id: string, question: Question, around: Circumstances): string => {
  switch (question.kind) {
    case 'date':
      return `${id}-${dateFieldsOf(question)[0]}`
    case 'address':
      return `${id}-${{ search: 'search', pick: 'pick', manual: 'line1', chosen: 'line1' }[modeOf({ ...around, id })]}`
    default:
      return id
  }
}
