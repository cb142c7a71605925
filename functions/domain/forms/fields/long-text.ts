// Several lines of text, with a limit that the page counts down to.
import { hasControl, lines, nounOf } from '../clean.ts'
import type { LongTextQuestion } from '../question.ts'
import { single } from '../single.ts'

export const longText = single<LongTextQuestion>({
  value: lines,
  wrong: (value, { question }) => {
    if (value.length > question.most)
      return `${nounOf(question)} must be ${question.most.toLocaleString('en-GB')} characters or fewer`
    return hasControl(value)
      ? `${nounOf(question)} must only include letters, numbers and usual punctuation`
      : undefined
  },
  answer: (value) => value,
  shown: (value) => value.split('\n'),
  example: (pick) =>
    ['The damp is worst in the back bedroom.', 'Stairs are hard for me.\nI use a stick.'][pick(2)] ?? 'Yes',
})
