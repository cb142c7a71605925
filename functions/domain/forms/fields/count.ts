// A whole number of things: children, bedrooms, nights.
import { nounOf } from '../clean.ts'
import type { CountQuestion } from '../question.ts'
import { single } from '../single.ts'

export const count = single<CountQuestion>({
  wrong: (value, { question }) => {
    const digits = value.replace(/[\s,]/g, '')
    if (!/^-?\d{1,12}$/.test(digits))
      return /^-?\d+\.\d+$/.test(digits)
        ? `${nounOf(question)} must be a whole number`
        : `${nounOf(question)} must be a number, like 3`
    const given = Number(digits)
    if (given < question.least) return `${nounOf(question)} must be ${question.least} or more`
    return given > question.most
      ? `${nounOf(question)} must be ${question.most.toLocaleString('en-GB')} or fewer`
      : undefined
  },
  answer: (value) => Number(value.replace(/[\s,]/g, '')),
  shown: (value, { question }) => [[thousandsOf(value), question.suffix].filter(Boolean).join(' ')],
  example: (pick, { question }) => String(question.least + pick(Math.min(question.most - question.least, 20) + 1)),
})

const thousandsOf = (value: string): string => Number(value.replace(/[\s,]/g, '')).toLocaleString('en-GB')
