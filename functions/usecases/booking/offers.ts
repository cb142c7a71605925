// A time offered to somebody on the waiting list: taken, let go, or left with the list. Each is one transaction with its history and its text.
import type { Case } from '#domain/cases/case.ts'
import type { Refusal } from '#domain/cases/workflow.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { atOnceOf, bookedFrom } from '#domain/slots/booking.ts'
import { covers } from '#domain/slots/covered.ts'
import { claimsOf } from '#domain/slots/timetable.ts'
import { hasOffer, letLapse, letPass, type Offer, type Waiting, type WaitingEntry } from '#domain/slots/waiting.ts'
import type { Bookable } from '#services/service.ts'
import type { FindStore } from '../ports/access.ts'
import type { CaseChange, ChangeProblem } from '../ports/stores.ts'
import { type AppointmentChange, type BookingStored, type ChangePorts, done, keepChange } from './appointments.ts'
import { standingAppointment } from './standing.ts'

// 'gone': it stands no more, or never was theirs.
export type OfferProblem = Refusal | ChangeProblem | 'gone'

// How long a time that somebody let go is kept for whoever is next on the list; the job that offers it comes each minute.
const nextMs = 5 * 60_000

// Whoever has the link has the phone: what else that number has of this type, under the same name, stands in the way.
export const takeOffer = async (
  ports: ChangePorts & { readonly find: FindStore },
  given: AppointmentChange,
): Promise<Result<Case, OfferProblem>> => {
  const { subject, service } = given
  const { waiting } = subject
  if (waiting?.offer?.takenAt !== undefined) return ok(subject)
  const now = ports.clock.now()
  if (waiting?.offer === undefined || !hasOffer(waiting, now)) return no('gone')
  const performed = done(ports, given)
  if (!performed.ok) return performed
  const { booking } = service
  // The timetable may have changed since it was offered.
  if (!covers(booking.timetable, { ...waiting, ...waiting.offer.slot })) return no('gone')
  const places = atOnceOf(booking, waiting.type)
  if (await hasAnother(ports, given, places)) return no('already-booked')
  const taken = { reference: subject.reference, waiting, offer: waiting.offer, now }
  for (let place = 0; place < places; place += 1) {
    const kept = await keepChange(ports, given, performed.value, bookedAt(service, taken, place))
    if (kept.ok || kept.error !== 'already-booked') return kept
  }
  return no('already-booked')
}

const hasAnother = async (
  ports: ChangePorts & { readonly find: FindStore },
  { service, subject }: AppointmentChange,
  atOnce: number,
): Promise<boolean> => {
  const { applicant, draftId, waiting } = subject
  const type = waiting?.type ?? ''
  return (
    (await standingAppointment(ports, { service, applicant, is: 'appointment', type, atOnce, draftId })) !== undefined
  )
}

type Taking = WaitingEntry & { readonly offer: Offer; readonly now: number }

const bookedAt = (
  { id, booking }: Bookable,
  { reference, waiting, offer, now }: Taking,
  place: number,
): BookingStored => {
  const { appointment, claims, version, reminders } = bookedFrom(booking, offer.slot, waiting, { now })
  const booker = waiting.booker === undefined ? {} : { booker: { hash: waiting.booker, place } }
  return {
    appointment: { ...appointment, ...booker },
    waiting: { ...waiting, offer: { ...offer, takenAt: now } },
    texts: reminders,
    claims,
    rota: { service: id, version },
    heldBy: reference,
  }
}

// They stay on the list; the next person has the time.
export const declineOffer = async (
  ports: ChangePorts,
  given: AppointmentChange,
): Promise<Result<Case, OfferProblem>> => {
  const { waiting } = given.subject
  if (waiting === undefined || !hasOffer(waiting, ports.clock.now())) return no('gone')
  return letGo(ports, given, letPass(waiting))
}

// Nobody answered within the half hour.
export const lapseOffer = async (ports: ChangePorts, given: AppointmentChange): Promise<Result<Case, OfferProblem>> => {
  const { waiting } = given.subject
  return waiting === undefined ? no('gone') : letGo(ports, given, letLapse(waiting))
}

// By whoever waits, or by staff with a reason.
export const leaveList = async (
  ports: ChangePorts,
  given: AppointmentChange,
): Promise<Result<Case, Refusal | ChangeProblem>> => {
  const { waiting } = given.subject
  return waiting === undefined
    ? no({ is: 'not-now', state: given.subject.state })
    : letGo(ports, given, letPass(waiting))
}

// The time of an offer goes to the list. Where its hold had run out it may be somebody's: then it is left alone.
const letGo = async (
  ports: ChangePorts,
  given: AppointmentChange,
  waiting: Waiting,
): Promise<Result<Case, Refusal | ChangeProblem>> => {
  const performed = done(ports, given)
  if (!performed.ok) return performed
  const { offer } = given.subject.waiting ?? {}
  if (offer === undefined) return keepChange(ports, given, performed.value, { waiting })
  const keeps: CaseChange['keeps'] = { claims: claimsOf(offer.slot), until: ports.clock.now() + nextMs }
  const kept = await keepChange(ports, given, performed.value, { waiting, keeps })
  return kept.ok || kept.error !== 'changed-elsewhere' ? kept : keepChange(ports, given, performed.value, { waiting })
}
