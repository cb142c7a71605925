// A share is kept as its two counts and rounded only when it is shown. What is no data is undefined,
// and never nought (docs/rules/measures.md, "Rates").

export type Ratio = { readonly n: number; readonly d: number }

// Per cent with one place, halves up. Undefined where nothing was counted.
export const percent = ({ n, d }: Ratio): number | undefined =>
  d === 0 ? undefined : Math.floor((2000 * n + d) / (2 * d)) / 10

// "50.0%"
export const percentWords = (ratio: Ratio): string => {
  const shown = percent(ratio)
  return shown === undefined ? 'No data' : `${shown.toFixed(1)}%`
}

const z = 1.96

// Between which shares the true one lies, 19 times in 20 (Wilson 1927). In per cent, one place.
export const wilson = ({ n, d }: Ratio): { readonly low: number; readonly high: number } | undefined => {
  if (d === 0) return undefined
  const [p, zz] = [n / d, z * z]
  const middle = p + zz / (2 * d)
  const spread = z * Math.sqrt((p * (1 - p)) / d + zz / (4 * d * d))
  const at = (sign: 1 | -1): number => onePlace((100 * (middle + sign * spread)) / (1 + zz / d))
  return { low: at(-1), high: at(1) }
}

export type RateChange = {
  // Percentage points, one place each.
  readonly points: number
  readonly margin: number
  readonly is: 'up' | 'down' | 'not clear'
}

// Undefined where one of the two has no data.
export const changeBetween = (before: Ratio, after: Ratio): RateChange | undefined => {
  if (before.d === 0 || after.d === 0) return undefined
  const [p, q] = [before.n / before.d, after.n / after.d]
  const margin = 100 * z * Math.sqrt((p * (1 - p)) / before.d + (q * (1 - q)) / after.d)
  const points = 100 * (q - p)
  const is = Math.abs(points) <= margin ? 'not clear' : points > 0 ? 'up' : 'down'
  return { points: onePlace(points), margin: onePlace(margin), is }
}

// Halves away from nought.
export const onePlace = (value: number): number => {
  const tenths = Math.floor(Math.abs(value) * 10 + 0.5 + 1e-9)
  return tenths === 0 ? 0 : (value < 0 ? -1 : 1) * (tenths / 10)
}

// The middle of a histogram, between the ends of the step that it falls in. `ends`: the upper end of
// each step. Undefined under 20: too few to say.
export const middle = (counts: readonly number[], ends: readonly number[]): number | undefined => {
  const all = counts.reduce((sum, count) => sum + count, 0)
  return all < fewest ? undefined : middleOfAny(counts, ends)
}

export const fewest = 20

export const middleOfAny = (counts: readonly number[], ends: readonly number[]): number => {
  const half = counts.reduce((sum, count) => sum + count, 0) / 2
  let below = 0
  for (const [step, count] of counts.entries()) {
    const from = ends[step - 1] ?? 0
    if (below + count >= half && count > 0) return from + ((half - below) / count) * ((ends[step] ?? from) - from)
    below += count
  }
  return 0
}
