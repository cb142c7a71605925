// Before a route answers: the session is opened, and a form is taken only from our own page and this very session.

import { type HelperMay, mayAs } from '#domain/forms/answered/helping.ts'
import { isBookable, type Service } from '#services/service.ts'
import { withTimetables } from '#usecases/booking/live-timetable.ts'
import { BadRequest, idsOf, type Reply, type Request, seeOther, withCookie } from '../http.ts'
import { aboutIn, fromOurOwnPage, tokenHolds } from '../middleware/csrf.ts'
import { atOneInstant } from '../one-instant.ts'
import type { Addressed } from '../routes.ts'
import { paths } from '../show/site.ts'
import { onlyTheApplicant } from './answering/alone.ts'
import { cannotSave } from './answering/cannot-save.ts'
import { notSaved } from './answering/not-saved.ts'
import type { Counter } from './counter.ts'
import { type OwnVisit, ofMine } from './own-booking.ts'
import { allHeld, cookieFor, endedCookie, held, newSession, sessionFrom } from './session.ts'
import { withTextsLate } from './texts-late.ts'
import { type Answer, type DraftVisit, inDraft, tagOf, type Visit } from './visit.ts'

// Who may. open: anybody, or whoever the address's own token lets in. owner: whoever proved a phone by
// its code, or has something open in this browser. draft: whoever this browser's draft of the service
// belongs to. booking: whoever booked it in this browser, or proved the phone that it was booked with.
export type CitizenRoute = Addressed &
  (
    | ({ readonly policy: 'open' | 'owner' } & Answering<Visit>)
    // `helper`: what a helper of the applicant has to be let do for it; absent where it is the applicant's alone.
    | ({ readonly policy: 'draft'; readonly service: Service; readonly helper?: HelperMay } & Answering<DraftVisit>)
    | ({ readonly policy: 'booking' } & Answering<OwnVisit>)
  )

type Answering<Known> = {
  readonly answer: (visit: Known) => Promise<Answer> | Answer
  // Answers in its place while nothing may be saved. A form without it is refused then, and what was
  // typed comes back.
  readonly whileReadOnly?: (visit: Known) => Promise<Answer> | Answer
  // A part of a page: many come at once, and none may put an older session over the one that a form just made.
  readonly keepsSession?: true
}

export const serveCitizen =
  (open: Counter) =>
  async (route: CitizenRoute, request: Request): Promise<Reply> => {
    const counter = atOneInstant(open)
    const now = counter.clock.now()
    const state = sessionFrom(request, counter.keys, now)
    const session = state.is === 'live' ? state.session : newSession(counter.ids.secret(), now)
    const visit = { counter, request, session, ended: state.is === 'ended' }
    const refused = request.method === 'POST' ? await refusal(visit) : undefined
    const { session: said, ends, ...answer }: Answer = refused ?? (await answerTo(route, visit))
    const reply = await withTextsLate(counter, answer)
    const cookie = ends === true ? endedCookie() : cookieFor(state, said ?? session, counter.keys, now)
    if (route.keepsSession === true) return reply
    counter.log({ level: 'info', event: 'page', ...idsOf(request), route: route.path, status: reply.status })
    return cookie === undefined ? reply : withCookie(reply, cookie)
  }

// A session that ran out cannot hold its token any more: the person is told that it ended, and nothing is written.
// A form of another tab, made before this browser signed in, is of this browser all the same.
const refusal = async (visit: Visit): Promise<Answer | undefined> => {
  const { counter, request, session, ended } = visit
  if (!fromOurOwnPage(request, counter.citizenOrigin)) throw new BadRequest(403)
  const token = request.posted._csrf?.[0] ?? ''
  const hasSome = session.owner !== undefined || allHeld(session).length > 0
  if (ended || [session.id, ...(session.before ?? [])].some((id) => tokenHolds(counter.keys, id, token)))
    return hasSome && isOfAnother(visit, aboutIn(token)) ? notSaved(visit) : undefined
  if (token === '' || !hasSome) throw new BadRequest(403)
  return notSaved(visit)
}

// Of a draft that this browser has no more, or not yet.
const isOfAnother = ({ counter, session }: Visit, about: string): boolean =>
  about !== '' && !allHeld(session).some((said) => tagOf(counter, held(said).id) === about)

const answerTo = async (route: CitizenRoute, visit: Visit): Promise<Answer> => {
  const isForm = visit.request.method === 'POST'
  if (visit.ended && isForm) return seeOther(paths.ended)
  const readOnly = isForm && (await visit.counter.switches.now()).readOnly
  if (readOnly && route.whileReadOnly === undefined) return cannotSave(visit)
  return books(route) ? bookedBy(route, visit, readOnly) : enforced(route, visit, readOnly)
}

// What shows, books or moves time has the timetable that was published last.
const books = (route: CitizenRoute): boolean =>
  route.policy === 'draft'
    ? isBookable(route.service)
    : route.policy === 'booking' || /^\/(offer|desk)\/|\/sessions$/.test(route.path)

const bookedBy = async (route: CitizenRoute, visit: Visit, readOnly: boolean): Promise<Answer> => {
  const counter = await withTimetables(visit.counter)
  if (route.policy !== 'draft') return enforced(route, { ...visit, counter }, readOnly)
  const service = counter.services.find(({ id }) => id === route.service.id) ?? route.service
  return enforced({ ...route, service }, { ...visit, counter }, readOnly)
}

// The one place in which a policy is true.
const enforced = (route: CitizenRoute, visit: Visit, readOnly: boolean): Promise<Answer> | Answer => {
  switch (route.policy) {
    case 'open':
      return letIn(route, readOnly)(visit)
    case 'owner':
      return notOwner(visit) ?? letIn(route, readOnly)(visit)
    case 'draft':
      return inDraft(route.service, forHelper(route.helper, letIn(route, readOnly)))(visit)
    case 'booking':
      return ofMine(letIn(route, readOnly))(visit)
  }
}

const forHelper =
  (wanted: HelperMay | undefined, answer: (visit: DraftVisit) => Promise<Answer> | Answer) =>
  (visit: DraftVisit): Promise<Answer> | Answer =>
    visit.helper === undefined || (wanted !== undefined && mayAs(visit.helper, wanted))
      ? answer(visit)
      : onlyTheApplicant(visit)

const letIn = <Known extends Visit>({ answer, whileReadOnly = cannotSave }: Answering<Known>, readOnly: boolean) =>
  readOnly ? whileReadOnly : answer

// Nothing is shown to somebody who left by "Exit this page", nor to whom this browser shows nothing to be theirs.
const notOwner = ({ session, ended }: Visit): Answer | undefined => {
  if (session.left === true) return seeOther(paths.home)
  const has = session.owner !== undefined || allHeld(session).length > 0
  return has ? undefined : seeOther(ended ? paths.ended : paths.comeBack)
}
