// One of a few: radios.
import type { ChoiceQuestion } from '../question.ts'
import { single } from '../single.ts'

export const choice = single<ChoiceQuestion>({
  wrong: (value, { question }) => (Object.hasOwn(question.options, value) ? undefined : question.missing),
  answer: (value) => value,
  shown: (value, { question }) => [question.options[value]?.label ?? value],
  example: (pick, { question }) => {
    const ids = Object.keys(question.options)
    return ids[pick(ids.length)] ?? ''
  },
})
