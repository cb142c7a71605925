// Local authority housing statistics, section C: households on the register on 31 March by bedrooms.
// The total must be the sum; categories of reasonable preference overlap, so their total is not.
import type { Day } from '#domain/day.ts'
import { no, ok, type Result } from '#domain/result.ts'

export type Bedrooms = Readonly<Record<'one' | 'two' | 'three' | 'more' | 'unspecified', number>>

// The last one that is past: the day for which the return is asked.
export const lastMarch = (today: Day): Day => {
  const day = `${today.slice(0, 4)}-03-31`
  return day <= today ? day : `${Number(today.slice(0, 4)) - 1}-03-31`
}

export const onRegister = ({ one, two, three, more, unspecified }: Bedrooms): number =>
  one + two + three + more + unspecified

export const checkedTotal = (bedrooms: Bedrooms, total: number): Result<number, { readonly sum: number }> => {
  const sum = onRegister(bedrooms)
  return sum === total ? ok(total) : no({ sum })
}
