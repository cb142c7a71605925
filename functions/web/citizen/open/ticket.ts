// A place in a waiting room, signed, in a cookie of its own: a session that ends while somebody waits does not cost them their place.
import type { Keys } from '#usecases/ports/stores.ts'
import type { PlaceOf } from '#usecases/ports/switches.ts'
import type { Request } from '#web/http.ts'
import { sealed, sealedIn } from '#web/sealed.ts'

export type Ticket = PlaceOf

const nameFor = (service: string): string => `__Host-place-${service}`

// Of this very sitting: a room that was opened anew begins its numbers again.
export const ticketIn = (request: Request, keys: Keys, of: Omit<PlaceOf, 'number'>): Ticket | undefined => {
  const ticket = sealedIn<Ticket>(request.cookies[nameFor(of.service)] ?? '', 'place', keys)
  return ticket?.service === of.service && ticket.sitting === of.sitting ? ticket : undefined
}

// A day: longer than any queue.
export const ticketCookie = (ticket: Ticket, keys: Keys): string =>
  `${nameFor(ticket.service)}=${sealed(ticket, 'place', keys)}; Max-Age=86400; Secure; HttpOnly; Path=/; SameSite=Lax`
