// Before a staff page answers: who is it, does the form come from our own page and this session, and
// may they? What the policy does not allow is refused and put on record; so is each look at a case.
import { can, type On } from '#domain/cases/access.ts'
import { isForBlock } from '#domain/cases/steps/machinery.ts'
import { withTimetables } from '#usecases/booking/live-timetable.ts'
import { whoIsIn } from '#usecases/casework/sign-in.ts'
import type { AuditEntry } from '#usecases/ports/staff.ts'
import { withEmergency } from '#usecases/team/break-glass.ts'
import { BadRequest, html, idsOf, type Reply, type Request, seeOther } from '../http.ts'
import { fromOurOwnPage, tokenHolds } from '../middleware/csrf.ts'
import { atOneInstant } from '../one-instant.ts'
import type { Route } from '../routes.ts'
import { typedIn } from '../show/citizen/cannot-save-page.ts'
import type { ProblemStatus } from '../show/citizen/problem-pages.ts'
import { staffPages } from '../show/staff/pages.ts'
import type { Desk } from './desk.ts'
import { keepTyped, keptFor } from './kept.ts'
import { endedSession, sessionIdIn } from './session.ts'
import { teamsOf } from './sign-in.ts'
import {
  around,
  type CaseRoute,
  type CaseVisit,
  type DeskVisit,
  emergencyAt,
  isDeskRoute,
  type StaffRoute,
} from './visit.ts'

export const serveStaff =
  (open: Desk) =>
  async (route: StaffRoute, request: Request): Promise<Reply> => {
    const desk = atOneInstant(open)
    const reply = await answered(desk, route, request)
    desk.log({ level: 'info', event: 'page', ...idsOf(request), route: route.path, status: reply.status })
    return reply
  }

const answered = async (desk: Desk, route: StaffRoute, request: Request): Promise<Reply> => {
  if (route.policy === 'anybody') return route.answer({ desk, request })
  const sessionId = sessionIdIn(request)
  const session = sessionId === '' ? undefined : await whoIsIn(desk, sessionId, teamsOf(desk))
  if (session === undefined) return signInFirst(desk, route, request)
  if (request.method === 'POST' && !mayPost(desk, request, sessionId)) throw new BadRequest(403)
  const switches = await desk.switches.now()
  const { user, handle } = session
  const bare = { desk: books(route) ? await withTimetables(desk) : desk, request, user, handle, sessionId, switches }
  const visit = { ...bare, ...(await keptFor(bare)) }
  if (!isDeskRoute(route)) return aboutCase(route, visit)
  return can(session.user, route.policy) ? answerNow(route, visit) : refused(visit, route.policy, {})
}

// What shows, books or moves time has the timetable that was published last.
const books = ({ path }: StaffRoute): boolean => path.startsWith('/desk')

// While nothing may be saved, a form comes back as it was typed; only those that keep nothing of a case go on.
const answerNow = async <V extends DeskVisit>(route: Route<V, string>, visit: V): Promise<Reply> => {
  const { request, switches } = visit
  if (request.method !== 'POST' || !switches.readOnly) return route.answer(visit)
  return route.whileReadOnly === undefined ? cannotSave(visit) : route.whileReadOnly(visit)
}

// 423 and not 503, as for residents (citizen/cannot-save.ts).
const cannotSave = (visit: DeskVisit): Reply => {
  const { path, posted } = visit.request
  const reply = html(staffPages.cannotSave({ around: around(visit), action: path, fields: typedIn(posted) }), 423)
  return { ...reply, headers: { ...reply.headers, 'retry-after': '300' } }
}

const mayPost = ({ keys, staffOrigin }: Desk, request: Request, sessionId: string): boolean =>
  fromOurOwnPage(request, staffOrigin) && tokenHolds(keys, sessionId, request.posted._csrf?.[0] ?? '')

