// A session that runs out while somebody types: what they send is kept for them, and shown again once they have signed in.
// It is never sent on by itself: they look at it, and send it by a form of the new session.
import type { Typed } from '#domain/forms/kind.ts'
import { one } from '#domain/forms/kind.ts'
import type { KeptForm } from '#usecases/ports/staff.ts'
import type { Request } from '../http.ts'
import type { Desk } from './desk.ts'
import { sessionIdIn } from './session.ts'
import type { DeskVisit, StaffRoute } from './visit.ts'

// The caller has found that the form is ours and of this very session.
export const keepTyped = async (desk: Desk, route: StaffRoute, request: Request): Promise<boolean> => {
  const { _csrf: _, ...typed } = request.posted
  if (route.keptAt === undefined || !saysMore(typed)) return false
  const now = desk.clock.now()
  const user = await desk.sessions.ranOut(sessionIdIn(request), now)
  if (user === undefined) return false
  await desk.kept.keep(user.id, { page: addressOf(route.keptAt, request), typed, at: now })
  return true
}

const saysMore = ({ version: _, ...typed }: Typed): boolean =>
  Object.values(typed).some((values) => values.some((value) => value.trim() !== ''))

const addressOf = (path: string, { pathValues }: Request): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(pathValues[name] ?? ''))

export const pageWithKept = (page: string): string => `${page}?kept=1`

// What is kept for this page and this person, where the address asks for it.
export const keptFor = async ({ desk, request, user }: DeskVisit): Promise<Pick<DeskVisit, 'kept'>> => {
  if (request.method !== 'GET' || request.query.kept === undefined) return {}
  const kept = await desk.kept.of(user.id, desk.clock.now())
  return kept?.page === request.path ? { kept } : {}
}

// As the person had the case or the switches before them: what changed since is told when they send it.
export const versionOf = (kept: KeptForm | undefined, now: number): number =>
  kept === undefined ? now : Number(one(kept.typed, 'version'))
