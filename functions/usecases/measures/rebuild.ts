// Counts again from what is kept: drafts, the history of cases, texts. Facts whose draft has run out stay
// as they are. Gives what differs from the sums as they stood.
import type { Day } from '#domain/day.ts'
import type { Sums } from '#domain/measures/counting/sums.ts'
import type { CountedChange } from '../ports/measures.ts'
import { type CountPorts, countChanges } from './count-changes.ts'

export type Difference = {
  readonly service: string
  readonly day: Day
  readonly name: string
  readonly was: number
  readonly is: number
}

type Given = {
  readonly changes: readonly CountedChange[]
  readonly services: readonly string[]
  readonly from: Day
  readonly until: Day
}

export const rebuild = async (ports: CountPorts, given: Given): Promise<readonly Difference[]> => {
  const before = await daysOf(ports, given)
  for (let at = 0; at < given.changes.length; at += batch)
    await countChanges(ports, given.changes.slice(at, at + batch))
  const after = await daysOf(ports, given)
  return [...new Set([...before.keys(), ...after.keys()])].toSorted().flatMap((place) => {
    const [service = '', day = ''] = place.split(' ')
    return differences(before.get(place) ?? {}, after.get(place) ?? {}).map((one) => ({ service, day, ...one }))
  })
}

const batch = 1000

const daysOf = async ({ sums }: CountPorts, { services, from, until }: Given): Promise<ReadonlyMap<string, Sums>> => {
  const found = new Map<string, Sums>()
  for (const service of services)
    for (const day of await sums.days(service, from, until)) found.set(`${service} ${day.day}`, day.sums)
  return found
}

const differences = (was: Sums, is: Sums) =>
  [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .toSorted()
    .map((name) => ({ name, was: was[name] ?? 0, is: is[name] ?? 0 }))
    .filter((one) => one.was !== one.is)
