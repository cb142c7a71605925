// What the council no longer spends because people use a cheaper way. An estimate: more of the same
// is no saving (docs/rules/measures.md, "Savings").
import { countIn, type Sums } from '../counting/sums.ts'
import { doneByChannel } from './kpis.ts'

// Pence for one of each way.
export type Shift = { readonly moved: number; readonly from: number; readonly to: number }

export const saved = ({ moved, from, to }: Shift): number => moved * (from - to)

export const savedInAll = (shifts: readonly Shift[]): number => shifts.reduce((sum, shift) => sum + saved(shift), 0)

// Those who would have come the old way, had its share stayed as it was.
export const movedFrom = (volume: number, before: number, after: number): number =>
  Math.max(0, Math.round(volume * (before - after)))

export type PricedWay = 'self' | 'keyed' | 'paper' | 'other'

// From each way to online. Undefined where a price is missing, or one of the two times has nothing.
export const shiftsBetween = (
  before: Sums,
  after: Sums,
  price: (way: PricedWay) => number | undefined,
): readonly Shift[] | undefined => {
  const [old, now] = [allDone(before), allDone(after)]
  const to = price('self')
  if (old === 0 || now === 0 || to === undefined) return undefined
  const shifts: Shift[] = []
  for (const way of ['keyed', 'paper', 'other'] as const) {
    const moved = movedFrom(now, countIn(before, `done.${way}`) / old, countIn(after, `done.${way}`) / now)
    const from = price(way)
    if (moved > 0 && from === undefined) return undefined
    if (from !== undefined) shifts.push({ moved, from, to })
  }
  return shifts
}

const allDone = (sums: Sums): number => Object.values(doneByChannel(sums)).reduce((sum, count) => sum + count, 0)
