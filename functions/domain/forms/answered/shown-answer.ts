// An answer in the words that the form itself uses for it.
import { inWords } from '#domain/day.ts'
import { thousands } from '../clean.ts'
import { inPounds } from '../fields/money.ts'
import type { Options, Question } from '../question.ts'

export const shownAnswer = (question: Question, answer: unknown): string => {
  switch (question.kind) {
    case 'choice':
      return labelOf(question.options, String(answer))
    case 'choices':
      return Array.isArray(answer) ? answer.map((one) => labelOf(question.options, String(one))).join(', ') : ''
    case 'yes-no':
      return answer === 'yes' ? 'Yes' : 'No'
    case 'date':
      return question.monthOnly === true ? inWords(String(answer)).replace(/^\d+ /, '') : inWords(String(answer))
    case 'money':
      return inPounds(Number(answer)) + (question.per === undefined ? '' : ` a ${question.per}`)
    case 'count':
      return [String(answer), question.suffix].filter(Boolean).join(' ')
    case 'measure':
      return `${withThousands(String(answer))} ${question.unit}`
    default:
      return typeof answer === 'string' ? answer : ''
  }
}

// "26000.5" → "26,000.5"
const withThousands = (decimal: string): string => {
  const [whole = '', part] = decimal.split('.')
  return thousands(whole) + (part === undefined ? '' : `.${part}`)
}

const labelOf = (options: Options, id: string): string => options[id]?.label ?? id
