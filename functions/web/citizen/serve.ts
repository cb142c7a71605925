// Before a route answers: the session is opened, and a form is taken only from our own page and this very session.
import { BadRequest, html, type Reply, type Request, withCookie } from '../http.ts'
import { fromOurOwnPage, tokenHolds } from '../middleware/csrf.ts'
import type { Route } from '../routes.ts'
import { typedIn } from '../show/citizen/cannot-save-page.ts'
import { pages } from '../show/citizen/pages.ts'
import type { ProblemStatus } from '../show/citizen/problem-pages.ts'
import { paths } from '../show/site.ts'
import { cannotSave } from './answering/cannot-save.ts'
import type { Counter } from './counter.ts'
import { allHeld, cookieFor, endedCookie, newSession, sessionFrom } from './session.ts'
import { type Answer, around, serviceAt, type Visit } from './visit.ts'

// open: anybody. draft: whoever the session's draft belongs to. owner: whoever proved a phone by its code, or has something
// open in this browser.
export type CitizenPolicy = 'open' | 'draft' | 'owner'
export type CitizenRoute = Route<Visit, CitizenPolicy>

export const serveCitizen =
  (counter: Counter) =>
  async (route: CitizenRoute, request: Request): Promise<Reply> => {
    const now = counter.clock.now()
    const state = sessionFrom(request, counter.keys, now)
    const session = state.is === 'live' ? state.session : newSession(counter.ids.secret(), now)
    const visit = { counter, request, session, ended: state.is === 'ended' }
    const refused = request.method === 'POST' ? refusal(visit) : undefined
    const { session: said, ends, ...reply }: Answer = refused ?? (await answerTo(route, visit))
    const cookie = ends === true ? endedCookie() : cookieFor(state, said ?? session, counter.keys, now)
    counter.log({ level: 'info', event: 'page', requestId: request.id, route: route.path, status: reply.status })
    return cookie === undefined ? reply : withCookie(reply, cookie)
  }

// A session that ran out cannot hold its token any more: the person is told that it ended, and nothing is written.
// A form of another tab, made before this browser signed in, is of this browser all the same.
const refusal = (visit: Visit): Answer | undefined => {
  const { counter, request, session, ended } = visit
  if (!fromOurOwnPage(request, counter.citizenOrigin)) throw new BadRequest(403)
  const token = request.posted._csrf?.[0] ?? ''
  if (ended || [session.id, ...(session.before ?? [])].some((id) => tokenHolds(counter.keys, id, token)))
    return undefined
  if (token === '' || (session.owner === undefined && allHeld(session).length === 0)) throw new BadRequest(403)
  return notSavedReply(visit)
}

// The page is of a session that this browser no longer has: what was typed is shown, to be typed again where it belongs.
const notSavedReply = (visit: Visit): Answer => {
  const service = serviceAt(visit.counter.services, visit.request.path)
  const typed = typedIn(visit.request.posted).map(({ value }) => value)
  return html(
    pages.notSaved({ around: around(visit, service), typed: typed.filter((value) => value.trim() !== '') }),
    403,
  )
}

const answerTo = async (route: CitizenRoute, visit: Visit): Promise<Answer> => {
  const lost = visit.ended && visit.request.method === 'POST'
  if (lost) return { status: 303, headers: { location: '/session/ended' } }
  if (route.policy === 'owner' && visit.session.left === true) return { status: 303, headers: { location: paths.home } }
  if (route.policy === 'owner' && visit.session.owner === undefined && allHeld(visit.session).length === 0)
    return { status: 303, headers: { location: visit.ended ? '/session/ended' : '/return' } }
  if (visit.request.method === 'POST' && (await visit.counter.switches.now()).readOnly)
    return (route.whileReadOnly ?? cannotSave)(visit)
  return route.answer(visit)
}

export const problemHtml =
  (counter: Counter) =>
  (status: number, { requestId, path }: { readonly requestId: string; readonly path: string }): string => {
    const service = serviceAt(counter.services, path)
    return pages.problem({
      status: known(status),
      reference: requestId,
      ...(service === undefined
        ? {}
        : { phone: service.start.phone, around: { service: { name: service.name, home: `/${service.id}` } } }),
    })
  }

const known = (status: number): ProblemStatus => {
  const all: readonly ProblemStatus[] = [400, 403, 404, 405, 409, 410, 413, 415, 429, 500, 503]
  return all.find((one) => one === status) ?? 500
}

export const problemReply = (counter: Counter, request: Request, status: ProblemStatus): Reply =>
  html(problemHtml(counter)(status, { requestId: request.id, path: request.path }), status)
