// A measurement: metres, square metres, hectares. Kept as decimal text, never as a floating-point number.
import { nounOf, thousands } from '../clean.ts'
import type { MeasureQuestion } from '../question.ts'
import { single } from '../single.ts'

const shape = /^(\d{1,12})(?:\.(\d{1,8}))?$/

export const measure = single<MeasureQuestion>({
  wrong: (value, { question }) => {
    const found = shape.exec(tidy(value))
    if (found === null) return `${nounOf(question)} must be a number, like 12.5`
    if ((found[2] ?? '').length > question.decimals)
      return `${nounOf(question)} must have ${question.decimals === 0 ? 'no decimal places' : `${question.decimals} decimal places or fewer`}`
    return Number(found[0]) > question.most
      ? `${nounOf(question)} must be ${thousands(String(question.most))} or less`
      : undefined
  },
  answer: normal,
  shown: (value, { question }) => {
    const [whole = '0', part] = normal(value).split('.')
    return [`${thousands(whole)}${part === undefined ? '' : `.${part}`} ${question.unit}`]
  },
  example: (pick, { question }) =>
    `${1 + pick(Math.min(question.most, 200))}${question.decimals > 0 ? `.${pick(10)}` : ''}`.replace(/\.0$/, ''),
})

const tidy = (value: string): string => value.replace(/[\s,]/g, '')

// Without leading or trailing noughts: "012.50" is "12.5".
function normal(value: string): string {
  const [whole = '', part = ''] = tidy(value).split('.')
  const decimals = part.replace(/0+$/, '')
  return `${whole.replace(/^0+(?=\d)/, '')}${decimals === '' ? '' : `.${decimals}`}`
}
