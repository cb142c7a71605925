// A person comes back from the council's identity provider: who they are here, by the claims that it makes of them.
import { type Role, roles, type Staff } from '#domain/cases/case.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type {
  AuditEntry,
  AuditLog,
  Claims,
  Identity,
  SignedIn,
  StaffDirectory,
  StaffSession,
  StaffSessions,
} from '../ports/staff.ts'
import type { Clock, Ids } from '../ports/stores.ts'
import { type OwnPorts, withOwn } from './own-details.ts'

type Ports = {
  readonly clock: Clock
  readonly ids: Ids
  readonly sessions: StaffSessions
  readonly directory: StaffDirectory
  readonly audit: AuditLog
} & OwnPorts

// Gives the id of a new session: whatever session the browser had before is not used again.
export const signIn = async (
  ports: Ports,
  { claims, token }: SignedIn,
  allTeams: readonly string[],
): Promise<Result<string, 'no-role'>> => {
  const known = staffFrom(claims, allTeams)
  const user = known && (await withOwn(ports, known, claims))
  const now = ports.clock.now()
  const entry = { id: ports.ids.ordered(now), at: now, by: claims.id, did: 'sign-in' }
  await ports.audit.record({ ...entry, allowed: user !== undefined })
  if (user === undefined) return no('no-role')
  await inDirectory(ports, user, allTeams)
  return ok(await ports.sessions.start(user, now, token))
}

// Whose session it is, by what the provider says of them now: roles that were taken away count for this long.
const checkedEvery = 5 * 60_000

// Undefined where the session is over: it ran out, was ended, or the provider no longer lets them in.
export const whoIsIn = async (
  ports: Ports & { readonly identity: Identity },
  sessionId: string,
  allTeams: readonly string[],
): Promise<StaffSession | undefined> => {
  const now = ports.clock.now()
  const session = await ports.sessions.open(sessionId, now)
  if (session === undefined || now - session.checkedAt < checkedEvery) return session
  const { token, user: before } = session
  // Of the release before, which kept none: it goes on until it runs out (docs/guarantees.md, "Release").
  if (token === undefined) return session
  const said = await ports.identity.again(token, before.id)
  const known = said.ok ? staffFrom(said.value, allTeams) : undefined
  const user = said.ok && known !== undefined ? await withOwn(ports, known, said.value) : undefined
  if (user === undefined) {
    await ports.sessions.end(sessionId)
    await onRecord(ports, before, { did: 'lost-access', allowed: false })
    return undefined
  }
  await ports.sessions.checked(sessionId, user, now)
  if (!sameRights(user, before)) {
    await inDirectory(ports, user, allTeams)
    await onRecord(ports, user, { did: 'rights-changed', allowed: true })
  }
  return { ...session, user, checkedAt: now }
}

const sameRights = (one: Staff, other: Staff): boolean =>
  [one.roles, one.teams, one.own].join(' ') === [other.roles, other.teams, other.own].join(' ')

const onRecord = ({ clock, ids, audit }: Ports, { id: by }: Staff, what: Pick<AuditEntry, 'did' | 'allowed'>) => {
  const at = clock.now()
  return audit.record({ id: ids.ordered(at), at, by, ...what })
}

const inDirectory = ({ directory, clock }: Ports, user: Staff, allTeams: readonly string[]): Promise<void> =>
  directory.record(
    user,
    allTeams.filter((team) => !user.teams.includes(team)),
    clock.now(),
  )

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
