// A number of things: children, bedrooms, nights. Whole, but for hours and the like.
import { nounOf, thousands } from '../clean.ts'
import { decimalOf, numeralOf, writtenOf } from '../numeral.ts'
import type { CountQuestion } from '../question.ts'
import { single } from '../single.ts'
import { isUnit } from '../units.ts'

export const count = single<CountQuestion>({
  wrong: (value, { question }) => {
    const [noun, given] = [nounOf(question), numberOf(value)]
    if (given === undefined) return `${noun} must be a number, like 3`
    if (!isUnit(writtenOf(value).behind, question.suffix))
      return question.suffix === undefined
        ? `${noun} must be a number, like 3`
        : `${noun} must be in ${question.suffix}`
    if ((String(given).split('.')[1] ?? '').length > (question.decimals ?? 0))
      return question.decimals === undefined
        ? `${noun} must be a whole number`
        : `${noun} must have ${question.decimals} decimal places or fewer`
    if (given < question.least) return `${noun} must be ${question.least} or more`
    return given > question.most ? `${noun} must be ${thousands(String(question.most))} or fewer` : undefined
  },
  answer: numberOf,
  shown: (value, { question }) => [[inThousands(numberOf(value) ?? 0), question.suffix].filter(Boolean).join(' ')],
  example: (pick, { question }) => String(question.least + pick(Math.min(question.most - question.least, 20) + 1)),
})

// Less than nothing is read too, so that its words can name the least.
function numberOf(value: string): number | undefined {
  const { before, digits } = writtenOf(value)
  const found = before === '' || before === '-' ? numeralOf(digits) : undefined
  return found === undefined ? undefined : Number(`${before}${decimalOf(found)}`)
}

const inThousands = (given: number): string => {
  const [whole = '', part] = String(given).split('.')
  return `${thousands(whole)}${part === undefined ? '' : `.${part}`}`
}
