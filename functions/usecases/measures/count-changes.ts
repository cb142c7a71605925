// What the table's stream tells becomes facts, and the days that these are about get their sums anew.
// Nothing waits for it: where it fails the stream tells it again, and a save never hears of it.
import type { Day } from '#domain/day.ts'
import { type Counted, countedFacts } from '#domain/measures/counting/case-facts.ts'
import type { Fact } from '#domain/measures/counting/facts.ts'
import { startFact } from '#domain/measures/counting/start-fact.ts'
import { sumsOf } from '#domain/measures/counting/sums.ts'
import { textFact } from '#domain/measures/counting/text-fact.ts'
import { ratedFact } from '#domain/measures/feedback/rated-fact.ts'
import type { Log } from '../ports/log.ts'
import type { CountedChange, FactStore, Histories, SumStore } from '../ports/measures.ts'
import type { Clock } from '../ports/stores.ts'

export type CountPorts = {
  readonly clock: Clock
  readonly facts: FactStore
  readonly sums: SumStore
  readonly histories: Histories
  // Of each service, by its id.
  readonly counts: (service: string) => Counted | undefined
  readonly log: Log
}

export const countChanges = async (ports: CountPorts, changes: readonly CountedChange[]): Promise<void> => {
  const facts = await factsOfAll(ports, changes)
  for (const fact of newest(facts)) await ports.facts.put(fact)
  const days = new Map(facts.map(({ service, day }) => [`${service} ${day}`, { service, day }]))
  for (const { service, day } of days.values()) await countDay(ports, service, day)
}

// A case is read once, however much of it changed.
const factsOfAll = async (ports: CountPorts, changes: readonly CountedChange[]): Promise<readonly Fact[]> => {
  const references = new Set(changes.flatMap((change) => (change.is === 'case' ? [change.reference] : [])))
  const facts: Fact[] = changes.flatMap(factsIn)
  for (const reference of references) facts.push(...(await factsOfCase(ports, reference)))
  return facts
}

const factsIn = (change: CountedChange): readonly Fact[] => {
  if (change.is === 'text') return [textFact(change.text)]
  const fact = change.is === 'draft' ? startFact(change.draft) : ratedIn(change)
  return fact === undefined ? [] : [fact]
}

const ratedIn = (change: CountedChange): Fact | undefined =>
  change.is === 'feedback' ? ratedFact(change.feedback) : undefined

const factsOfCase = async ({ histories, counts }: CountPorts, reference: string): Promise<readonly Fact[]> => {
  const history = await histories.of(reference)
  const counted = history === undefined ? undefined : counts(history.subject.service)
  return history === undefined || counted === undefined ? [] : countedFacts(history, counted)
}

// Of a draft that was saved ten times in a minute, the last is enough.
const newest = (facts: readonly Fact[]): readonly Fact[] => {
  const found = new Map<string, Fact>()
  for (const fact of facts) {
    const key = `${fact.is} ${fact.id} ${fact.day}`
    if ((found.get(key)?.v ?? -1) < fact.v) found.set(key, fact)
  }
  return [...found.values()]
}

// From all facts of the day, whoever put them.
export const countDay = async (
  ports: Pick<CountPorts, 'clock' | 'facts' | 'sums'>,
  service: string,
  day: Day,
): Promise<void> => {
  const facts = await ports.facts.ofDay(service, day)
  if (facts.length === 0) return
  await ports.sums.putDay(service, {
    day,
    sums: sumsOf(facts, ports.clock.now()),
    facts: facts.length,
    stamp: facts.reduce((sum, { v }) => sum + v, 0),
    writtenAt: ports.clock.now(),
  })
}
