// The yearly rise of planning fees (SI 2012/2920, regulation 18A): each 1 April by the consumer prices index of the September before,
// never more than 10%, each figure rounded to the nearest pound and the next rise worked on the rounded figure.
import type { Day } from '#domain/day.ts'
import { toConfirm } from '#domain/rules/pack.ts'
import { yearlyRise } from '../ground/sources.ts'
import type { FeeSchedule } from './schedule.ts'

// Tenths of one per cent, as the index is published: 38 is 3.8%.
export type Tenths = number

const most: Tenths = 100

export const indexed = (pounds: number, rise: Tenths): number => {
  const thousandths = pounds * (1000 + Math.min(Math.max(rise, 0), most)) + 500
  return (thousandths - (thousandths % 1000)) / 1000
}

// What a schedule would become on a day for a given index: for budgets, before the figure is known.
export const scheduleAfterRise = (schedule: FeeSchedule, rise: Tenths, validFrom: Day): FeeSchedule => ({
  name: `fees-${validFrom}-preview`,
  validFrom,
  source: yearlyRise,
  amount: (name) => toConfirm(indexed(schedule.amount(name).value, rise), yearlyRise, previewed(rise)),
})

const previewed = (rise: Tenths): string =>
  `a preview, if prices rise by ${(rise - (rise % 10)) / 10}.${rise % 10}% in the year to September`
