// An appointment beside one that is booked already, for a reason: who is booked keeps their time, and the person meets both
// (docs/rules/bookings.md, "Beside another"). What limits it is claimed like time: one an hour of a person, three a day of a place.
import type { Day } from '../day.ts'

export const extraReasons = {
  safeguarding: 'Somebody may be at risk',
  statutory: 'The law sets a date for it',
  mistake: 'We made a mistake',
  'no-time': 'There is no other time in 10 working days',
} as const

export type ExtraReason = keyof typeof extraReasons

export type ExtraTime = {
  // Claimed in place of the person's own time, which is another's.
  readonly claims: readonly ExtraClaim[]
  readonly reason: ExtraReason
  // For staff; nothing of the person.
  readonly note: string
  readonly by: string
}

type ExtraClaim = { readonly claimant: string; readonly day: Day; readonly buckets: readonly string[] }

// To confirm.
const [mostAnHour, mostADay] = [1, 3]

// Whoever is quicker has the first; each is tried in turn.
export const extraClaims = (person: string, place: string, { day, from }: At) =>
  Array.from({ length: mostADay }, (_, nth): readonly ExtraClaim[] => [
    { claimant: `${person}${extraMark}${mostAnHour}`, day, buckets: [`${from.slice(0, 2)}00`] },
    { claimant: `${place}${extraMark}${nth + 1}`, day, buckets: ['0000'] },
  ])

type At = { readonly day: Day; readonly from: string }

const extraMark = '+extra'

// Whose day it is, where the claim is of one more beside another.
export const ofWhom = (claimant: string): string => claimant.split(extraMark)[0] ?? claimant

/** How many meet the same person at the same time as this one, it among them; 1 where nobody else does. */
export const togetherWith = (one: Meeting, all: readonly Meeting[]): number =>
  all.filter(
    (other) =>
      other.cancelled !== true &&
      other.day === one.day &&
      other.from < one.until &&
      one.from < other.until &&
      other.claimants[0] === one.claimants[0],
  ).length

type Meeting = At & { readonly until: string; readonly claimants: readonly string[]; readonly cancelled?: boolean }
