// Where a case stands in an order of priority, as a history that only grows: a placing lasts until the next.
import type { Day } from '../day.ts'

export type Placing = {
  readonly band: string
  readonly effectiveDate: Day
  // The day on which it was decided.
  readonly on: Day
  readonly reason: string
  readonly by: string
  readonly bedrooms?: number
  // Who proposed it, where that was not whoever decided.
  readonly proposedBy?: string
}

// Oldest first. Nothing in it is ever changed.
export type PlacingHistory = { readonly registered: Day; readonly placings: readonly Placing[] }

// What an officer proposed and nobody has decided yet.
export type ProposedPlacing = Omit<Placing, 'proposedBy'>

// The band and date that count, as a list shows them.
export type PlaceOnRegister = Pick<Placing, 'band' | 'effectiveDate' | 'bedrooms'>

export const placeOnRegisterIn = (history: PlacingHistory | undefined): PlaceOnRegister | undefined => {
  const now = placedNow(history)
  if (now === undefined) return undefined
  const { band, effectiveDate, bedrooms } = now
  return { band, effectiveDate, ...(bedrooms === undefined ? {} : { bedrooms }) }
}

export const placedNow = (history: PlacingHistory | undefined): Placing | undefined => history?.placings.at(-1)
