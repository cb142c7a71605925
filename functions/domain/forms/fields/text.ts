// A line of text: names, references, share codes.
import { hasControl, nounOf } from '../clean.ts'
import type { TextQuestion } from '../question.ts'
import { single } from '../single.ts'

export const text = single<TextQuestion>({
  wrong: (value, { question }) => {
    if (value.length > question.most) return `${nounOf(question)} must be ${question.most} characters or fewer`
    if (hasControl(value)) return `${nounOf(question)} must only include letters, numbers and usual punctuation`
    return question.pattern === undefined || question.pattern.test.test(value) ? undefined : question.pattern.words
  },
  answer: (value) => value,
  shown: (value) => [value],
  example: (pick, { question }) =>
    question.example ?? 'Ada Okoro Field Lane'.slice(0, Math.max(1, Math.min(question.most, 2 + pick(12)))).trim(),
})
