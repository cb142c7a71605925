// Income and capital of the adults against the scheme's limits for the bedrooms they need
// (docs/rules/housing.md, "Other reasons not to qualify"). All in pence.

import { holds, type Lookup } from '#domain/forms/condition.ts'
import { inPounds } from '#domain/forms/fields/money.ts'
import type { RuleStep } from '#domain/rules/trace.ts'
import { jointApplicant } from '#services/housing/ground/facts.ts'
import { capitalReads, incomeReads } from '../ground/fact-reads.ts'
import { usedIn } from '../ground/used.ts'
import type { FindingOutcome, HousingPack, MeansLimit, MeansRules } from '../packs/housing-pack.ts'

export type Means = {
  // Pay, pensions and other income in a year, and benefits apart: they include help for a disability or with rent.
  readonly income: number
  readonly benefits: number
  readonly capital: number
}

// Of the applicant, joint applicants and those whom the scheme counts: a lodger's or a grown-up child's money is their own.
export const meansOf = (lookup: Lookup, { incomeOf, leftOutLumpSums: left }: MeansRules): Means => {
  const leftOutLumpSums = left.value
  const counts = (person: Lookup) =>
    holds(jointApplicant, person) || incomeOf.value.includes(String(person.answer('relationship') ?? ''))
  const adults = [lookup, ...lookup.items('people').filter(counts)]
  const lumpSum = leftOutLumpSums.includes(String(lookup.answer('lumpSumKind'))) ? pence(lookup, 'lumpSumAmount') : 0
  const savings = sum(adults, (adult) => pence(adult, 'savings') + pence(adult, 'investments'))
  return {
    income: sum(
      adults,
      (adult) => pence(adult, 'grossPay') + pence(adult, 'pensionIncome') + pence(adult, 'otherIncome'),
    ),
    benefits: sum(adults, (adult) => pence(adult, 'benefitIncome') * 12),
    // An injury payment from the forces may be in the savings: what is left of it is not counted.
    capital: Math.max(savings - lumpSum, 0) + pence(lookup, 'propertyValue'),
  }
}

// Over a limit on pay, pensions and savings alone: not qualifying. Over it only with benefits: an officer looks.
export const meansFinding = (
  lookup: Lookup,
  bedrooms: number,
  pack: HousingPack,
): { readonly outcome: FindingOutcome; readonly step: RuleStep } | undefined => {
  const limit = limitFor(bedrooms, pack.means.limits.value)
  if (limit === undefined) return undefined
  const means = meansOf(lookup, pack.means)
  const over = overLimit(means, limit)
  if (over === undefined) return undefined
  const { source, confirm } = pack.means.limits
  return {
    outcome: over.outcome,
    step: {
      rule: 'Q-MEANS',
      words: over.words,
      used: usedIn(lookup, over.reads),
      source,
      pack: pack.name,
      ...(confirm === undefined ? {} : { confirm }),
    },
  }
}

const overLimit = (means: Means, limit: MeansLimit) => {
  if (means.capital > limit.capital) {
    const words = `Savings, investments and property come to ${inPounds(means.capital)}. The limit is ${inPounds(limit.capital)}.`
    return { outcome: 'not-qualifying', words, reads: capitalReads } as const
  }
  const most = `The limit for ${limit.bedrooms === 1 ? '1 bedroom or more' : `${limit.bedrooms} bedrooms`} is ${inPounds(limit.incomeAYear)}.`
  if (means.income > limit.incomeAYear) {
    const words = `Income without benefits comes to ${inPounds(means.income)} a year. ${most}`
    return { outcome: 'not-qualifying', words, reads: incomeReads } as const
  }
  if (means.income + means.benefits <= limit.incomeAYear) return undefined
  const words = `Income with benefits comes to ${inPounds(means.income + means.benefits)} a year. ${most} An officer will look at which benefits count.`
  return { outcome: 'refer', words, reads: incomeReads } as const
}

// The limit of the largest size that is not more than the need: a need of five is held to the limit for four or more.
const limitFor = (bedrooms: number, limits: readonly MeansLimit[]): MeansLimit | undefined =>
  limits.reduce<MeansLimit | undefined>((found, limit) => (limit.bedrooms <= bedrooms ? limit : found), undefined)

const sum = (adults: readonly Lookup[], each: (adult: Lookup) => number): number =>
  adults.reduce((total, adult) => total + each(adult), 0)

const pence = (lookup: Lookup, question: string): number => {
  const answer = lookup.answer(question)
  return typeof answer === 'number' ? answer : 0
}
