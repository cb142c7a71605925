// The automated share against where it started: a baseline that never moves, and the last year
// (docs/rules/measures.md, "Automation").
import { joined, type Sums } from '../counting/sums.ts'
import type { Month } from '../months.ts'
import { type ShareChange, shareChange } from './automation.ts'
import type { Ratio } from './rates.ts'
import { shareIn } from './shares.ts'

export type MonthSums = { readonly month: Month; readonly sums: Sums }

// Percentage points over the baseline. [K]
export const pointsWanted = 20

export type Automated = {
  readonly change?: ShareChange
  // Services that make four fifths of all outcomes, the largest first.
  readonly large: readonly string[]
}

// `before`: its baseline. `months`: the newest, oldest first.
type Of = {
  readonly service: string
  readonly before: readonly MonthSums[]
  readonly months: readonly MonthSums[]
}

export const automatedSince = (services: readonly Of[]): Automated => {
  const kinds = services.map(({ service, before, months }) => ({
    service,
    before: shareIn.automated(joined(before.map(({ sums }) => sums))),
    after: shareIn.automated(joined(months.slice(-12).map(({ sums }) => sums))),
  }))
  const change = services.some(({ before, months }) => isAfter(months, before))
    ? shareChange(
        kinds.map(({ before }) => before),
        kinds.map(({ after }) => after),
      )
    : undefined
  return { ...(change === undefined ? {} : { change }), large: largest(kinds) }
}

// Is any of them later than the baseline?
export const isAfter = (months: readonly MonthSums[], baseline: readonly MonthSums[]): boolean =>
  (months.at(-1)?.month ?? '') > (baseline.at(-1)?.month ?? '')

// The first 12 months that were counted; the first 3 as long as there are not 12 more.
export const baselineOf = <Seen extends MonthSums>(months: readonly Seen[]): readonly Seen[] =>
  months.slice(0, months.length > 12 ? 12 : 3)

const fourFifths = 0.8

const largest = (kinds: readonly { readonly service: string; readonly after: Ratio }[]): readonly string[] => {
  const all = kinds.reduce((sum, { after }) => sum + after.d, 0)
  let sum = 0
  return kinds
    .toSorted((a, b) => b.after.d - a.after.d)
    .filter(({ after }) => {
      const wanted = after.d > 0 && sum < fourFifths * all
      sum += after.d
      return wanted
    })
    .map(({ service }) => service)
}