// A page that was asked for is come back to; a form that was sent is kept, and not sent again. A cookie that opens nothing
// any more is told so.
const signInFirst = async (desk: Desk, route: StaffRoute, request: Request): Promise<Reply> => {
  const { method, path } = request
  const to = method === 'GET' && path !== '/' ? path : '/cases'
  if (method === 'GET' && sessionIdIn(request) === '') return seeOther(`/sign-in?${new URLSearchParams({ to })}`)
  const ours = method === 'POST' && mayPost(desk, request, sessionIdIn(request))
  const kept = ours && (await keepTyped(desk, route, request))
  return { ...html(staffPages.signIn({ to, sent: method === 'POST', kept }), 401), cookies: [endedSession] }
}

const aboutCase = async (route: CaseRoute, asked: DeskVisit): Promise<Reply> => {
  const { request } = asked
  const whole = await asked.desk.cases.opened(request.pathValues.reference ?? '')
  const desk = whole?.subject.appointment === undefined ? asked.desk : await withTimetables(asked.desk)
  const service = desk.services.find(({ id }) => id === whole?.subject.service)
  if (whole === undefined || service === undefined) throw new BadRequest(404)
  const user = await withEmergency(desk, asked.user, whole.subject)
  const visit = { ...asked, desk, user }
  const on = namedIn({ ...visit, service, whole })
  if (!can(user, route.policy, on)) return refused(visit, route.policy, on)
  if (request.method === 'GET') await record(visit, lookedAt(route), true)
  return answerNow(route, { ...visit, service, whole })
}

// A file's page may be seen without the file being opened: that is an entry of its own.
const lookedAt = ({ policy }: CaseRoute): string => (policy === 'open-file' ? 'see-file' : policy)

// What the address names beside the case: an action of its workflow, or one of its files. One that is not there is not found.
const namedIn = ({ request, service, whole }: CaseVisit): On => {
  const { action: actionId, file: fileId } = request.pathValues
  const action = service.workflow.actions.find(({ id, does }) => id === actionId && !isForBlock(does))
  const file = whole.files.find(({ id }) => id === fileId)
  if ((actionId !== undefined && action === undefined) || (fileId !== undefined && file === undefined))
    throw new BadRequest(404)
  return {
    subject: whole.subject,
    ...(action === undefined ? {} : { action }),
    ...(file === undefined ? {} : { question: file.question }),
  }
}

const refused = async (visit: DeskVisit, policy: string, { subject }: On): Promise<Reply> => {
  await record(visit, policy, false)
  visit.desk.log({
    level: 'warn',
    event: 'not-allowed',
    requestId: visit.request.id,
    ...(subject === undefined ? {} : { reference: subject.reference }),
  })
  const opens = subject !== undefined && can(visit.user, 'break-glass', { subject })
  return html(staffPages.notAllowed(around(visit), opens ? emergencyAt(subject.reference) : undefined), 403)
}

// Before the page is given: what cannot be put on record is not shown.
// `named`: what it was about, where the address does not say it.
export const record = (
  { desk, request, user }: DeskVisit,
  did: string,
  allowed: boolean,
  named?: string,
): Promise<void> => {
  const { reference, action, file } = request.pathValues
  const now = desk.clock.now()
  const on = named ?? action ?? file
  const entry: AuditEntry = {
    id: desk.ids.ordered(now),
    at: now,
    by: user.id,
    did,
    allowed,
    ...(reference === undefined ? {} : { reference }),
    ...(on === undefined ? {} : { on }),
  }
  return desk.audit.record(entry)
}

export const problemHtml = (status: number, { requestId }: { readonly requestId: string }): string =>
  staffPages.problem({ status: known(status), ...(status >= 500 || status === 403 ? { reference: requestId } : {}) })

const known = (status: number): ProblemStatus => {
  const all: readonly ProblemStatus[] = [400, 403, 404, 405, 409, 410, 413, 415, 429, 500, 503]
  return all.find((one) => one === status) ?? 500
}
