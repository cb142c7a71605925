// How we count, by version. A new one begins with a month; figures before and after it are not
// compared, and charts draw the break.
import type { Month } from '../months.ts'
import type { ShareId } from './shares.ts'

export type Definition = {
  readonly version: number
  readonly from: Month
  // The shares that are counted in another way since; all others go on as they were.
  readonly changes: readonly ShareId[]
  readonly words: readonly string[]
}

export const definitions: readonly Definition[] = [
  {
    version: 1,
    from: '2024-01',
    changes: [],
    words: [
      'A start is a person who pressed “Start now”. Links that others open do not count.',
      'Completed means sent, or put on a waiting list, within 28 days.',
      'Whoever was told that they do not need it or cannot have it has completed too. So has whoever another council decides for.',
      'Satisfaction is the share of people who answered “very satisfied” or “satisfied”, of all who answered.',
    ],
  },
  {
    version: 2,
    from: '2026-12',
    changes: ['take-up', 'assisted', 'in-time'],
    words: [
      'We know who fills in a form: the person, somebody who helps them, or staff with them. What staff type in after a call counts as a call. Until then all of it counted as done online.',
      'A case for which more time was agreed is in time until the day that was agreed.',
      'Changed and cancelled appointments are counted by themselves, and how much of our time is booked and used. Two bookings at once take it once.',
    ],
  },
]

export const definitionIn = (month: Month, all: readonly Definition[] = definitions): Definition =>
  all.findLast(({ from }) => from <= month) ?? all[0] ?? { version: 0, from: month, changes: [], words: [] }

type Counted = { readonly definition: number }

// Figures of two months may be set beside each other only where they were counted alike.
export const comparable = (
  id: ShareId,
  one: Counted,
  other: Counted,
  all: readonly Definition[] = definitions,
): boolean => {
  const [first, last] = [one.definition, other.definition].toSorted((a, b) => a - b)
  return !all.some(({ version, changes }) => version > (first ?? 0) && version <= (last ?? 0) && changes.includes(id))
}
