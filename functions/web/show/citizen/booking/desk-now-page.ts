// How long people wait at a desk who come without an appointment.
import type { Place } from '#domain/slots/rota.ts'
import { ticketName, walkInWaits, whenSeen } from '#domain/slots/walk-in.ts'
import type { Queue } from '#usecases/booking/walk-ins.ts'
import { moment } from '../../when.ts'
import { citizenPage } from '../around.ts'

export type DeskNowPage = {
  readonly place: Place
  readonly queue: Pick<Queue, 'walkIns' | 'comesFor' | 'waits'>
  // This page, and where an appointment is booked.
  readonly at: string
  readonly books: string
  // Milliseconds.
  readonly now: number
}

export const deskNowPage = ({ place, queue, at, books, now }: DeskNowPage): string => {
  const title = `Waiting at ${place.name}`
  const open = queue.walkIns.tickets.filter(({ ended }) => ended === undefined)
  const called = open.filter((ticket) => !walkInWaits(ticket))
  return citizenPage(
    'desk-now',
    {},
    { title },
    {
      ...{ title, at, books, now: moment(now) },
      called: called.map(ticketName),
      waiting: open
        .filter(walkInWaits)
        .map((ticket) => ({ name: ticketName(ticket), wait: whenSeen(queue.waits.get(ticket.number)) })),
      comesFor: queue.comesFor.map(({ name, wait }) => ({ name, wait: whenSeen(wait) })),
    },
  )
}
