// The sums of a day or month: plain counters by name, so that two are joined by adding. They are a
// function of the set of facts: in whatever order and however often these came, the sums are equal.
import { daysBetween } from '#domain/day.ts'
import { londonDay } from '#domain/london.ts'
import { workingDaysBetween } from '#domain/working-days.ts'
import {
  type AppointmentFact,
  type CaseFact,
  type Fact,
  type FactChannel,
  type OutcomeFact,
  otherWays,
  type RatedFact,
  type StartFact,
  type TextFact,
} from './facts.ts'
import { leadStep, mostAhead } from './leads.ts'
import { pageCounters } from './page-counters.ts'
import { timeSums } from './time-used.ts'
import { triedCounters } from './tried-counters.ts'

export type Sums = Readonly<Record<string, number>>

// `asOf`: an instant. Whoever has not saved for a day by then has left.
export const sumsOf = (facts: readonly Fact[], asOf: number): Sums =>
  joined([...facts.map((fact) => counted(countersOf(fact, asOf))), timeSums(facts)])

// A name that stands twice counts twice.
const counted = (names: readonly string[]): Sums => {
  const sums: Record<string, number> = {}
  for (const name of names) sums[name] = (sums[name] ?? 0) + 1
  return sums
}

export const joined = (all: readonly Sums[]): Sums => {
  const sums = new Map<string, number>()
  for (const one of all) for (const [name, count] of Object.entries(one)) sums.set(name, (sums.get(name) ?? 0) + count)
  return Object.fromEntries([...sums].filter(([, count]) => count !== 0).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

export const countIn = (sums: Sums, name: string): number => sums[name] ?? 0

const dayMs = 86_400_000

// How long after the start somebody may take: in one go (hours), in a week, in the life of a draft (days by the calendar).
export const windows = { '24h': 1, '7d': 7, '28d': 28 } as const
export type Window = keyof typeof windows

const countersOf = (fact: Fact, asOf: number): readonly string[] => {
  switch (fact.is) {
    case 'start':
      return startCounters(fact, asOf)
    case 'case':
      return caseCounters(fact, asOf)
    case 'outcome':
      return outcomeCounters(fact)
    case 'rated':
      return ratedCounters(fact)
    case 'text':
      return textCounters(fact, asOf)
    case 'change':
      return [`changes.${fact.change}.${fact.channel}`]
    case 'appointment':
      return appointmentCounters(fact)
    case 'free':
      return fact.thirds.map(({ place, type, days = 'over' }) => `third.${place}.${type}.${days}`)
    case 'offered':
      return times('time.offered', fact.buckets)
  }
}

const caseCounters = (fact: CaseFact, asOf: number): readonly string[] => [
  ...(fact.listed === true ? [`listed.${servedOf(fact, asOf)}`] : []),
  'cases',
  ...(fact.complete ? ['cases.complete'] : []),
  ...(fact.asked ? ['cases.asked'] : []),
  ...(fact.reassessed ? ['cases.reassessed'] : []),
  ...((fact.contacts ?? 0) > 0 ? ['cases.contacted'] : []),
  ...((fact.contacts ?? 0) > 1 ? ['cases.contacted-again'] : []),
  ...Array.from({ length: fact.contacts ?? 0 }, () => 'contacts'),
  ...(fact.firstAt === undefined ? [] : [`first.${daysTaken(fact.openedAt, fact.firstAt)}`]),
  ...(fact.outcomeAt === undefined ? [] : [`whole.${daysTaken(fact.openedAt, fact.outcomeAt)}`]),
]

// A time within 28 days of joining the list, none in them, or not yet.
const servedOf = ({ openedAt, outcomeAt }: CaseFact, asOf: number): 'served' | 'unmet' | 'waits' => {
  const ends = openedAt + windows['28d'] * dayMs
  if (outcomeAt !== undefined && outcomeAt <= ends) return 'served'
  return asOf > ends ? 'unmet' : 'waits'
}

// Working days, the long ones together.
const daysTaken = (from: number, until: number): string => {
  const days = workingDaysBetween(londonDay(from), londonDay(until))
  return waitBuckets.find((most) => days <= Number(most)) ?? 'more'
}

export const waitBuckets = ['0', '1', '2', '5', '10', '20', '40', '65'] as const

const outcomeCounters = ({ level, undone, inTime, agreed, onlyDeed }: OutcomeFact): readonly string[] => [
  'outcomes',
  `outcomes.${level}`,
  ...(undone ? ['outcomes.undone'] : []),
  ...(inTime ? ['outcomes.in-time'] : []),
  ...(agreed === undefined ? [] : ['outcomes.agreed', `outcomes.agreed.${agreed}`]),
  ...(onlyDeed === undefined ? [] : [`only.${onlyDeed}`]),
]

const ratedCounters = ({ rating, aside }: RatedFact): readonly string[] => {
  if (aside) return ['rated.aside']
  return rating === undefined ? ['rated.words-only'] : [`rated.${rating}`]
}

const times = (name: string, count: number): readonly string[] => Array.from({ length: count }, () => name)

// In buckets of 5 minutes. What was moved or cancelled took none in the end.
const appointmentCounters = (fact: AppointmentFact): readonly string[] => {
  const { state, buckets } = fact
  if (state === 'moved') return []
  if (state === 'cancelled')
    return ['visits.cancelled', ...(fact.notice === undefined ? [] : [`cancelled.${fact.notice}`])]
  const used = state === 'seen' ? times('time.used', buckets) : []
  return [`visits.${state}`, ...times('time.booked', buckets), ...used, ...chosenCounters(fact), ...byUsCounters(fact)]
}

const byUsCounters = ({ byUs = 0 }: AppointmentFact): readonly string[] =>
  byUs === 0 ? [] : ['by-us', ...(byUs > 1 ? ['by-us.again'] : [])]

const chosenCounters = ({ state, lead, channel }: AppointmentFact): readonly string[] => [
  ...(lead === undefined ? [] : [`ahead.${Math.min(lead, mostAhead)}`, `visits.${state}.lead.${leadStep(lead)}`]),
  ...(channel === undefined ? [] : [`visits.${state}.by.${channel}`]),
]

const textCounters = (fact: TextFact, asOf: number): readonly string[] => {
  const end = textEnd(fact, asOf)
  return [
    `texts.${fact.category}.${end}`,
    ...(end === 'failed' && fact.why !== undefined ? [`texts.why.${fact.why}`] : []),
  ]
}

const lostAfterMs = 3 * dayMs

// What nobody knows after three days did not arrive, as far as we can say.
const textEnd = ({ state, unwanted, sentAt }: TextFact, asOf: number): string => {
  if (unwanted) return 'unwanted'
  if (state === 'delivered' || state === 'failed' || state === 'held' || state === 'cancelled') return state
  return (state === 'sent' || state === 'uncertain') && sentAt + lostAfterMs <= asOf ? 'uncertain' : 'open'
}

const startCounters = (fact: StartFact, asOf: number): readonly string[] => [
  'starts',
  `starts.${fact.channel}`,
  `starts.device.${fact.device}`,
  ...(fact.uncounted ? ['starts.uncounted'] : []),
  `end.${endOf(fact, asOf)}`,
  ...doneCounters(fact),
  ...pageCounters(fact, endOf(fact, asOf)),
  ...triedCounters(fact),
]

// Ends that give what a person came for (Design Notes, 13 August 2015: "not eligible" is an end too).
export const completes = ['sent', 'listed', 'told', 'elsewhere'] as const

const doneCounters = ({ channel, end, startedAt }: StartFact): readonly string[] => {
  if (end === undefined || !completes.some((one) => one === end.is)) return []
  const days = daysBetween(londonDay(startedAt), londonDay(end.at))
  return [
    ...(end.at - startedAt <= dayMs ? ['done.24h'] : []),
    ...(days <= windows['7d'] ? ['done.7d'] : []),
    ...(days <= windows['28d'] ? ['done.28d', `done.${channel}`, ...knownCounters(channel)] : []),
  ]
}

// What staff typed in here has its own outcome; numbers of other ways that are typed by hand have none.
const knownCounters = (channel: FactChannel): readonly string[] =>
  otherWays.includes(channel) ? [`known.${channel}`] : []

// Whoever saved again after these has not ended there.
const wentOn: readonly string[] = ['ours', 'no-times']

// Whoever comes back opens it again.
const endOf = ({ end, savedAt }: StartFact, asOf: number): string => {
  if (end !== undefined && !(wentOn.includes(end.is) && savedAt > end.at)) return end.is
  return savedAt + dayMs <= asOf ? 'dropped' : 'open'
}
