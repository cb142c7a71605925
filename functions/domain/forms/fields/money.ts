// An amount in pounds and pence, kept in pence.
import { nounOf, thousands } from '../clean.ts'
import type { MoneyQuestion } from '../question.ts'
import { single } from '../single.ts'

const shape = /^(\d{1,12})(?:\.(\d{1,2}))?$/

export const money = single<MoneyQuestion>({
  wrong: (value, { question }) => {
    const pence = penceOf(value)
    if (pence === undefined) return `${nounOf(question)} must be an amount of money, like 1,200 or 12.50`
    return pence > question.most * 100
      ? `${nounOf(question)} must be £${thousands(String(question.most))} or less`
      : undefined
  },
  answer: penceOf,
  shown: (value, { question }) => [
    inPounds(penceOf(value) ?? 0) + (question.per === undefined ? '' : ` a ${question.per}`),
  ],
  example: (pick, { question }) => `${pick(Math.min(question.most, 5000))}.${String(pick(100)).padStart(2, '0')}`,
})

// "£1,200" or "£1,200.50": pence only where there are some (GOV.UK style, money).
export const inPounds = (pence: number): string => {
  const rest = pence % 100
  return `£${thousands(String((pence - rest) / 100))}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`
}

function penceOf(value: string): number | undefined {
  const found = shape.exec(value.replace(/^£/, '').replace(/[\s,]/g, ''))
  return found === null ? undefined : Number(found[1]) * 100 + Number((found[2] ?? '0').padEnd(2, '0'))
}
