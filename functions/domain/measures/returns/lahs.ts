// Local authority housing statistics, section C: households on the register on 31 March by bedrooms.
// The total must be the sum; groups of reasonable preference overlap, so their total is not.
import type { Day } from '#domain/day.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { type PreferredGroup, preferenceGroups } from './core.ts'

export const sizes = ['one', 'two', 'three', 'more', 'unspecified'] as const

export type Bedrooms = Readonly<Record<(typeof sizes)[number], number>>

// How many have reasonable preference, on which grounds, and of how many the rules worked nothing out.
export const preferenceColumns = ['preferred', ...preferenceGroups, 'not-preferred', 'not-worked-out'] as const

export const registerLines = [...sizes, ...preferenceColumns] as const
export type RegisterLine = (typeof registerLines)[number]

// `groups`: undefined where nobody worked them out.
export type OnRegister = {
  readonly reference: string
  readonly bedrooms?: number
  readonly groups: readonly PreferredGroup[] | undefined
}

export const registerLinesOf = ({ bedrooms, groups }: OnRegister): readonly RegisterLine[] => {
  if (groups === undefined) return [sizeOf(bedrooms), 'not-worked-out']
  return [sizeOf(bedrooms), ...(groups.length > 0 ? (['preferred', ...groups] as const) : (['not-preferred'] as const))]
}

const sizeOf = (bedrooms: number | undefined): keyof Bedrooms => {
  if (bedrooms === undefined || bedrooms < 1) return 'unspecified'
  return (['one', 'two', 'three'] as const)[bedrooms - 1] ?? 'more'
}

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
