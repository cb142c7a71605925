// A booking, or a place on the waiting list, in its owner's hands: whose it is, and until when it can be changed here.
import type { Case } from '#domain/cases/case.ts'
import { timetable } from '#services/bookings/timetable/timetable-data.ts'
import { mayOpen } from '#usecases/answering/return-code.ts'
import { seeOther } from '../http.ts'
import { paths } from '../show/site.ts'
import { holdsDraft } from './coming-back/yours.ts'
import { problemReply } from './serve.ts'
import { type Answer, markOf, type Visit } from './visit.ts'

export const at = (reference: string): string => `/appointments/${reference}`

// Whoever booked it in this browser, or proved the phone it was booked with, where that is safe to text.
const mine = async (visit: Visit): Promise<Case | undefined> => {
  const reference = visit.request.pathValues.reference ?? ''
  const subject = await visit.counter.cases.get(reference)
  if (subject === undefined || (subject.appointment ?? subject.waiting) === undefined) return undefined
  if (await holdsDraft(visit, subject.draftId)) return subject
  return (await provedPhone(visit, subject)) ? subject : undefined
}

const provedPhone = async (visit: Visit, subject: Case): Promise<boolean> => {
  const { phone } = subject.applicant
  const { owner } = visit.session
  if (phone === undefined || !mayOpen(subject) || owner !== visit.counter.keys.hash('phone', phone)) return false
  return !(await visit.counter.access.isOut(markOf(visit)))
}

export const ofMine =
  (answer: (visit: Visit, subject: Case) => Promise<Answer> | Answer) =>
  async (visit: Visit): Promise<Answer> => {
    if (visit.session.left === true) return seeOther(paths.home)
    const subject = await mine(visit)
    return subject === undefined ? problemReply(visit.counter, visit.request, 404) : answer(visit, subject)
  }

// Online until four hours before it starts; after that by phone (docs/rules/bookings.md, "Changing online").
export const mayChange = (visit: Visit, { state, appointment }: Case): boolean => {
  if (appointment === undefined || state !== 'confirmed') return false
  const hours = timetable.types[appointment.type]?.changeUntilHours ?? 4
  return visit.counter.clock.now() < appointment.startsAt - hours * 3_600_000
}

// Is it a place on the waiting list, now or before, and no appointment?
export const isWaiting = ({ appointment, waiting }: Case): boolean => appointment === undefined && waiting !== undefined
