// What stands in the way of another appointment: one that they have, or too many that they missed. Asked only for whoever proved the
// number, or for staff: nobody else may learn it.
import type { Applicant } from '#domain/cases/case.ts'
import type { Day } from '#domain/day.ts'
import type { Booked } from '#domain/slots/booking.ts'
import type { Waiting } from '#domain/slots/waiting.ts'
import type { Service } from '#services/service.ts'
import type { FindStore } from '../ports/access.ts'
import type { CaseStore, Clock, Keys } from '../ports/stores.ts'
import { missedLately } from './missed.ts'
import { standingAppointment } from './standing.ts'

// The person has as many appointments of this type as they may: one of them.
export type AlreadyBooked = { readonly is: 'already-booked'; readonly reference: string }

// The person missed these days lately, and books the next appointment by phone.
export type ByPhone = { readonly is: 'by-phone'; readonly missed: readonly Day[] }

type Ports = { readonly clock: Clock; readonly find: FindStore; readonly keys: Keys; readonly cases: CaseStore }

type Asking = {
  readonly service: Service
  readonly applicant: Applicant
  readonly booked: Booked | undefined
  readonly waits: Waiting | undefined
  readonly draftId: string
  readonly sender: { readonly is: 'owner' | 'browser' | 'staff' } | undefined
}

export const standsInTheWay = async (ports: Ports, asking: Asking): Promise<AlreadyBooked | ByPhone | undefined> => {
  const { service, applicant, sender } = asking
  if (sender === undefined || sender.is === 'browser') return undefined
  const reference = await hasAlready(ports, asking)
  if (reference !== undefined) return { is: 'already-booked', reference }
  const missed = sender.is === 'owner' ? await missedLately(ports, service, applicant) : []
  return missed.length === 0 ? undefined : { is: 'by-phone', missed }
}

const hasAlready = async (
  ports: Ports,
  { service, applicant, booked, waits, draftId }: Asking,
): Promise<string | undefined> => {
  const of = { service, applicant, draftId }
  if (booked !== undefined)
    return standingAppointment(ports, {
      ...of,
      is: 'appointment',
      type: booked.appointment.type,
      atOnce: booked.atOnce,
    })
  return waits === undefined
    ? undefined
    : standingAppointment(ports, { ...of, is: 'waiting', type: waits.type, atOnce: 1 })
}
