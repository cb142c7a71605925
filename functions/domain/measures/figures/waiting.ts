// How long people wait, in working days: of whoever has an answer from a histogram, of whoever still
// waits case by case (docs/rules/measures.md, "Cases").
import type { Day } from '#domain/day.ts'
import { workingDaysBetween } from '#domain/working-days.ts'
import { countIn, type Sums, waitBuckets } from '../counting/sums.ts'
import { fewest } from './rates.ts'

// Half of them waited so many working days at most: a step of the histogram. Undefined of fewer than 20.
export type Half = { readonly atMost: number } | { readonly over: number }

export const halfWaited = (sums: Sums, of: 'first' | 'whole'): Half | undefined => {
  const steps = [...waitBuckets, 'more'].map((step) => countIn(sums, `${of}.${step}`))
  const all = steps.reduce((sum, count) => sum + count, 0)
  if (all < fewest) return undefined
  let below = 0
  for (const [place, count] of steps.entries()) {
    below += count
    const step = waitBuckets[place]
    if (2 * below >= all) return step === undefined ? { over: Number(waitBuckets.at(-1)) } : { atMost: Number(step) }
  }
  return undefined
}

export type OpenCase = { readonly state: string; readonly opened: Day; readonly waits: boolean }

export type Ages = {
  readonly state: string
  readonly count: number
  // Working days since they came.
  readonly middle: number
  readonly oldest: number
  // For the applicant: these stand apart.
  readonly waits: boolean
}

// By state: what waits for us first, the oldest first.
export const agesOf = (cases: readonly OpenCase[], today: Day): readonly Ages[] =>
  [...new Set(cases.map(({ state }) => state))]
    .map((state) =>
      agesIn(
        cases.filter((one) => one.state === state),
        state,
        today,
      ),
    )
    .toSorted((a, b) => Number(a.waits) - Number(b.waits) || b.oldest - a.oldest)

const agesIn = (cases: readonly OpenCase[], state: string, today: Day): Ages => {
  const days = cases.map(({ opened }) => workingDaysBetween(opened, today)).toSorted((a, b) => a - b)
  return {
    ...{ state, count: days.length, oldest: days.at(-1) ?? 0, waits: cases[0]?.waits === true },
    middle: days[Math.floor((days.length - 1) / 2)] ?? 0,
  }
}
