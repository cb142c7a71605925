// Signing in at the council's identity provider, and out again.
import { signIn } from '#usecases/casework/sign-in.ts'
import type { AuditEntry } from '#usecases/ports/staff.ts'
import { html, type Reply, seeOther, withCookie } from '../http.ts'
import { staffPages } from '../show/staff/pages.ts'
import type { Desk } from './desk.ts'
import { pageWithKept } from './kept.ts'
import { endedPending, endedSession, pendingIn, pendingSignIn, sessionCookie } from './session.ts'
import type { DeskVisit, OpenVisit } from './visit.ts'

export const showSignIn = ({ request }: OpenVisit): Reply => html(staffPages.signIn({ to: wantedIn(request.query.to) }))

// Nothing is stored: what must be known when the browser comes back rides in a cookie that we signed.
export const startSignIn = async ({ desk, request }: OpenVisit): Promise<Reply> => {
  const { url, pending } = await desk.identity.begin()
  const cookie = pendingSignIn({ ...pending, to: wantedIn(request.query.to), at: desk.clock.now() }, desk.keys)
  return withCookie(seeOther(url), cookie)
}

export const finishSignIn = async (visit: OpenVisit): Promise<Reply> => {
  const { desk, request } = visit
  const pending = pendingIn(request, desk.keys, desk.clock.now())
  const claims = pending === undefined ? undefined : await desk.identity.finish(queryOf(visit), pending)
  if (pending === undefined || claims === undefined || !claims.ok) return notSignedIn(visit, pending !== undefined)
  const session = await signIn(desk, claims.value, teamsOf(desk))
  if (!session.ok) return withCookie(html(staffPages.noRole(), 403), endedPending)
  const kept = await desk.kept.take(claims.value.claims.id, desk.clock.now())
  const to = kept === undefined ? pending.to : pageWithKept(kept)
  return withCookie(withCookie(seeOther(to), sessionCookie(session.value)), endedPending)
}

export const teamsOf = ({ services }: Desk): readonly string[] => services.map(({ team }) => team)

// Too late, a second time, from elsewhere, or not as the provider said it: all read the same.
// On record where it had begun here: who they are is not known, and anybody can open the address.
const notSignedIn = async ({ desk, request }: OpenVisit, hadBegun: boolean): Promise<Reply> => {
  if (hadBegun) await onRecord(desk, 'sign-in', { by: 'unknown', allowed: false })
  desk.log({ level: 'warn', event: 'sign-in-refused', requestId: request.id })
  return withCookie(html(staffPages.notSignedIn(), 400), endedPending)
}

export const signOut = async ({ desk, sessionId, user }: DeskVisit): Promise<Reply> => {
  await desk.sessions.end(sessionId)
  await onRecord(desk, 'sign-out', { by: user.id, allowed: true })
  return withCookie(seeOther('/signed-out'), endedSession)
}

const onRecord = (desk: Desk, did: string, entry: Pick<AuditEntry, 'by' | 'allowed'>): Promise<void> => {
  const at = desk.clock.now()
  return desk.audit.record({ id: desk.ids.ordered(at), at, did, ...entry })
}

export const showSignedOut = (): Reply => html(staffPages.signedOut())

const queryOf = ({ request }: OpenVisit): string => {
  const query = new URLSearchParams()
  for (const [name, values] of Object.entries(request.query)) for (const value of values) query.append(name, value)
  return query.toString()
}

// Only our own pages are come back to.
const wantedIn = (to: readonly string[] | undefined): string => {
  const wanted = to?.[0] ?? ''
  return /^\/cases(\/[\w-]+)*$/.test(wanted) ? wanted : '/cases'
}
