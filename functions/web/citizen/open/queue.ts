// The waiting room of a service: a number for whoever begins, a page to wait on, and in when the number is called.
import { queueStandingOf, type WaitingRoom } from '#domain/switches/queue.ts'
import type { Service } from '#services/service.ts'
import { comeIn } from '#usecases/answering/come-in.ts'
import { html, seeOther, withCookie } from '#web/http.ts'
import { pages } from '#web/show/citizen/pages.ts'
import { type Answer, around, started, type Visit, withSession } from '../visit.ts'
import { firstPage } from '../where.ts'
import { type Ticket, ticketCookie, ticketIn } from './ticket.ts'

// Seconds. Sooner where somebody is nearly there; never sooner than a person needs to find the way to stop it (WCAG 2.2.1: 20 seconds).
const refreshes = { most: 30, least: 20 } as const

const queueAt = (service: Service): string => `/${service.id}/queue`

export const showQueue =
  (service: Service) =>
  async (visit: Visit): Promise<Answer> => {
    const { waitingRoom: room, closed } = (await visit.counter.switches.now()).services[service.id] ?? {}
    const ticket = room === undefined ? undefined : ticketOf(visit, service, room)
    if (room === undefined || closed !== undefined || ticket === undefined) return seeOther(`/${service.id}`)
    return queueReply(visit, service, { room, ticket })
  }

type Held = { readonly room: WaitingRoom; readonly ticket: Ticket }

const queueReply = (visit: Visit, service: Service, { room, ticket }: Held): Answer => {
  const now = visit.counter.clock.now()
  const standing = queueStandingOf(room, ticket.number, now)
  const still = visit.request.query.still?.[0] === '1'
  const seconds =
    standing.is !== 'waiting' || still
      ? undefined
      : Math.min(refreshes.most, Math.max(refreshes.least, Math.ceil((standing.calledAt - now) / 1000)))
  const here = queueAt(service)
  const reply = html(
    pages.queue({
      around: { ...around(visit, service), timed: false },
      ...{ standing, now, number: ticket.number, noun: service.noun, phone: service.start.phone },
      again: { here: still ? `${here}?still=1` : here, still: `${here}?still=1`, byItself: here },
      action: `/${service.id}/start`,
      ...(seconds === undefined ? {} : { refreshes: seconds }),
    }),
  )
  // The header does what <meta http-equiv="refresh"> does, without JavaScript.
  return seconds === undefined ? reply : { ...reply, headers: { ...reply.headers, refresh: String(seconds) } }
}

// "Start now" while the room is open: in, where one's number is called; otherwise a number, where one has none, and to the page to wait on.
export const inTurn = async (visit: Visit, service: Service, room: WaitingRoom): Promise<Answer> => {
  const { counter } = visit
  const now = counter.clock.now()
  const ticket = ticketOf(visit, service, room)
  const standing = ticket === undefined ? undefined : queueStandingOf(room, ticket.number, now)
  if (ticket === undefined || standing?.is === 'passed') return numbered(visit, service, room)
  if (standing?.is === 'waiting') return seeOther(queueAt(service))
  const draft = await comeIn(counter, service, { place: ticket, sessionId: visit.session.id })
  // Somebody came in on this place in another browser.
  if (draft === undefined) return numbered(visit, service, room)
  const session = started(visit, service, draft)
  return withSession(seeOther(`/${service.id}/${firstPage(service, draft, counter.clock)}`), session)
}

const numbered = async (visit: Visit, service: Service, room: WaitingRoom): Promise<Answer> => {
  const { counter } = visit
  const number = await counter.places.take(service.id, room, counter.clock.now())
  const ticket = { service: service.id, sitting: room.sitting, number }
  return withCookie(seeOther(queueAt(service)), ticketCookie(ticket, counter.keys))
}

const ticketOf = ({ request, counter }: Visit, service: Service, { sitting }: WaitingRoom): Ticket | undefined =>
  ticketIn(request, counter.keys, { service: service.id, sitting })
