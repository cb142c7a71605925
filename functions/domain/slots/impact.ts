// Whoever is booked in time that was closed, and what is done about it: proposed by rules, chosen by a manager, and kept on the
// block's list with what came of it (docs/rules/bookings.md, "What is done for whoever is booked").
import { type Marked, markersOn } from '../cases/desk/markers.ts'
import type { Day } from '../day.ts'
import { londonDay } from '../london.ts'
import { addWorkingDays } from '../working-days.ts'
import type { Appointment } from './appointment.ts'
import { bucketsTaken } from './resource.ts'
import { minuteOf } from './rota.ts'
import { claimsOf, type Slot, slotsOn, type Taken, type Timetable } from './timetable.ts'

export const treatments = ['swap', 'move', 'link', 'call'] as const
export type Treatment = (typeof treatments)[number]

// How it ended: the same time with somebody else or in another room, the new time kept, another chosen, cancelled, or the old time
// is theirs again.
export type ImpactEnd = 'swapped' | 'kept' | 'changed' | 'cancelled' | 'opened'

export type Impact = {
  readonly block: string
  readonly reference: string
  // What they had.
  readonly had: Pick<Appointment, 'what' | 'place' | 'day' | 'from'>
  // As the manager chose; absent where nobody had chosen before it ended.
  readonly is?: Treatment
  // Of a swap or a move.
  readonly to?: { readonly day: Day; readonly time: string }
  readonly chosen?: DoneBy
  readonly done?: DoneBy
  readonly calls: readonly (DoneBy & { readonly outcome: string })[]
  readonly ended?: DoneBy & { readonly as: ImpactEnd }
}

// `by`: as it is called. Milliseconds.
export type DoneBy = { readonly at: number; readonly by: string }

export type WhyTreated =
  | 'soon'
  | 'no-text'
  | 'text-failed'
  | 'interpreter'
  | 'two'
  | 'restricted'
  | 'moved-before'
  | 'same-time'
  | 'near'
  | 'none-near'

export type Affected = Marked & {
  readonly reference: string
  readonly appointment: Appointment
  readonly applicant: { readonly mayText: boolean; readonly phone?: string }
  readonly sensitive?: boolean
}

export type ProposedTreatment = {
  readonly reference: string
  readonly is: Treatment
  readonly why: WhyTreated
  // What can be done instead: the time that a swap and a move would give.
  readonly swap?: Slot
  readonly move?: Slot
}

export type BesideAffected = {
  // By everybody, closed time among it; and what is closed by itself.
  readonly taken: Taken
  readonly closed: Taken
  readonly now: number
  // References of cases of which a text did not arrive.
  readonly failed: ReadonlySet<string>
  // What the service can do by itself.
  readonly can: ReadonlySet<Treatment>
}

// To confirm.
const soonHours = 24
const nearWorkingDays = 5
const answerWorkingDays = 3

/** For each, soonest first, what the first rule that holds says. A time that is proposed to one is nobody else's. */
export const proposalsFor = (
  timetable: Timetable,
  affected: readonly Affected[],
  beside: BesideAffected,
): readonly ProposedTreatment[] => {
  const taken = new Map(beside.taken)
  const inTurn = affected.toSorted((a, b) => a.appointment.startsAt - b.appointment.startsAt)
  return inTurn.map((one) => {
    const proposed = proposalFor(timetable, one, { ...beside, taken })
    const slot = proposed.is === 'swap' || proposed.is === 'move' ? proposed[proposed.is] : undefined
    for (const claimant of slot?.claimants ?? [])
      if (slot !== undefined) add(taken, `${claimant}#${slot.day}`, bucketsTaken(slot, claimant))
    return proposed
  })
}

const add = (taken: Map<string, ReadonlySet<string>>, name: string, buckets: Iterable<string>): void => {
  taken.set(name, new Set([...(taken.get(name) ?? []), ...buckets]))
}

