// One check of validity, as it is found.
import type { Day } from '#domain/day.ts'
import type { Lookup } from '#domain/forms/condition.ts'
import type { Read } from '#domain/rules/assessment.ts'
import type { Source, Used } from '#domain/rules/trace.ts'
import type { Fee } from '../fee/fee.ts'
import { usedIn } from '../ground/used.ts'

export type CheckId = 'V1' | 'V2' | 'V3' | 'V4' | 'V5' | 'V6' | 'V7' | 'V8' | 'V9' | 'V10' | 'V11'

export type Check = {
  readonly id: CheckId
  readonly title: string
  readonly ok: boolean
  // Nothing is wrong that software can see, and it is met only when a person has seen more.
  readonly toCheck?: boolean
  // What stands, or what is wrong with each thing.
  readonly words: readonly string[]
  // The questions to mend it at.
  readonly where: readonly Read[]
  // What only a person can see.
  readonly person?: string
  readonly source: Source
  // A practice of the council that it has still to confirm.
  readonly confirm?: string
  // What those questions were answered.
  readonly used: readonly Used[]
}

export type ToValidate = {
  readonly made: Day
  readonly fee: Fee
  // Titles of the form's sections that are not complete; undefined where there is no form to look at.
  readonly unfinished?: readonly string[]
}

type Found = Omit<Check, 'ok' | 'words' | 'used'> & { readonly fine: string; readonly faults: readonly string[] }

// Faults make the words, and whether it stands.
export const checked = (lookup: Lookup, { fine, faults, ...check }: Found): Check => ({
  ...check,
  used: usedIn(lookup, check.where),
  ok: faults.length === 0,
  words: faults.length === 0 ? [fine] : faults,
})
