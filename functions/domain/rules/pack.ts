// Everything in the rules that can change is dated data. A rule takes the day; the pack in force on it gives the figures.
import type { Day } from '../day.ts'
import type { Source } from './trace.ts'

export type Pack = {
  // As a trace names it: 'dorset-2026'.
  readonly name: string
  readonly validFrom: Day
  readonly source: Source
}

// A figure or list of a pack. `confirm` says that no published source has it, and who must confirm it.
export type Figure<T> = { readonly value: T; readonly source: Source; readonly confirm?: string }

// The pack in force on a day: the latest that has begun. Undefined before the first of them.
export const packOn = <P extends { readonly validFrom: Day }>(packs: readonly P[], day: Day): P | undefined =>
  packs.reduce<P | undefined>(
    (found, pack) =>
      pack.validFrom <= day && (found === undefined || pack.validFrom > found.validFrom) ? pack : found,
    undefined,
  )

export const figure = <T>(value: T, source: Source): Figure<T> => ({ value, source })

export const toConfirm = <T>(
  value: T,
  source: Source = { words: 'No published source yet' },
  confirm = 'council to confirm',
): Figure<T> => ({ value, source, confirm })