const proposalFor = (timetable: Timetable, one: Affected, beside: BesideAffected): ProposedTreatment => {
  const { reference, appointment } = one
  const given = { taken: butOwn(one, beside), now: beside.now, today: londonDay(beside.now) }
  const swap = beside.can.has('swap') ? sameTime(timetable, appointment, given) : undefined
  const move = beside.can.has('move') ? nearTime(timetable, appointment, given) : undefined
  const times = { ...(swap === undefined ? {} : { swap }), ...(move === undefined ? {} : { move }) }
  const why = whyCalled(one, beside)
  if (why !== undefined) return { reference, is: 'call', why, ...times }
  if (swap !== undefined) return { reference, is: 'swap', why: 'same-time', ...times }
  if (move !== undefined) return { reference, is: 'move', why: 'near', ...times }
  return { reference, is: beside.can.has('link') ? 'link' : 'call', why: 'none-near' }
}

// Who has to be spoken to.
const whyCalled = (one: Affected, { now, failed }: BesideAffected): WhyTreated | undefined => {
  const { appointment, applicant, sensitive, reference } = one
  const { startsAt, interpreter, byUs } = appointment
  const reasons: readonly (readonly [WhyTreated, boolean])[] = [
    ['soon', startsAt < now + soonHours * 3_600_000],
    ['no-text', !applicant.mayText || applicant.phone === undefined],
    ['text-failed', failed.has(reference)],
    ['interpreter', interpreter],
    ['two', markersOn(one, londonDay(now)).some(({ kind }) => kind === 'two')],
    ['restricted', sensitive === true],
    ['moved-before', byUs !== undefined],
  ]
  return reasons.find(([, holds]) => holds)?.[0]
}

// What is theirs is free to them, but for what is closed of it.
const butOwn = ({ appointment }: Affected, { taken, closed }: BesideAffected): Taken => {
  const free = new Map(taken)
  for (const { claimant, buckets: own } of claimsOf(appointment)) {
    const name = `${claimant}#${appointment.day}`
    const others = [...(taken.get(name) ?? [])].filter((bucket) => !own.includes(bucket))
    free.set(name, new Set([...others, ...(closed.get(name) ?? [])]))
  }
  return free
}

type Given = { readonly taken: Taken; readonly now: number; readonly today: Day }

// As much as can be stays: the same room with another person, or the same person in another room.
const sameTime = (timetable: Timetable, had: Appointment, given: Given): Slot | undefined =>
  slotsOn(timetable, had, had.day, given)
    .filter(({ from }) => from === had.from)
    .toSorted((a, b) => shared(b, had) - shared(a, had))[0]

const shared = (slot: Slot, { claimants }: Appointment): number =>
  slot.claimants.filter((claimant) => claimants.includes(claimant)).length

// In the same half of the first day that has a time, the nearest to theirs.
const nearTime = (timetable: Timetable, had: Appointment, given: Given): Slot | undefined => {
  const days = [had.day, ...Array.from({ length: nearWorkingDays }, (_, later) => addWorkingDays(had.day, later + 1))]
  for (const day of days) {
    const half = slotsOn(timetable, had, day, given).filter(({ from }) => isMorning(from) === isMorning(had.from))
    const nearest = half.toSorted((a, b) => apart(a, had) - apart(b, had))[0]
    if (nearest !== undefined) return nearest
  }
  return undefined
}

const isMorning = (time: string): boolean => time < '12:00'

const apart = ({ from }: Slot, had: Appointment): number => Math.abs(minuteOf(from) - minuteOf(had.from))

/** Has somebody to call them: chosen so, or asked by text and silent since. */
export const isToCall = ({ is, done, ended }: Impact, now: number): boolean =>
  ended === undefined &&
  done !== undefined &&
  (is === 'call' || londonDay(now) > addWorkingDays(londonDay(done.at), answerWorkingDays))

export type ImpactStage = 'open' | 'chosen' | 'asked' | 'to-call' | 'ended'

export const stageOf = (impact: Impact | undefined, now: number): ImpactStage => {
  if (impact === undefined) return 'open'
  if (impact.ended !== undefined) return 'ended'
  if (impact.done === undefined) return impact.chosen === undefined ? 'open' : 'chosen'
  return isToCall(impact, now) ? 'to-call' : 'asked'
}
