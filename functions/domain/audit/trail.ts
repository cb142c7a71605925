// What was done on a case and who looked at it, as the audit log has it, beside the case's own history (docs/rules/casework.md, "The audit log").
import type { CaseEvent } from '../cases/case.ts'

export type TrailEntry = {
  readonly id: string
  readonly at: number
  // A staff member's id, or whoever else by name: 'The applicant'.
  readonly by: string
  // A look, or what was asked for: 'see-case'.
  readonly did?: string
  readonly allowed?: boolean
  // The action or file.
  readonly on?: string
  // A change: the workflow's action, and the version after it.
  readonly action?: string
  readonly version?: number
  readonly notice?: unknown
}

// Each change of the case has its entry, one after the other without a gap, by the same hands as the history says. `[]` where all of it holds.
export const trailFaults = (trail: readonly TrailEntry[], events: readonly CaseEvent[]): readonly string[] => {
  const changes = new Map(
    trail.filter(({ did, action }) => did === undefined && action !== 'note').map((entry) => [entry.id, entry]),
  )
  const known = new Set(events.map(({ id }) => id))
  return [
    ...gapsIn(events),
    ...events.flatMap((event) => differs(event, changes.get(event.id))),
    ...[...changes.values()]
      .filter(({ id, version }) => version !== undefined && !known.has(id))
      .map(({ version }) => `Change ${version} is in the audit log and not in the history`),
  ]
}

const gapsIn = (events: readonly CaseEvent[]): readonly string[] => {
  const versions = events.map(({ version }) => version).toSorted((a, b) => a - b)
  return versions
    .flatMap((version, at) =>
      version === at + 1 ? [] : [`Change ${at + 1} is missing from the history, or is there twice`],
    )
    .slice(0, 1)
}

const differs = (
  { version, action, at, by, byId = by }: CaseEvent,
  entry: TrailEntry | undefined,
): readonly string[] => {
  if (entry === undefined) return [`Change ${version} has no entry in the audit log`]
  const same = entry.action === action && entry.at === at && entry.by === byId && entry.version === version
  return same ? [] : [`Change ${version} is not the same in the history and in the audit log`]
}
