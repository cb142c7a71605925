// Who does not come, by how long before and how they chose their time; and how long people wait for one.
import { channels, type FactChannel } from '../counting/facts.ts'
import { type LeadStep, leadSteps, mostAhead } from '../counting/leads.ts'
import { countIn, type Sums } from '../counting/sums.ts'
import type { Ratio } from './rates.ts'

export type Missed<Of> = { readonly of: Of; readonly ratio: Ratio }

// Of those who came and who did not; what nobody chose is left out.
const missedOf = <Of extends string>(sums: Sums, by: 'lead' | 'by', all: readonly Of[]): readonly Missed<Of>[] =>
  all.flatMap((of) => {
    const n = countIn(sums, `visits.missed.${by}.${of}`)
    const d = n + countIn(sums, `visits.seen.${by}.${of}`)
    return d === 0 ? [] : [{ of, ratio: { n, d } }]
  })

export const missedByLead = (sums: Sums): readonly Missed<LeadStep>[] => missedOf(sums, 'lead', leadSteps)

export const missedByChannel = (sums: Sums): readonly Missed<FactChannel>[] => missedOf(sums, 'by', channels)

// The days within which a share of people had their time (nearest rank). Undefined where nobody had one.
export const aheadFor = (sums: Sums, percent: number): number | undefined => {
  const counts = Array.from({ length: mostAhead + 1 }, (_, days) => countIn(sums, `ahead.${days}`))
  const rank = Math.ceil((counts.reduce((sum, count) => sum + count, 0) * percent) / 100)
  if (rank === 0) return undefined
  let below = 0
  return counts.findIndex((count) => {
    below += count
    return below >= rank
  })
}
