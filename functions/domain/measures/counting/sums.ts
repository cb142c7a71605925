// The sums of a day or month: plain counters by name, so that two are joined by adding. They are a
// function of the set of facts: in whatever order and however often these came, the sums are equal.
import { daysBetween } from '#domain/day.ts'
import { londonDay } from '#domain/london.ts'
import type { Fact, StartFact } from './facts.ts'

export type Sums = Readonly<Record<string, number>>

// `asOf`: an instant. Whoever has not saved for a day by then has left.
export const sumsOf = (facts: readonly Fact[], asOf: number): Sums =>
  joined(facts.map((fact) => Object.fromEntries(countersOf(fact, asOf).map((name) => [name, 1]))))

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

const countersOf = (fact: Fact, asOf: number): readonly string[] => startCounters(fact, asOf)

const startCounters = (fact: StartFact, asOf: number): readonly string[] => [
  'starts',
  `starts.${fact.channel}`,
  `starts.device.${fact.device}`,
  `end.${endOf(fact, asOf)}`,
  ...doneCounters(fact),
]

// Ends that give what a person came for (Design Notes, 13 August 2015: "not eligible" is an end too).
export const completes = ['sent', 'listed', 'told', 'elsewhere'] as const

const doneCounters = ({ channel, end, startedAt }: StartFact): readonly string[] => {
  if (end === undefined || !completes.some((one) => one === end.is)) return []
  const days = daysBetween(londonDay(startedAt), londonDay(end.at))
  return [
    ...(end.at - startedAt <= dayMs ? ['done.24h'] : []),
    ...(days <= windows['7d'] ? ['done.7d'] : []),
    ...(days <= windows['28d'] ? ['done.28d', `done.${channel}`] : []),
  ]
}

// Whoever comes back opens it again.
const endOf = ({ end, savedAt }: StartFact, asOf: number): string => {
  if (end !== undefined && !(end.is === 'ours' && savedAt > end.at)) return end.is
  return savedAt + dayMs <= asOf ? 'dropped' : 'open'
}
