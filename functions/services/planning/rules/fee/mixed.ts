// Development of several kinds in one application: homes and other buildings are added up; of anything else only the highest counts
// (SI 2012/2920, Schedule 1, paragraphs 13 and 14; Circular 04/2008).
import { inPounds } from '#domain/forms/fields/money.ts'
import { allOf, type RuleStep, sum, type Traced, withReasons } from '#domain/rules/trace.ts'
import { scaleOfFees } from '../ground/sources.ts'
import type { Development } from './facts.ts'
import { developmentFee, type FeeSums } from './rows.ts'

const built: readonly Development['is'][] = ['homes', 'homes-by-change', 'buildings', 'farm-buildings', 'glasshouses']

export const mixed = (developments: readonly Development[], sums: FeeSums): Traced<number> => {
  const fees = developments.map((one) => ({ is: one.is, fee: developmentFee(one, sums) }))
  const together = fees.filter(({ is }) => built.includes(is)).map(({ fee }) => fee)
  const others = fees.filter(({ is }) => !built.includes(is)).map(({ fee }) => fee)
  return highest([...(together.length === 0 ? [] : [added(together, sums)]), ...others], sums)
}

const added = (fees: readonly Traced<number>[], sums: FeeSums): Traced<number> => {
  const total = sum(fees)
  const words = `Homes and other buildings are added up: ${inPounds(total.value)}.`
  return fees.length === 1 ? total : withReasons(total, combining(words, sums))
}

const highest = (fees: readonly Traced<number>[], sums: FeeSums): Traced<number> => {
  const top = Math.max(0, ...fees.map((fee) => fee.value))
  const { steps } = allOf(fees)
  if (fees.length < 2) return { value: top, steps }
  return {
    value: top,
    steps: [...steps, combining(`Of several kinds of work only the highest fee counts: ${inPounds(top)}.`, sums)],
  }
}

const combining = (words: string, { said }: FeeSums): RuleStep => ({
  rule: 'FEE-3',
  words,
  used: said?.works ?? [],
  source: scaleOfFees,
  confirm: 'council to confirm',
})
