// Who looked at a case and who did what on it, for auditors: from the audit log, held beside the history.
import { type TrailEntry, trailFaults } from '#domain/audit/trail.ts'
import type { Staff } from '#domain/cases/case.ts'
import type { AuditEntry, StaffDirectory } from '../ports/staff.ts'
import type { Clock, Ids, WholeCase } from '../ports/stores.ts'
import type { TrailReader } from '../ports/trail.ts'

type Ports = {
  readonly clock: Clock
  readonly trail: TrailReader
  readonly directory: StaffDirectory
}

export type TrailSeen = {
  readonly lines: readonly TrailLine[]
  readonly faults: readonly string[]
  readonly people: readonly { readonly id: string; readonly name: string }[]
}

export type TrailLine = TrailEntry & {
  readonly name: string
  // Of a change, as the history says it.
  readonly words?: string
}

const daysMs = 90 * 86_400_000

// `user`: who reads it.
export const trailOf = async (ports: Ports, { subject, events, notes }: WholeCase, user: Staff): Promise<TrailSeen> => {
  const [entries, colleagues] = await Promise.all([
    ports.trail.ofCase(subject.reference),
    ports.directory.colleagues(subject.team, ports.clock.now() - daysMs),
  ])
  const names = new Map([
    [user.id, user.name],
    ...colleagues.map(({ id, name }): [string, string] => [id, name]),
    ...[...events, ...notes].flatMap(({ byId, by }): [string, string][] => (byId === undefined ? [] : [[byId, by]])),
  ])
  const wordsOf = new Map(events.map(({ id, words }) => [id, words]))
  const lines = entries.map((entry) => {
    const words = wordsOf.get(entry.id)
    return { ...entry, name: names.get(entry.by) ?? entry.by, ...(words === undefined ? {} : { words }) }
  })
  const people = new Map(lines.map(({ by, name }) => [by, { id: by, name }]))
  return { lines, faults: trailFaults(entries, events), people: [...people.values()] }
}

type Recording = {
  readonly clock: Clock
  readonly ids: Ids
  readonly audit: { record: (entry: AuditEntry) => Promise<void> }
}

// That somebody took it away as a file is on record before they have it.
export const takenAway = ({ clock, ids, audit }: Recording, user: Staff, reference: string): Promise<void> => {
  const at = clock.now()
  return audit.record({ id: ids.ordered(at), at, by: user.id, did: 'take-trail', allowed: true, reference })
}

// Searches, sign-ins and the like of one person, and who there is to ask for. What they did on a case stands in the log of the case.
export const trailOfPerson = async (
  { directory, trail, clock, services }: Ports & { readonly services: readonly { readonly team: string }[] },
  id: string,
): Promise<Pick<TrailSeen, 'lines' | 'people'>> => {
  const teams = await Promise.all(services.map(({ team }) => directory.colleagues(team, clock.now() - daysMs)))
  const people = new Map(teams.flat().map((person) => [person.id, { id: person.id, name: person.name }]))
  const entries = people.has(id) ? await trail.ofPerson(id) : []
  return {
    lines: entries.map((entry) => ({ ...entry, name: people.get(entry.by)?.name ?? entry.by })),
    people: [...people.values()],
  }
}
