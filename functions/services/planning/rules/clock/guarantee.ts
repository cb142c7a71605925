// The planning guarantee: the fee goes back when an application is not decided in time and no longer time was agreed in writing
// (SI 2012/2920, regulation 9A; regulation 16 for details of conditions).
import { addDays, type Day, inFullWords } from '#domain/day.ts'
import type { RuleStep } from '#domain/rules/trace.ts'
import type { CaseFacts } from '../ground/case-facts.ts'
import { conditionFees, refundRegulation } from '../ground/sources.ts'

// Days after the application is valid in which it must be decided to keep the fee.
export const guaranteeDays = (facts: CaseFacts): number | undefined => guaranteeFor(facts)?.days

export const guaranteeStep = (facts: CaseFacts, refundFrom: Day): RuleStep => {
  const { words, source } = guaranteeFor(facts) ?? sixteen
  return {
    rule: 'GUARANTEE',
    words: `The last day to decide within ${words} is ${inFullWords(addDays(refundFrom, -1))}. The fee is given back from ${inFullWords(refundFrom)}, unless a longer time was agreed in writing.`,
    used: [...(facts.said?.type ?? []), ...(facts.said?.size ?? []), ...(facts.said?.environment ?? [])],
    source,
  }
}

type Guarantee = { readonly days: number; readonly words: string; readonly source: RuleStep['source'] }

// 16 weeks begin with the day after it is received, 26 weeks with that day itself: the regulation says so.
const sixteen: Guarantee = { days: 112, words: '16 weeks', source: refundRegulation }
const twentySix: Guarantee = { days: 26 * 7 - 1, words: '26 weeks', source: refundRegulation }
const twelve: Guarantee = { days: 84, words: '12 weeks', source: conditionFees }

const guaranteeFor = ({ code, major, environmental }: CaseFacts): Guarantee | undefined => {
  if (code === 'approval.conditions') return twelve
  if (code === 'pp.pip') return twentySix
  const counts = code.startsWith('pp.') || code === 'approval.reservedMatters' || code === 'amendment.minorMaterial'
  if (!counts) return undefined
  return major || environmental ? twentySix : sixteen
}
