// Who is at work in a team, and whose turn it is to get a case that nobody has (docs/rules/casework.md, "By turn").
import type { Day } from '../../day.ts'
import { can } from '../access.ts'
import { bucketOf } from '../buckets.ts'
import type { ListedCase, Role, Staff } from '../case.ts'

// From its first day to its last. `cover`: who gets the cases that cannot wait.
export type Leave = {
  readonly from: Day
  readonly until: Day
  readonly cover?: { readonly id: string; readonly name: string }
}

export const shareNames = ['full', 'half', 'none'] as const
export type Share = (typeof shareNames)[number]

// How much of a whole turn somebody takes.
const shares: Readonly<Record<Share, number>> = { full: 1, half: 0.5, none: 0 }

// How somebody works in a team. Nothing said: they are at work, and take whole turns.
export type Working = {
  readonly version: number
  readonly leave?: Leave
  readonly share?: Share
  // They get no case by turn while they have so many.
  readonly limit?: number
}

// `firstAt`: the instant at which they first signed in.
export type Colleague = { readonly person: Staff; readonly firstAt: number; readonly working: Working }

export type Team = {
  readonly people: readonly Colleague[]
  // New cases are given in turn, and not only taken.
  readonly inTurn: boolean
}

export const isAway = ({ working: { leave } }: Pick<Colleague, 'working'>, today: Day): boolean =>
  leave !== undefined && leave.from <= today && today <= leave.until

// Whose work is cases: a manager or a review officer gets none by turn.
const takeTurns: readonly Role[] = ['housing-officer', 'planning-officer', 'bookings-staff']

export type OfficersDesk = Colleague & { readonly cases: readonly ListedCase[] }

// The council's own figures, to confirm.
const newcomerMs = 28 * 86_400_000
const waitingWeight = 0.25

/** Who gets the case, of those who stand in the turn: the person with the least for the share that they take. */
export const nextInTurn = (
  subject: ListedCase,
  desks: readonly OfficersDesk[],
  { today, now }: { readonly today: Day; readonly now: number },
): Staff | undefined => {
  const standing = desks.filter((desk) => takesTurns(desk, today))
  const loads = standing.map((desk) => ({ desk, load: loadOf(desk, today) }))
  const settled = loads.filter(({ desk }) => now - desk.firstAt >= newcomerMs)
  const middle = medianOf((settled.length === 0 ? loads : settled).map(({ load }) => load))
  const ranked = loads
    .filter(({ desk: { person } }) => can(person, 'have', { subject }) && can(person, 'assign', { subject }))
    .map(({ desk, load }) => ({
      desk,
      load,
      // Who is new to the team is not given everything at once.
      counts: now - desk.firstAt < newcomerMs ? Math.max(load, middle) : load,
    }))
    .toSorted((one, other) => one.counts - other.counts || one.load - other.load || byName(one.desk, other.desk))
  return ranked[0]?.desk.person
}

const byName = (one: OfficersDesk, other: OfficersDesk): number => (one.person.name < other.person.name ? -1 : 1)

const takesTurns = (desk: OfficersDesk, today: Day): boolean => {
  const { share = 'full', limit } = desk.working
  return (
    shares[share] > 0 &&
    !isAway(desk, today) &&
    (limit === undefined || desk.cases.length < limit) &&
    desk.person.roles.some((role) => takeTurns.includes(role))
  )
}

const loadOf = ({ cases, working: { share = 'full' } }: OfficersDesk, today: Day): number =>
  cases.reduce((sum, subject) => sum + (bucketOf(subject, today) === 'waiting' ? waitingWeight : 1), 0) / shares[share]

const medianOf = (loads: readonly number[]): number => {
  const sorted = loads.toSorted((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]]
  return (low + high) / 2
}

// What cannot wait until its officer is back: it wants something of them now.
export const cannotWait = (subject: ListedCase, today: Day): boolean =>
  !['waiting', 'later'].includes(bucketOf(subject, today))
