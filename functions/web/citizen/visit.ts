// One request of a resident: who they are by their session, and which draft they are in.
import type { Draft } from '#domain/forms/answered/draft.ts'
import { type Helper, helperOf } from '#domain/forms/answered/helping.ts'
import type { Journey } from '#domain/forms/answered/journey.ts'
import { pageName } from '#domain/forms/answered/trail.ts'
import type { Form, Section } from '#domain/forms/form.ts'
import type { Service } from '#services/service.ts'
import { draftsOfHelper } from '#usecases/answering/helping.ts'
import { openDraft } from '#usecases/answering/open-draft.ts'
import { journeyOf } from '#usecases/answering/save-page.ts'
import { BadRequest, type Reply, type Request, seeOther } from '../http.ts'
import { aboutIn, tokenFor } from '../middleware/csrf.ts'
import type { Around } from '../show/citizen/around.ts'
import { paths } from '../show/site.ts'
import { pageAddressOf, placeAt } from './answering/address.ts'
import { heldTime } from './booking/held-time.ts'
import type { Counter } from './counter.ts'
import { feedbackFrom } from './feedback/about-page.ts'
import { changedHere } from './feedback/changed-here.ts'
import { helpSaid } from './help-said.ts'
import { allHeld, held, type Session, withDraft } from './session.ts'
import { adviceKey, check } from './where.ts'

export type Visit = {
  readonly counter: Counter
  readonly request: Request
  readonly session: Session
  // The session that was there has run out.
  readonly ended: boolean
}

// A reply that also says something new of the session, or that it is over.
export type Answer = Reply & { readonly session?: Session; readonly ends?: true }

export type DraftVisit = Visit & {
  readonly service: Service
  readonly draft: Draft
  readonly walk: Journey
  // Who is here for the applicant, by their leave.
  readonly helper?: Helper
}

// Finds the draft that the session names, and the journey through it; without one a person starts at the beginning. A form of a page that another
// tab shows of another draft goes to that draft.
export const inDraft =
  (service: Service, answer: (visit: DraftVisit) => Promise<Answer> | Answer) =>
  async (visit: Visit): Promise<Answer> => {
    if (visit.session.left === true) return seeOther(paths.home)
    const said = saidOf(visit, service)
    const found = said === undefined ? ({ is: 'none' } as const) : await openHeld(visit, service, said)
    switch (found.is) {
      case 'left':
        return seeOther(paths.home)
      case 'taken':
        return seeOther(paths.taken)
      case 'none':
        return seeOther(visit.ended ? paths.ended : beginning(service, found.draft))
      case 'ended':
        throw new BadRequest(404)
      case 'held': {
        const { draft, helper } = found
        const walk = journeyOf(service, draft, visit.counter.clock)
        const opened =
          helper === undefined ? { ...visit, service, draft, walk } : byHelper(visit, { service, draft, walk, helper })
        const given = noting(answer)
        return said === visit.session.drafts[service.id] ? given(opened) : besides(opened, given)
      }
    }
  }

// All that a helper saves is marked as theirs, and what is the applicant's alone is not saved.
const byHelper = (visit: Visit, opened: Omit<DraftVisit, keyof Visit> & { readonly helper: Helper }): DraftVisit => {
  const { counter } = visit
  return { ...visit, ...opened, counter: { ...counter, drafts: draftsOfHelper(counter.drafts, opened.helper.id) } }
}

// What we could not do is noted on the draft for whoever counts, if that much can be done.
const noting =
  (answer: (visit: DraftVisit) => Promise<Answer> | Answer) =>
  async (visit: DraftVisit): Promise<Answer> => {
    try {
      return await answer(visit)
    } catch (error) {
      if (!(error instanceof BadRequest)) await noteOurs(visit).catch(() => {})
      throw error
    }
  }

export const noteOurs = async ({ counter, draft, request }: DraftVisit): Promise<void> => {
  const { ended } = draft.walked ?? {}
  if (draft.status !== 'draft' || draft.reopens !== undefined || (ended !== undefined && ended.is !== 'ours')) return
  const page = pageName(request.path.split('/').slice(2).join('/'))
  await counter.drafts.note(draft, { is: 'ours', page, at: counter.clock.now() })
}

// The draft at hand; or the one that the posted page was made of.
const saidOf = ({ request, session, counter }: Visit, service: Service): string | undefined => {
  const atHand = session.drafts[service.id]
  const about = aboutIn(request.posted._csrf?.[0] ?? '')
  if (about === '' || atHand === undefined || tagOf(counter, held(atHand).id) === about) return atHand
  return allHeld(session).find((said) => tagOf(counter, held(said).id) === about)
}

// What was typed is kept where it belongs; which of the two they go on with is for them to say. Nothing is sent so.
const besides = async (visit: DraftVisit, answer: (visit: DraftVisit) => Promise<Answer> | Answer): Promise<Answer> => {
  if (!visit.request.path.endsWith('/declaration')) await answer(visit)
  return seeOther(paths.mine)
}

type Held =
  | { readonly is: 'held'; readonly draft: Draft; readonly helper?: Helper }
  // A helper's leave.
  | { readonly is: 'ended' }
  | { readonly is: 'none'; readonly draft?: Draft }
  // Somebody proved its phone since; or this browser signed out.
  | { readonly is: 'taken' | 'left' }

