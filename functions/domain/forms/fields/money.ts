// An amount in pounds and pence, kept in pence.
import { nounOf, thousands } from '../clean.ts'
import { numeralOf, writtenOf } from '../numeral.ts'
import type { MoneyQuestion } from '../question.ts'
import { single } from '../single.ts'

export const money = single<MoneyQuestion>({
  wrong: (value, { question }) => {
    const noun = nounOf(question)
    const [pence, period] = [penceOf(value), periodOf(value)]
    if (period === 'other') return `${noun} must be an amount in pounds, like 1,200 or 12.50`
    if (pence === undefined) return `${noun} must be an amount of money, like 1,200 or 12.50`
    if (period !== undefined && period !== question.per)
      return question.per === undefined
        ? `${noun} must be the whole amount`
        : `${noun} must be an amount a ${question.per}`
    return pence > question.most * 100 ? `${noun} must be £${thousands(String(question.most))} or less` : undefined
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
  const { before, digits } = writtenOf(value)
  const found = /^(£|gbp)?$/i.test(before) ? numeralOf(digits) : undefined
  if (found === undefined || found.part.length > 2) return undefined
  return Number(found.whole) * 100 + Number(found.part.padEnd(2, '0'))
}

const periods: Readonly<Record<string, RegExp>> = {
  week: /^(pw|p\/w|weekly|(per|a|each|every|\/) ?(wk|week))\.?$/,
  month: /^(pcm|pm|p\/m|monthly|(per|a|each|every|\/) ?(calendar )?(mth|month))\.?$/,
  year: /^(pa|p\.a|p\/a|yearly|annually|annual|(per|a|each|every|\/) ?(yr|year|annum))\.?$/,
}

// What stands behind the digits: nothing or "pounds" says nothing; "other" changes the size (pence,
// thousands, another currency).
const periodOf = (value: string): string | undefined => {
  const { before, behind } = writtenOf(value)
  const left = behind.toLowerCase().replace(/^(pounds?|gbp|quid|sterling)\b\.? ?/, '')
  if (/[$€]|eur|usd/i.test(before)) return 'other'
  if (left === '') return undefined
  return Object.keys(periods).find((period) => periods[period]?.test(left)) ?? 'other'
}
