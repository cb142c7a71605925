// A site in two councils' areas: one fee, to the council with the larger part; at most one and a half times the fee for the whole,
// or what the parts would cost on their own where that is less (SI 2012/2920, Schedule 1, Chapter 2).
import { inPounds } from '#domain/forms/fields/money.ts'
import type { Traced } from '#domain/rules/trace.ts'
import { scaleOfFees } from '../ground/sources.ts'
import type { Crossing } from './facts.ts'
import type { Sums } from './rows.ts'

export const crossing = (whole: Traced<number>, crosses: Crossing | undefined, sums: Sums): Traced<number> => {
  if (crosses === undefined || whole.value === 0) return whole
  const { value, words } = paid(whole.value, crosses)
  return {
    value,
    steps: [
      ...whole.steps,
      {
        rule: 'FEE-7',
        words,
        used: sums.said?.where ?? [],
        source: scaleOfFees,
        confirm: 'council to confirm with the other council',
      },
    ],
  }
}

const paid = (whole: number, { larger, apart }: Crossing): { readonly value: number; readonly words: string } => {
  if (larger === 'elsewhere')
    return {
      value: 0,
      words: 'The larger part of the site is in another council’s area. The fee is paid to that council.',
    }
  const most = (whole * 3 - ((whole * 3) % 2)) / 2
  const parts = apart?.reduce((total, pounds) => total + pounds * 100, 0)
  if (parts !== undefined && parts < most)
    return { value: parts, words: `The site is in two areas: the fees of its parts come to ${inPounds(parts)}.` }
  return {
    value: most,
    words: `The site is in two areas: one and a half times ${inPounds(whole)} is ${inPounds(most)}. It is less if the parts would cost less on their own.`,
  }
}
