// How the share of what is done without staff changed (docs/rules/measures.md, "Automation").
import { onePlace, percent, type Ratio } from './rates.ts'

export type ShareChange = {
  readonly before: number
  readonly after: number
  readonly points: number
  // Of the share before, in per cent; undefined where it was nought.
  readonly relative?: number
  // What comes from more automation, and what only from more of what was automated already.
  readonly rate: number
  readonly mix: number
}

// Each place is the same kind of transaction in both. Undefined where one of the two has no outcome.
export const shareChange = (before: readonly Ratio[], after: readonly Ratio[]): ShareChange | undefined => {
  const [was, is] = [summed(before), summed(after)]
  const [from, to] = [percent(was), percent(is)]
  if (from === undefined || to === undefined) return undefined
  const kinds = after.map((now, place) => ({ now, was: before[place] ?? { n: 0, d: 0 } }))
  const rate = kinds.reduce((sum, { now, was: old }) => sum + (shareIn(now) - shareIn(old)) * (now.d / is.d), 0)
  const mix = kinds.reduce((sum, { now, was: old }) => sum + (now.d / is.d - old.d / was.d) * shareIn(old), 0)
  return {
    ...{ before: from, after: to, points: onePlace(100 * (shareIn(is) - shareIn(was))) },
    ...(was.n === 0 ? {} : { relative: onePlace(100 * (shareIn(is) / shareIn(was) - 1)) }),
    ...{ rate: onePlace(100 * rate), mix: onePlace(100 * mix) },
  }
}

const shareIn = ({ n, d }: Ratio): number => (d === 0 ? 0 : n / d)

const summed = (all: readonly Ratio[]): Ratio => ({
  n: all.reduce((sum, { n }) => sum + n, 0),
  d: all.reduce((sum, { d }) => sum + d, 0),
})
