// A measurement: metres, square metres, hectares. Kept as decimal text, never as a floating-point number.
import { nounOf, thousands } from '../clean.ts'
import { decimalOf, type Numeral, numeralOf, writtenOf } from '../numeral.ts'
import type { MeasureQuestion } from '../question.ts'
import { single } from '../single.ts'
import { isUnit } from '../units.ts'

export const measure = single<MeasureQuestion>({
  wrong: (value, { question }) => {
    const [noun, { before, digits, behind }] = [nounOf(question), writtenOf(value)]
    const found = before === '' ? numeralOf(digits) : undefined
    if (found === undefined) return `${noun} must be a number, like 12.5`
    if (!isUnit(behind, question.unit)) return `${noun} must be in ${question.unit}, like 12.5`
    if (found.part.length > question.decimals) return `${noun} must have ${placesIn(question.decimals)}`
    return Number(decimalOf(found)) > question.most
      ? `${noun} must be ${thousands(String(question.most))} or less`
      : undefined
  },
  answer: (value) => decimalOf(read(value)),
  shown: (value, { question }) => {
    const [whole = '0', part] = decimalOf(read(value)).split('.')
    return [`${thousands(whole)}${part === undefined ? '' : `.${part}`} ${question.unit}`]
  },
  example: (pick, { question }) =>
    `${1 + pick(Math.min(question.most, 200))}${question.decimals > 0 ? `.${pick(10)}` : ''}`.replace(/\.0$/, ''),
})

const placesIn = (decimals: number): string =>
  decimals === 0 ? 'no decimal places' : `${decimals} decimal places or fewer`

const read = (value: string): Numeral => numeralOf(writtenOf(value).digits) ?? { whole: '', part: '' }
