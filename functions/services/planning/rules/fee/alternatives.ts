// Other proposals for the same site, by the same person, on the same day: the highest fee, and half of the others together.
import { inPounds } from '#domain/forms/fields/money.ts'
import { allOf, type Traced } from '#domain/rules/trace.ts'
import { scaleOfFees } from '../ground/sources.ts'
import type { Sought } from './facts.ts'
import type { FeeSums } from './rows.ts'
import { soughtFee } from './sought.ts'

export const withAlternatives = (
  main: Traced<number>,
  alternatives: readonly Sought[],
  sums: FeeSums,
): Traced<number> => {
  if (alternatives.length === 0) return main
  const { value, steps } = allOf([main, ...alternatives.map((one) => soughtFee(one, sums))])
  const [top = 0, ...rest] = value.toSorted((a, b) => b - a)
  const half = halved(rest.reduce((total, one) => total + one, 0))
  return {
    value: top + half,
    steps: [
      ...steps,
      {
        rule: 'FEE-4',
        words: `${value.length} proposals for one site on one day: the highest fee, ${inPounds(top)}, and half of the others, ${inPounds(half)}. Together ${inPounds(top + half)}.`,
        used: sums.said?.type ?? [],
        source: scaleOfFees,
      },
    ],
  }
}

// Half a penny falls to the applicant.
export const halved = (pence: number): number => (pence - (pence % 2)) / 2
