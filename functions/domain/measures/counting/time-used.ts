// What a day's appointments took of the time that there was: sets of 5 minutes, so that what two take at once counts once and a
// share is never over the whole (docs/rules/measures.md, "Appointments").
import type { AppointmentFact, Fact, OfferedFact, Span } from './facts.ts'

const bucketMinutes = 5

type Counters = Readonly<Record<string, number>>

export const timeSums = (facts: readonly Fact[]): Counters => {
  const offered = facts.filter((fact) => fact.is === 'offered')
  const visits = facts.filter((fact) => fact.is === 'appointment')
  return { ...minutesOf(offered, visits.filter(stands)), 'cancelled.again': againIn(visits) }
}

const stands = ({ state }: AppointmentFact): boolean => state !== 'moved' && state !== 'cancelled'

const minutesOf = (offered: readonly OfferedFact[], visits: readonly AppointmentFact[]): Counters => {
  const open = setOf(offered.flatMap((fact) => fact.open ?? []))
  if (open.size === 0) return {}
  const times = visits.flatMap(({ time }) => time ?? [])
  const taken = setOf(times.map(({ who, takes }) => ({ who, span: takes })))
  const met = setOf(times.map(({ who, meets }) => ({ who, span: meets })))
  const within = [...taken].filter((bucket) => open.has(bucket)).length
  return {
    'time.open': open.size,
    'time.within': within,
    'time.over': taken.size - within,
    'time.met': [...met].filter((bucket) => open.has(bucket)).length,
  }
}

const setOf = (all: readonly { readonly who: string; readonly span: Span }[]): ReadonlySet<string> =>
  new Set(all.flatMap(({ who, span: [from, until] }) => stepsIn(from, until).map((step) => `${who} ${step}`)))

const stepsIn = (from: number, until: number): readonly number[] => {
  const first = Math.floor(from / bucketMinutes)
  return Array.from({ length: Math.max(0, Math.ceil(until / bucketMinutes) - first) }, (_, at) => first + at)
}

// Given back in time, and somebody else had any of it.
const againIn = (visits: readonly AppointmentFact[]): number => {
  const taken = setOf(visits.filter(stands).flatMap(({ time }) => (time === undefined ? [] : [spanOf(time)])))
  return visits.filter(
    ({ state, notice, time }) =>
      state === 'cancelled' &&
      notice === 'in-time' &&
      time !== undefined &&
      [...setOf([spanOf(time)])].some((bucket) => taken.has(bucket)),
  ).length
}

const spanOf = ({ who, meets }: NonNullable<AppointmentFact['time']>) => ({ who, span: meets })
