// The catalogue of services, a service's start page, and "Start now".
import type { Draft } from '#domain/forms/answered/draft.ts'
import { one } from '#domain/forms/kind.ts'
import type { Service } from '#services/service.ts'
import { helperTemplate } from '#usecases/answering/helping.ts'
import { codeTemplate } from '#usecases/answering/return-code.ts'
import { savedTemplate } from '#usecases/answering/save-for-later.ts'
import { startDraft } from '#usecases/answering/start-draft.ts'
import { html, type Reply, seeOther } from '#web/http.ts'
import { type ContentId, contents } from '#web/show/citizen/content-pages.ts'
import { pages } from '#web/show/citizen/pages.ts'
import { dateOf } from '#web/show/when.ts'
import { aboutDraft, draftBegun } from '../begun.ts'
import { walkedBy } from '../counted.ts'
import { feedbackOn } from '../feedback/about-page.ts'
import { closedReply } from '../open/closed.ts'
import { inTurn } from '../open/queue.ts'
import { type Answer, around, started, to, type Visit, withSession } from '../visit.ts'
import { firstPage } from '../where.ts'

export const home = async ({ counter }: Visit): Promise<Reply> => {
  const { services } = await counter.switches.now()
  return html(
    pages.home({
      services: counter.services.map(({ id, name, start }) => ({
        name,
        summary: services[id]?.closed === undefined ? start.summary : `Closed at the moment. ${start.summary}`,
        href: `/${id}`,
      })),
    }),
  )
}

export const startPage =
  (service: Service) =>
  async (visit: Visit): Promise<Answer> => {
    const { closed, waitingRoom } = (await visit.counter.switches.now()).services[service.id] ?? {}
    if (closed !== undefined) return closedReply(visit, service, closed)
    await visit.counter.changes.look()
    return html(
      pages.start({
        around: { ...around(visit, service), timed: false },
        start: service.start,
        noun: service.noun,
        action: `/${service.id}/start`,
        ...(waitingRoom === undefined ? {} : { button: await buttonInTurn(visit, service) }),
      }),
    )
  }

export const startNow =
  (service: Service) =>
  async (visit: Visit): Promise<Answer> => {
    const { closed, waitingRoom } = (await visit.counter.switches.now()).services[service.id] ?? {}
    if (closed !== undefined) return seeOther(`/${service.id}`)
    if (waitingRoom !== undefined) return (await goOn(visit, service)) ?? inTurn(visit, service, waitingRoom)
    if (one(visit.request.posted, 'do') !== 'another' && (await unsent(visit, service)) !== undefined)
      return seeOther(`/${service.id}/started`)
    const draft = await startDraft(visit.counter, service, walkedBy(visit.request))
    const session = started(visit, service, draft)
    return withSession(seeOther(to(service, firstPage(service, draft, visit.counter.clock))), session)
  }

// What they have not sent, before they begin another.
export const showStarted =
  (service: Service) =>
  async (visit: Visit): Promise<Answer> => {
    const draft = await unsent(visit, service)
    if (draft === undefined) return seeOther(`/${service.id}`)
    const about = aboutDraft(visit.counter, service, draft)
    return html(
      pages.started({
        around: around(visit, service, `/${service.id}`),
        noun: service.noun,
        ...(about === undefined ? {} : { about }),
        reference: draft.reference,
        saved: dateOf(draft.touchedAt),
        until: dateOf(draft.expiresAt),
        goOn: to(service, firstPage(service, draft, visit.counter.clock)),
        action: `/${service.id}/start`,
      }),
    )
  }

// One in which something is answered.
const unsent = async (visit: Visit, service: Service): Promise<Draft | undefined> => {
  const draft = await draftBegun(visit, service)
  return draft !== undefined && draft.reopens === undefined && Object.keys(draft.pages).length > 0 ? draft : undefined
}

const buttonInTurn = async (visit: Visit, service: Service) =>
  (await draftBegun(visit, service)) === undefined ? 'queue' : 'carry-on'

// Whoever has begun is never sent to queue.
const goOn = async (visit: Visit, service: Service): Promise<Answer | undefined> => {
  const draft = await draftBegun(visit, service)
  return draft === undefined ? undefined : seeOther(to(service, firstPage(service, draft, visit.counter.clock)))
}

export const content =
  (id: Exclude<ContentId, 'texts'>) =>
  ({ counter, request }: Visit): Reply =>
    html(pages.content(contents[id], feedbackOn(counter, request.path)))

export const textsWeSend = ({ counter, request }: Visit): Reply =>
  html(
    pages.texts(
      [
        ...[savedTemplate, codeTemplate, helperTemplate].map(({ words }) => ({
          service: 'Saving and coming back',
          words,
        })),
        ...counter.services.flatMap((service) =>
          Object.values(service.texts).map(({ words }) => ({ service: service.name, words })),
        ),
      ],
      feedbackOn(counter, request.path),
    ),
  )
