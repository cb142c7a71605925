// A booking, or a place on the waiting list, in its owner's hands: whose it is, and until when it can be changed here.
import type { Case } from '#domain/cases/case.ts'
import type { BookingMove } from '#domain/cases/steps/machinery.ts'
import { actionThat } from '#domain/cases/workflow.ts'
import { type Bookable, isBookable, type Service } from '#services/service.ts'
import { mayGetCode } from '#usecases/answering/return-code.ts'
import type { AppointmentChange } from '#usecases/booking/appointments.ts'
import { seeOther } from '../http.ts'
import { paths } from '../show/site.ts'
import { holdsDraft } from './coming-back/yours.ts'
import { problemReply } from './problem.ts'
import { type Answer, markOf, type Visit } from './visit.ts'

export const ownBookingAt = (reference: string): string => `/appointments/${reference}`

export type OwnVisit = Visit & { readonly service: Bookable; readonly subject: Case }

// Whoever booked it in this browser, or proved the phone it was booked with, where that is safe to text.
const mine = async (visit: Visit): Promise<OwnVisit | undefined> => {
  const found = await bookingAt(visit)
  if (found === undefined || (found.subject.appointment ?? found.subject.waiting) === undefined) return undefined
  if (await holdsDraft(visit, found.subject.draftId)) return found
  return (await provedPhone(visit, found.subject)) ? found : undefined
}

// The case that the address names, where its service gives appointments.
export const bookingAt = async (visit: Visit): Promise<OwnVisit | undefined> => {
  const subject = await visit.counter.cases.get(visit.request.pathValues.reference ?? '')
  const service = visit.counter.services.find(({ id }) => id === subject?.service)
  if (subject === undefined || service === undefined || !isBookable(service)) return undefined
  return { ...visit, service, subject }
}

const provedPhone = async (visit: Visit, subject: Case): Promise<boolean> => {
  const { phone } = subject.applicant
  const { owner } = visit.session
  if (phone === undefined || !mayGetCode(subject) || owner !== visit.counter.keys.hash('phone', phone)) return false
  return !(await visit.counter.access.isOut(markOf(visit)))
}

export const ofMine =
  (answer: (visit: OwnVisit) => Promise<Answer> | Answer) =>
  async (visit: Visit): Promise<Answer> => {
    if (visit.session.left === true) return seeOther(paths.home)
    const found = await mine(visit)
    return found === undefined ? problemReply(visit.counter, visit.request, 404) : answer(found)
  }

// What the owner does with it, as the service's workflow names it.
export const changeBy = ({ service, subject }: OwnVisit, does: BookingMove): AppointmentChange => ({
  service,
  subject,
  action: actionThat(service.workflow, does, 'applicant')?.id ?? '',
  actor: { is: 'applicant' },
  typed: {},
})

// Online until some hours before it starts; after that by phone (docs/rules/bookings.md, "Changing online").
export const mayChangeOwn = (
  { counter }: Visit,
  { booking, workflow }: Service,
  { state, appointment }: Case,
): boolean => {
  if (booking === undefined || appointment === undefined) return false
  if (actionThat(workflow, 'move-appointment', 'applicant')?.from.includes(state) !== true) return false
  const hours = booking.timetable.types[appointment.type]?.changeUntilHours ?? 4
  return counter.clock.now() < appointment.startsAt - hours * 3_600_000
}

// Is it a place on the waiting list, now or before, and no appointment?
export const isOnList = ({ appointment, waiting }: Case): boolean => appointment === undefined && waiting !== undefined
