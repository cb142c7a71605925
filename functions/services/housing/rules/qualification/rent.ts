// Whether the rent is too much for the household's income (C-AFF). Whole pence a year, so that weeks and months compare.
import type { Lookup } from '#domain/forms/condition.ts'
import { inPounds } from '#domain/forms/fields/money.ts'
import type { RuleStep } from '#domain/rules/trace.ts'
import { incomeReads, rentReads } from '../ground/fact-reads.ts'
import { usedIn } from '../ground/used.ts'
import type { HousingPack } from '../packs/housing-pack.ts'
import { meansOf } from './means.ts'

const timesAYear: Readonly<Record<string, number>> = { week: 52, fortnight: 26, fourWeeks: 13, month: 12 }

// Undefined where there is no rent, or none is left after help with it.
export const rentBurden = (
  lookup: Lookup,
  pack: HousingPack,
): { readonly heavy: boolean; readonly step: RuleStep } | undefined => {
  const rent = lookup.answer('rent')
  const help = lookup.answer('rentHelp')
  const times = timesAYear[String(lookup.answer('rentEvery'))]
  if (typeof rent !== 'number' || typeof help !== 'number' || times === undefined || rent <= help) return undefined
  const left = (rent - help) * times
  const means = meansOf(lookup, pack.means)
  const income = means.income + means.benefits
  const heavy = left * 100 > income * pack.rentShare.value
  return { heavy, step: step(lookup, `${shares(left, income)} ${limit(pack)}`, pack) }
}

const shares = (left: number, income: number): string =>
  `The rent left after help is ${inPounds(left)} a year, and the household’s income is ${inPounds(income)}.`

const limit = (pack: HousingPack): string => `A share above ${pack.rentShare.value}% is not affordable.`

const step = (lookup: Lookup, words: string, pack: HousingPack): RuleStep => ({
  rule: 'AFF',
  words,
  used: usedIn(lookup, [...rentReads, ...incomeReads]),
  source: pack.rentShare.source,
  pack: pack.name,
  ...(pack.rentShare.confirm === undefined ? {} : { confirm: pack.rentShare.confirm }),
})
