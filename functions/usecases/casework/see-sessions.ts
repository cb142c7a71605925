// Where people are signed in: everybody sees and ends their own sessions, a manager those of who works in their team.
import { can } from '#domain/cases/access.ts'
import type { Staff } from '#domain/cases/case.ts'
import type { AuditLog, StaffDirectory, StaffSession, StaffSessions } from '../ports/staff.ts'
import type { Clock, Ids } from '../ports/stores.ts'

type Ports = {
  readonly clock: Clock
  readonly ids: Ids
  readonly sessions: StaffSessions
  readonly directory: StaffDirectory
  readonly audit: AuditLog
}

// No session lasts longer, so whoever has one has signed in since.
const longestMs = 10 * 60 * 60_000

export const sessionsOf = ({ sessions, clock }: Ports, person: Staff): Promise<readonly StaffSession[]> =>
  sessions.of(person.id, clock.now())

/** Those whose sessions this person may end, beside their own. */
export const colleaguesSignedIn = async ({ directory, clock }: Ports, user: Staff): Promise<readonly Staff[]> => {
  const teams = user.teams.filter((team) => can(user, 'end-sessions', { team }))
  const people = await Promise.all(teams.map((team) => directory.colleagues(team, clock.now() - longestMs)))
  const others = people.flat().filter(({ id }) => id !== user.id)
  return others.filter(({ id }, at) => others.findIndex((one) => one.id === id) === at)
}

/** Undefined where it is nobody whose sessions this person may see. */
export const personSeenBy = async (ports: Ports, user: Staff, id: string): Promise<Staff | undefined> =>
  id === user.id ? user : (await colleaguesSignedIn(ports, user)).find((one) => one.id === id)

export const endSession = async (ports: Ports, user: Staff, person: Staff, handle: string): Promise<void> => {
  const at = ports.clock.now()
  if (!(await ports.sessions.endOne(person.id, handle, at))) return
  const entry = { id: ports.ids.ordered(at), at, by: user.id, did: 'end-session', allowed: true, on: person.id }
  await ports.audit.record(entry)
}
