// Is each answer that a case is found by one that its form asks?
import { beneath } from '#domain/forms/fields/index.ts'
import type { Question } from '#domain/forms/question.ts'
import type { Finding } from '#domain/people/findable.ts'
import type { Service } from '../service.ts'

export const findFaults = ({ id, form, finds }: Service): readonly string[] => {
  if (finds === undefined) return []
  const { people, phones = [], emails = [], numbers = [], addresses = [] } = finds
  const questions = new Map(
    form.sections.flatMap(({ pages }) => pages.flatMap((page) => Object.entries(page.questions))),
  )
  return [
    ...people.flatMap(({ name, born = [] }) => [name, born].flat()),
    ...phones,
    ...emails,
    ...numbers,
    ...addresses,
  ]
    .filter((finding) => !isAsked(questions, finding))
    .map((finding) => `${id}: a case is found by ${wordsFor(finding)}, which no page of its form asks`)
}

const isAsked = (questions: ReadonlyMap<string, Question>, finding: Finding): boolean => {
  if (typeof finding === 'string') return questions.has(finding)
  const over = questions.get(finding.under)
  return over !== undefined && beneath(over).some(({ label }) => label === finding.label)
}

const wordsFor = (finding: Finding): string =>
  typeof finding === 'string' ? finding : `“${finding.label}” under ${finding.under}`
