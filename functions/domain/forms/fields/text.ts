// A line of text: names, references, share codes.
import { hasControl, nounOf, unspaced } from '../clean.ts'
import { decimalOf, numeralOf } from '../numeral.ts'
import type { TextQuestion } from '../question.ts'
import { single } from '../single.ts'

export const text = single<TextQuestion>({
  wrong: (value, { question }) => {
    const found = read(value, question)
    if (found.length > question.most) return `${nounOf(question)} must be ${question.most} characters or fewer`
    if (hasControl(value)) return `${nounOf(question)} must only include letters, numbers and usual punctuation`
    return question.pattern === undefined || question.pattern.test.test(found) ? undefined : question.pattern.words
  },
  answer: (value, { question }) => read(value, question),
  shown: (value) => [value],
  example: (pick, { question }) =>
    question.example ?? 'Ada Okoro Field Lane'.slice(0, Math.max(1, Math.min(question.most, 2 + pick(12)))).trim(),
})

const read = (value: string, { reads }: TextQuestion): string => {
  if (reads === 'code') return unspaced(value)
  const number = reads === 'number' ? numeralOf(value) : undefined
  return number === undefined ? value : decimalOf(number)
}
