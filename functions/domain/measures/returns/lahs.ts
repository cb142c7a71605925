// Local authority housing statistics, section C: households on the register on 31 March by bedrooms.
// The total must be the sum; categories of reasonable preference overlap, so their total is not.
import { no, ok, type Result } from '#domain/result.ts'

export type Bedrooms = Readonly<Record<'one' | 'two' | 'three' | 'more' | 'unspecified', number>>

export const onRegister = ({ one, two, three, more, unspecified }: Bedrooms): number =>
  one + two + three + more + unspecified

export const checkedTotal = (bedrooms: Bedrooms, total: number): Result<number, { readonly sum: number }> => {
  const sum = onRegister(bedrooms)
  return sum === total ? ok(total) : no({ sum })
}
