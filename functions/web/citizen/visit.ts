// One request of a resident: who they are by their session, and which draft they are in.
import type { Draft } from '#domain/forms/draft.ts'
import type { Journey } from '#domain/forms/journey.ts'
import type { Service } from '#services/service.ts'
import { openDraft } from '#usecases/open-draft.ts'
import { journeyOf } from '#usecases/save-page.ts'
import { type Reply, type Request, seeOther } from '../http.ts'
import { tokenFor } from '../middleware/same-site.ts'
import type { Around } from '../show/around.ts'
import { paths } from '../show/site.ts'
import type { Counter } from './counter.ts'
import { keptTime } from './kept-time.ts'
import type { Session } from './session.ts'

export type Visit = {
  readonly counter: Counter
  readonly request: Request
  readonly session: Session
  // The session that was there has run out.
  readonly ended: boolean
}

// A reply that also says something new of the session.
export type Answer = Reply & { readonly session?: Session }

export type DraftVisit = Visit & { readonly service: Service; readonly draft: Draft; readonly walk: Journey }

// Finds the draft that the session names, and the journey through it; without one a person starts at the beginning.
export const inDraft =
  (service: Service, answer: (visit: DraftVisit) => Promise<Answer> | Answer) =>
  async (visit: Visit): Promise<Answer> => {
    const id = visit.session.drafts[service.id]
    const draft = id === undefined ? undefined : await openDraft(visit.counter, service, id)
    if (draft === undefined || draft.expiresAt < visit.counter.clock.now())
      return seeOther(visit.ended ? paths.ended : beginning(service, draft))
    return answer({ ...visit, service, draft, walk: journeyOf(service, draft, visit.counter.clock) })
  }

// Answers that are no longer waited for: the case's own page says where it stands.
const beginning = (service: Service, draft: Draft | undefined): string =>
  draft?.reopens === undefined ? `/${service.id}` : `${paths.mine}/${draft.reopens.caseReference}`

export const around = (
  visit: Visit & Partial<Pick<DraftVisit, 'draft' | 'walk'>>,
  service?: Pick<Service, 'id' | 'name'>,
  back?: string,
): Around => ({
  csrf: tokenFor(visit.counter.keys, visit.session.id, visit.request.id),
  timed: Object.keys(visit.session.drafts).length > 0 || visit.session.owner !== undefined,
  ...(service === undefined ? {} : { service: { name: service.name, home: `/${service.id}` } }),
  ...(back === undefined ? {} : { back }),
  ...(visit.draft?.reopens === undefined ? {} : { askedAgain: visit.draft.reopens.message }),
  ...kept(visit),
})

const kept = ({ counter, request, draft, walk }: Visit & Partial<Pick<DraftVisit, 'draft' | 'walk'>>) => {
  if (draft?.status !== 'draft' || walk === undefined) return {}
  const keptFor = keptTime({ draft, walk }, { now: counter.clock.now(), path: request.path })
  return keptFor === undefined ? {} : { keptTime: keptFor }
}

// The service that an address belongs to.
export const serviceAt = (services: readonly Service[], path: string): Service | undefined =>
  services.find(({ id }) => path === `/${id}` || path.startsWith(`/${id}/`))

export const withSession = (reply: Reply, session: Session): Answer => ({ ...reply, session })

export const to = (service: Service, key: string): string => `/${service.id}/${key}`

// A page key on the way back to check-your-answers.
export const toChange = (service: Service, key: string): string => `/${service.id}/${key}?change=1`

export const changing = (request: Request): boolean => request.query.change?.[0] === '1'
