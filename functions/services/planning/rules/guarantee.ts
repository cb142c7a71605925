// The planning guarantee: the fee goes back when an application is not decided in time and no longer time was agreed in writing
// (SI 2012/2920, regulation 9A; regulation 16 for details of conditions).
import { addDays, type Day, inFullWords } from '#domain/day.ts'
import type { Step, Traced } from '#domain/rules/trace.ts'
import type { CaseFacts } from './case-facts.ts'
import { conditionFees, refundRegulation } from './sources.ts'

export type Guarantee = {
  // The last day to decide and keep the fee.
  readonly ends: Day
  // From this day the fee is to be given back.
  readonly refundFrom: Day
  // The day to make a task of it.
  readonly warnOn: Day
}

export const guaranteeFor = (facts: CaseFacts, valid: Day, extended: boolean): Traced<Guarantee> | undefined => {
  const found = termFor(facts)
  if (found === undefined || extended) return undefined
  const ends = addDays(valid, found.days)
  return {
    value: { ends, refundFrom: addDays(ends, 1), warnOn: addDays(ends, -14) },
    steps: [stepFor(found, ends)],
  }
}

export const guaranteeDays = (facts: CaseFacts): number | undefined => termFor(facts)?.days

type Term = { readonly days: number; readonly words: string; readonly source: Step['source'] }

// 16 weeks begin with the day after it is received, 26 weeks with that day itself: the regulation says so.
const sixteen: Term = { days: 112, words: '16 weeks', source: refundRegulation }
const twentySix: Term = { days: 26 * 7 - 1, words: '26 weeks', source: refundRegulation }
const twelve: Term = { days: 84, words: '12 weeks', source: conditionFees }

const termFor = ({ code, major, environmental }: CaseFacts): Term | undefined => {
  if (code === 'approval.conditions') return twelve
  if (code === 'pp.pip') return twentySix
  const counts = code.startsWith('pp.') || code === 'approval.reservedMatters' || code === 'amendment.minorMaterial'
  if (!counts) return undefined
  return major || environmental ? twentySix : sixteen
}

const stepFor = ({ words, source }: Term, ends: Day): Step => ({
  rule: 'GUARANTEE',
  words: `The fee is given back if it is not decided in ${words}, by ${inFullWords(ends)}, unless a longer time was agreed in writing.`,
  used: [],
  source,
  pack: 'fees-2023-12-06',
})