export const openHeld = async (visit: Visit, service: Service, said: string): Promise<Held> => {
  const { id, turn, helper } = held(said)
  const draft = await openDraft(visit.counter, service, id)
  if (draft === undefined) return { is: 'none' }
  if (draft.left?.includes(markOf(visit)) === true) return { is: 'left' }
  if (helper !== undefined) return heldByHelper(draft, helper, visit.counter.clock.now())
  if ((draft.turn ?? 0) !== turn) return { is: 'taken' }
  return draft.expiresAt < visit.counter.clock.now() ? { is: 'none', draft } : { is: 'held', draft }
}

const heldByHelper = (draft: Draft, id: string, now: number): Held => {
  const helper = helperOf(draft, id, now)
  return helper === undefined || draft.expiresAt < now ? { is: 'ended' } : { is: 'held', draft, helper }
}

// Of this browser, for a draft that it gives up.
export const markOf = ({ counter, session }: Pick<Visit, 'counter' | 'session'>): string =>
  counter.keys.hash('browser', session.browser ?? session.id).slice(0, 16)

// Of a draft or application, where its id has no business: in a page, in a cookie.
export const tagOf = ({ keys }: Pick<Counter, 'keys'>, id: string): string => keys.hash('draft tag', id).slice(0, 8)

// Answers that are no longer waited for: the case's own page says where it stands.
const beginning = (service: Service, draft: Draft | undefined): string =>
  draft?.reopens === undefined ? `/${service.id}` : `${paths.mine}/${draft.reopens.caseReference}`

export const around = (
  visit: Visit & Partial<Pick<DraftVisit, 'draft' | 'walk' | 'helper'>>,
  service?: Pick<Service, 'id' | 'name'>,
  back?: string,
): Around => ({
  csrf: tokenFor(visit.counter.keys, visit.session.id, randomOf(visit)),
  timed: Object.keys(visit.session.drafts).length > 0 || visit.session.owner !== undefined,
  ...(service === undefined ? {} : { service: { name: service.name, home: `/${service.id}` } }),
  ...(back === undefined ? {} : { back }),
  ...(visit.draft?.reopens === undefined ? {} : { askedAgain: visit.draft.reopens.message }),
  ...timeHeld(visit),
  ...(visit.draft?.status === 'draft' &&
  visit.helper === undefined &&
  hasNoWayBack(visit.draft) &&
  service !== undefined
    ? { noWayBack: `/${service.id}/recovery-phrase` }
    : {}),
  ...exitOn(visit),
  ...(exitOn(visit).neutral === true ? {} : changedHere(visit.counter, visit.request.path)),
  ...helpSaid(visit),
  here: visit.request.path,
  feedback: feedbackFrom(visit.counter, visit.request.path),
  ...(visit.request.query.time?.[0] === '1' ? { moreTime: true } : {}),
})

const hasNoWayBack = ({ phone, email }: Draft): boolean => phone === undefined && email === undefined

// On the pages that have it, by themselves or by their section, and where all answers are shown.
const exitOn = ({ request, walk }: Visit & Partial<Pick<DraftVisit, 'walk'>>): Pick<Around, 'exit' | 'neutral'> => {
  if (walk === undefined) return {}
  const address = request.path.split('/').slice(2).join('/')
  if (exitsAt(walk.form, address)) return { exit: true, neutral: true }
  const shows = address === check || address === adviceKey
  return shows && walk.form.sections.some(hasExit) ? { exit: true } : {}
}

// Does somebody who answers there perhaps have to leave quickly?
export const exitsAt = (form: Form, address: string): boolean => {
  const { section, page } = placeAt(form, address)
  return page?.exit === true || (section?.is === 'pages' && section.exit === true)
}

const hasExit = (section: Section): boolean =>
  (section.is === 'pages' && section.exit === true) || section.pages.some(({ exit }) => exit === true)

const randomOf = ({ counter, request, draft }: Visit & Partial<Pick<DraftVisit, 'draft'>>): string =>
  draft === undefined ? request.id : `${request.id}~${tagOf(counter, draft.id)}`

const timeHeld = ({ counter, request, draft, walk }: Visit & Partial<Pick<DraftVisit, 'draft' | 'walk'>>) => {
  if (draft?.status !== 'draft' || draft.hold === undefined || walk === undefined) return {}
  const booking = counter.services.find(({ id }) => id === draft.service)?.booking
  if (booking === undefined) return {}
  const held = heldTime({ booking, draft, walk }, { now: counter.clock.now(), path: request.path })
  return held === undefined ? {} : { heldTime: held }
}

export const withSession = (reply: Reply, session: Session): Answer => ({ ...reply, session })

export const to = (service: Service, key: string): string => `/${service.id}/${pageAddressOf(service.form, key)}`

// A session in which somebody has just begun. A browser that left by "Exit this page" begins anew.
export const started = ({ session }: Visit, service: Service, draft: Draft): Session => {
  const { left: _, ...rest } = session
  return withDraft(rest, service.id, draft)
}

// A page key on the way back to check-your-answers.
export const toChange = (service: Service, key: string): string => `${to(service, key)}?change=1`

export const changing = (request: Request): boolean => request.query.change?.[0] === '1'
