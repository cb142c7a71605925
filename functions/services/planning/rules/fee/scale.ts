// Scales of fees as the Schedule has them: bands of homes, of floor space or of site, each with its charge, and how a charge is worked out and said.
import { inPounds } from '#domain/forms/fields/money.ts'
import { unitsIn } from '../ground/area.ts'
import type { FeeName, FeeSchedule } from './schedule.ts'

export type Scale = {
  // One home, 75 square metres, 0.1 hectare: in whole numbers of the smallest part.
  readonly unit: number
  readonly bands: readonly Band[]
  readonly words: ScaleWords
}

export type ScaleWords = {
  // "home", "0.1 hectare": one unit.
  readonly unit: string
  readonly amount: (amount: number) => string
}

// The first band that the amount falls within decides.
export type Band = { readonly upTo?: number; readonly below?: number; readonly charge: Charge }

type Charge =
  | { readonly is: 'flat'; readonly fee: FeeName }
  | { readonly is: 'each'; readonly fee: FeeName; readonly most?: FeeName }
  // A first sum for everything up to `over`, and a fee for each unit above it.
  | {
      readonly is: 'base'
      readonly base: FeeName
      readonly over: number
      readonly each: FeeName
      readonly most?: FeeName
    }

export type Charged = { readonly pounds: number; readonly words: string; readonly fees: readonly FeeName[] }

export const scaleChargeFor = (scale: Scale, amount: number, schedule: FeeSchedule): Charged => {
  const charge = bandFor(scale, amount).charge
  switch (charge.is) {
    case 'flat':
      return flat(scale, amount, charge.fee, schedule)
    case 'each':
      return capped(each(scale, amount, charge, schedule), charge.most, schedule)
    case 'base':
      return capped(above(scale, amount, charge, schedule), charge.most, schedule)
  }
}

const bandFor = (scale: Scale, amount: number): Band => {
  const within = ({ upTo, below }: Band): boolean =>
    (upTo === undefined || amount <= upTo) && (below === undefined || amount < below)
  const found = scale.bands.find(within)
  if (found === undefined) throw new Error('The last band of a scale has no end')
  return found
}

const flat = (scale: Scale, amount: number, fee: FeeName, schedule: FeeSchedule): Charged => {
  const pounds = schedule.amount(fee).value
  return { pounds, words: `${scale.words.amount(amount)}: ${whole(pounds)}.`, fees: [fee] }
}

type Each = Extract<Charge, { is: 'each' }>
type Base = Extract<Charge, { is: 'base' }>

const each = (scale: Scale, amount: number, charge: Each, schedule: FeeSchedule): Charged => {
  const rate = schedule.amount(charge.fee).value
  const units = unitsIn(amount, scale.unit)
  const pounds = units * rate
  return {
    pounds,
    words: `${scale.words.amount(amount)}, at ${whole(rate)} for each ${scale.words.unit}${partOf(scale)}: ${units} × ${whole(rate)} = ${whole(pounds)}.`,
    fees: [charge.fee],
  }
}

const above = (scale: Scale, amount: number, charge: Base, schedule: FeeSchedule): Charged => {
  const [base, rate] = [schedule.amount(charge.base).value, schedule.amount(charge.each).value]
  const units = unitsIn(Math.max(0, amount - charge.over), scale.unit)
  const pounds = base + units * rate
  return {
    pounds,
    words: `${scale.words.amount(amount)}: ${whole(base)} for the first ${scale.words.amount(charge.over)}, and ${whole(rate)} for each further ${scale.words.unit}${partOf(scale)}: ${whole(base)} + ${units} × ${whole(rate)} = ${whole(pounds)}.`,
    fees: [charge.base, charge.each],
  }
}

const capped = (charged: Charged, most: FeeName | undefined, schedule: FeeSchedule): Charged => {
  if (most === undefined) return charged
  const top = schedule.amount(most).value
  if (charged.pounds <= top) return charged
  return { pounds: top, words: `${charged.words} It is never more than ${whole(top)}.`, fees: [...charged.fees, most] }
}

// A home cannot be had in part; ground can.
const partOf = (scale: Scale): string => (scale.unit === 1 ? '' : ' or part of one')

const whole = (pounds: number): string => inPounds(pounds * 100)
