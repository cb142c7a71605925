// Any of several: checkboxes, where "none of these" stands alone (Design System, checkboxes with a "none" option).
import type { Kind, Problem, QuestionAsked, Typed } from '../kind.ts'
import type { ChoicesQuestion } from '../question.ts'

export const choices: Kind<ChoicesQuestion> = {
  fields: (id) => [id],
  read: (typed, asked) =>
    picked(typed, asked).length > 0 && check(typed, asked).length === 0 ? picked(typed, asked) : undefined,
  check: (typed, asked) => check(typed, asked),
  show: (typed, asked) =>
    check(typed, asked).length === 0
      ? picked(typed, asked).map((value) => asked.question.options[value]?.label ?? value)
      : [],
  sample: (pick, { id, question }) => {
    const ids = Object.keys(question.options).filter((option) => question.options[option]?.none !== true)
    const some = ids.filter(() => pick(2) === 1)
    return { [id]: some.length > 0 ? some : [ids[pick(ids.length)] ?? Object.keys(question.options)[0] ?? ''] }
  },
}

const check = (typed: Typed, asked: QuestionAsked<ChoicesQuestion>): readonly Problem[] => {
  const { id, question } = asked
  const given = (typed[id] ?? []).filter((value) => value !== '')
  if (given.length === 0) return question.optional === true ? [] : [{ field: id, words: question.missing }]
  if (given.some((value) => !Object.hasOwn(question.options, value))) return [{ field: id, words: question.missing }]
  const alone = given.find((value) => question.options[value]?.none === true)
  if (alone === undefined || new Set(given).size === 1) return []
  const label = question.options[alone]?.label ?? 'None'
  // The words for nothing selected may say so already (Design System, checkboxes with a "none" option).
  const words = question.missing.includes(', or ') ? question.missing : `${question.missing}, or select ‘${label}’`
  return [{ field: id, words }]
}

// In the order of the options, whatever order they were posted in.
const picked = (typed: Typed, { id, question }: QuestionAsked<ChoicesQuestion>): readonly string[] =>
  Object.keys(question.options).filter((option) => typed[id]?.includes(option) ?? false)
