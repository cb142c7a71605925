// The row of the Schedule that each kind of development falls in, and what it comes to.

import { first } from '#domain/forms/clean.ts'
import { inPounds } from '#domain/forms/fields/money.ts'
import type { RuleStep, Source, Traced } from '#domain/rules/trace.ts'
import { amountIn, scaleOfFees } from '../ground/sources.ts'
import type { Development, FeeAnswers, Topic } from './facts.ts'
import { type Charged, type Scale, scaleChargeFor } from './scale.ts'
import { buildingsScale, farmScale, glasshouseScale, homesScale, operationsScale, plantScale } from './scales.ts'
import type { FeeName, FeeSchedule } from './schedule.ts'

// The day's amounts, and the answers to name in the working.
export type FeeSums = { readonly schedule: FeeSchedule; readonly said?: FeeAnswers }

export const developmentFee = (development: Development, sums: FeeSums): Traced<number> => {
  switch (development.is) {
    case 'homes':
      return byScale(row('DW', 'New homes', 'homes'), homesScale, development.homes, sums)
    case 'homes-by-change':
      return byScale(row('DW', 'Homes made by a change of use', 'homes'), homesScale, development.homes, sums)
    case 'alter-homes':
      return development.homes === 'one'
        ? byName(row('HH1', 'Extending or altering one home', 'works'), 'oneHome', sums)
        : byName(row('HH3', 'Extending or altering more than one home', 'works'), 'severalHomes', sums)
    case 'home-grounds':
      return byName(row('HH2', 'Work in the grounds of a home or along its boundary', 'works'), 'homeGrounds', sums)
    case 'buildings':
      return byScale(row('BLD', 'Buildings that are not homes', 'floor'), buildingsScale, development.floor, sums)
    case 'farm-buildings':
      return byScale(row('AG', 'Buildings for farming', 'floor'), farmScale, development.floor, sums)
    case 'glasshouses':
      return byScale(row('GL', 'Glasshouses for farming', 'floor'), glasshouseScale, development.floor, sums)
    case 'plant':
      return byScale(row('PL', 'Plant or machinery', 'site'), plantScale, development.site, sums)
    case 'operations':
      return byScale(row('OP', 'Other works', 'site'), operationsScale, development.site, sums)
    case 'access':
      return byName(row('CP', 'Car parks, roads and ways in for the use that is there', 'works'), 'smallWorks', sums)
    case 'change-of-use':
      return byName(row('CU', 'Change of use', 'works'), 'unit', sums)
  }
}

export type FeeRow = { readonly rule: string; readonly what: string; readonly topic: Topic; readonly source: Source }

export const row = (rule: string, what: string, topic: Topic, source: Source = scaleOfFees): FeeRow => ({
  rule,
  what,
  topic,
  source,
})

// In pence.
export const byScale = (of: FeeRow, scale: Scale, amount: number, sums: FeeSums): Traced<number> => {
  const charged = scaleChargeFor(scale, amount, sums.schedule)
  return priced(of, charged, sums)
}

export const byName = (of: FeeRow, fee: FeeName, sums: FeeSums): Traced<number> => {
  const pounds = sums.schedule.amount(fee).value
  return priced(of, { pounds, words: `${inPounds(pounds * 100)}.`, fees: [fee] }, sums)
}

const priced = (of: FeeRow, charged: Charged, sums: FeeSums): Traced<number> => ({
  value: charged.pounds * 100,
  steps: [stepOf(of, charged, sums)],
})

const stepOf = (of: FeeRow, { words, fees }: Charged, { schedule, said }: FeeSums): RuleStep => {
  const confirm = fees.flatMap((fee) => schedule.amount(fee).confirm ?? [])[0]
  return {
    rule: of.rule,
    words: `${of.what}. ${first(words)}`,
    used: said?.[of.topic] ?? [],
    source: amountIn(of.source, schedule.validFrom),
    ...(confirm === undefined ? {} : { confirm }),
  }
}
