// A booking, or a place on the waiting list, in its owner's hands: whose it is, and until when it can be changed here.
import type { Case } from '#domain/cases/case.ts'
import { timetable } from '#services/bookings/timetable-data.ts'
import { problemReply } from './serve.ts'
import type { Answer, Visit } from './visit.ts'

export const at = (reference: string): string => `/appointments/${reference}`

// Whoever booked it in this session, or proved the phone it was booked with.
const mine = async (visit: Visit): Promise<Case | undefined> => {
  const reference = visit.request.pathValues.reference ?? ''
  const subject = await visit.counter.cases.get(reference)
  if (subject === undefined || (subject.appointment ?? subject.waiting) === undefined) return undefined
  if (visit.session.drafts.bookings === subject.draftId) return subject
  const { phone } = subject.applicant
  return phone !== undefined && visit.session.owner === visit.counter.keys.hash('phone', phone) ? subject : undefined
}

export const ofMine =
  (answer: (visit: Visit, subject: Case) => Promise<Answer> | Answer) =>
  async (visit: Visit): Promise<Answer> => {
    const subject = await mine(visit)
    return subject === undefined ? problemReply(visit.counter, visit.request, 404) : answer(visit, subject)
  }

// Online until four hours before it starts; after that by phone (bookings.md 3.5).
export const mayChange = (visit: Visit, { state, appointment }: Case): boolean => {
  if (appointment === undefined || state !== 'confirmed') return false
  const hours = timetable.types[appointment.type]?.changeUntilHours ?? 4
  return visit.counter.clock.now() < appointment.startsAt - hours * 3_600_000
}

// Is it a place on the waiting list, now or before, and no appointment?
export const isWaiting = ({ appointment, waiting }: Case): boolean => appointment === undefined && waiting !== undefined
