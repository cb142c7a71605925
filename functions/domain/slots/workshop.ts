// Something that several people come to at one time: a workshop. Its seats are numbered, and each is
// claimed as five minutes of somebody's time are, so that no more come than there are seats
// (docs/rules/bookings.md, "Workshops").
import type { Day } from '../day.ts'
import { instantOf } from '../london.ts'

export type Workshop = {
  readonly id: string
  readonly type: string
  readonly place: string
  readonly day: Day
  // Local times, HH:MM.
  readonly from: string
  readonly until: string
  // Seats have the numbers from 1 to this; those withdrawn are given no more.
  readonly seats: number
  readonly withdrawn?: readonly string[]
  // Kept for people who come without a place.
  readonly spare: number
  // Whose time it takes: a room, and who leads it.
  readonly takes: readonly string[]
  // How many may come from one organisation.
  readonly fromOne?: number
  readonly series?: string
  // Seats of people who came without a place.
  readonly cameBy?: readonly string[]
}

// `version` rises with each change.
export type Workshops = { readonly version: number; readonly all: readonly Workshop[] }

export const noSessions: Workshops = { version: 0, all: [] }

// A session and its time are written in one transaction of 100 items.
export const mostSeats = 40

export const sessionClaimant = ({ id }: Pick<Workshop, 'id'>): string => `${claimantPrefix}${id}`

const claimantPrefix = 'session-'

export const sessionOf = (sessions: readonly Workshop[], claimants: readonly string[]): Workshop | undefined =>
  sessions.find((session) => claimants.includes(sessionClaimant(session)))

export const isSeat = (claimant: string): boolean => claimant.startsWith(claimantPrefix)

// "001", in order.
export const seatsOf = ({ seats, withdrawn = [] }: Pick<Workshop, 'seats' | 'withdrawn'>): readonly string[] =>
  Array.from({ length: seats }, (_, index) => String(index + 1).padStart(3, '0')).filter(
    (seat) => !withdrawn.includes(seat),
  )

// Without those for people who come without a place.
export const bookableSeats = (session: Pick<Workshop, 'seats' | 'withdrawn' | 'spare'>): readonly string[] => {
  const seats = seatsOf(session)
  return seats.slice(0, Math.max(0, seats.length - session.spare))
}

type Featured = { readonly id: string; readonly features: readonly string[] }

// Of a room that is not ours nobody knows what it has.
export const hasWhatTheyNeed = (rooms: readonly Featured[], { takes }: Workshop, needs: readonly string[]): boolean =>
  needs.length === 0 ||
  rooms.some(({ id, features }) => takes.includes(id) && needs.every((one) => features.includes(one)))

export const inOrderOfTime = <T extends Pick<Workshop, 'day' | 'from' | 'id'>>(sessions: readonly T[]): readonly T[] =>
  sessions.toSorted((a, b) => (`${a.day} ${a.from} ${a.id}` < `${b.day} ${b.from} ${b.id}` ? -1 : 1))

type Party = { readonly party: number; readonly taken: ReadonlySet<string> | undefined }

/** Each way to seat them, as slots of a timetable: none where fewer seats are free than people come. */
export const seatings = (session: Workshop, { party, taken }: Party) => {
  const { day, from, until, place } = session
  const [startsAt, endsAt] = [instantOf(day, from), instantOf(day, until)]
  if (startsAt === undefined || endsAt === undefined) return []
  const claimant = sessionClaimant(session)
  const free = bookableSeats(session).filter((seat) => taken?.has(seat) !== true)
  return together(free, party).map((buckets) => ({
    id: [from.replace(':', ''), claimant, ...buckets].join('.'),
    ...{ day, from, until, startsAt, endsAt, place, buckets },
    claimants: [claimant],
  }))
}

// Any two will do: neighbours may have gone.
const together = (free: readonly string[], party: number): readonly (readonly string[])[] =>
  party === 1
    ? free.map((seat) => [seat])
    : free.flatMap((seat, index) => free.slice(index + 1).map((other) => [seat, other]))

export type Seating = { readonly offered: number; readonly taken: number; readonly left: number }

/** As its page says: of all its seats, those for people who come by among them. */
export const seatingOf = (session: Workshop, taken: ReadonlySet<string> | undefined): Seating => {
  const all = seatsOf(session)
  const gone = all.filter((seat) => taken?.has(seat) === true).length
  const left = bookableSeats(session).filter((seat) => taken?.has(seat) !== true).length
  return { offered: all.length, taken: gone, left }
}

/**
 * With another number of seats: those that are taken away are free ones, from the last.
 * `over`: by how many more are taken than there would be seats.
 */
export const resized = (
  session: Workshop,
  seats: number,
  taken: ReadonlySet<string>,
):
  | { readonly over: number }
  | { readonly session: Workshop; readonly away: readonly string[]; readonly back: readonly string[] } => {
  const now = seatsOf(session)
  const over = now.filter((seat) => taken.has(seat)).length - seats
  if (over > 0) return { over }
  const free = now.filter((seat) => !taken.has(seat))
  const away = seats < now.length ? free.slice(seats - now.length) : []
  const { withdrawn = [] } = session
  const more = Math.max(0, seats - now.length)
  const back = withdrawn.slice(0, more)
  const left = [...withdrawn.filter((seat) => !back.includes(seat)), ...away]
  return {
    ...{ away, back },
    session: {
      ...session,
      seats: session.seats + more - back.length,
      spare: Math.min(session.spare, seats),
      withdrawn: left.toSorted(),
    },
  }
}
