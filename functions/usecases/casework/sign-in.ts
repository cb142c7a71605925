// A person comes back from the council's identity provider: who they are here, by the claims that it makes of them.
import { type Role, roles, type Staff } from '#domain/cases/case.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { AuditLog, Claims, StaffDirectory, StaffSessions } from '../ports/staff.ts'
import type { Clock, Ids } from '../ports/stores.ts'

type Ports = {
  readonly clock: Clock
  readonly ids: Ids
  readonly sessions: StaffSessions
  readonly directory: StaffDirectory
  readonly audit: AuditLog
}

// Gives the id of a new session: whatever session the browser had before is not used again.
export const signIn = async (
  ports: Ports,
  claims: Claims,
  allTeams: readonly string[],
): Promise<Result<string, 'no-role'>> => {
  const user = staffFrom(claims, allTeams)
  const now = ports.clock.now()
  const entry = { id: ports.ids.ordered(now), at: now, by: claims.id, did: 'sign-in' }
  await ports.audit.record({ ...entry, allowed: user !== undefined })
  if (user === undefined) return no('no-role')
  await ports.directory.record(
    user,
    allTeams.filter((team) => !user.teams.includes(team)),
    now,
  )
  return ok(await ports.sessions.start(user, now))
}

// The one place where the provider's words become ours. A role or team that we do not know counts for nothing.
export const staffFrom = (claims: Claims, allTeams: readonly string[]): Staff | undefined => {
  const known = roles.filter((role: Role) => claims.roles.includes(role))
  if (known.length === 0) return undefined
  return {
    is: 'staff',
    id: claims.id,
    name: claims.name,
    roles: known,
    teams: allTeams.filter((team) => claims.teams.includes(team)),
    ...(claims.phone === undefined ? {} : { phone: claims.phone }),
  }
}
