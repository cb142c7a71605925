// A line of the bill, and how its numbers are written.
import type { Price } from './prices.ts'

// `at`: the prices that the line is made of.
export type Line = {
  readonly what: string
  readonly usd: number
  readonly how: string
  readonly at: readonly Price[]
  // False of a price that is not AWS's and that the council has to look up.
  readonly confirmed?: boolean
}

export const seenIn = ({ at, confirmed = true }: Line): boolean =>
  confirmed && at.every(({ seen }) => seen !== undefined)

export const line = (what: string, usd: number, how: string, at: readonly Price[]): Line => ({ what, usd, how, at })
export const round = (number: number): string => Math.round(number).toLocaleString('en-GB')
export const millions = (number: number): string => `${(number / 1e6).toFixed(2)} million`

// Of a function that answers pages, and what it has of memory.
export const web = { gb: 1.769 }
