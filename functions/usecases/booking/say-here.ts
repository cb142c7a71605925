// Somebody says on their own phone that they are here, with the code on a sign at the desk (docs/rules/bookings.md, "Arriving").
import type { Case } from '#domain/cases/case.ts'
import type { Refusal } from '#domain/cases/workflow.ts'
import type { Day } from '#domain/day.ts'
import { one } from '#domain/forms/kind.ts'
import { no, type Result } from '#domain/result.ts'
import { type Arrival, arrivalAt, deskCodeFrom } from '#domain/slots/arriving.ts'
import type { Bookable } from '#services/service.ts'
import type { AccessStore } from '../ports/access.ts'
import type { ChangeProblem, Keys } from '../ports/stores.ts'
import { type AppointmentChange, type ChangePorts, done, keepChange } from './appointments.ts'

export const deskCodeOf = ({ keys }: { readonly keys: Keys }, place: string, day: Day): string =>
  deskCodeFrom(keys.hash('desk code', `${place} ${day}`))

// Absent where nobody can say so: of a call, or of a service that does not have it.
export const arrivalOf = ({ booking }: Bookable, { appointment }: Case, now: number): Arrival | undefined => {
  const place = booking.timetable.places[appointment?.place ?? '']
  if (appointment === undefined || booking.arriving === undefined || place?.needsRoom !== true) return undefined
  return arrivalAt(appointment, booking.arriving, now)
}

export type HereProblem = 'wrong-code' | 'too-many' | Arrival

export const sayHere = async (
  ports: ChangePorts & { readonly access: AccessStore },
  given: AppointmentChange,
): Promise<Result<Case, HereProblem | Refusal | ChangeProblem>> => {
  const { subject, service, typed } = given
  const now = ports.clock.now()
  const arrival = arrivalOf(service, subject, now)
  const { appointment } = subject
  if (appointment === undefined || arrival === undefined) return no({ is: 'not-now', state: subject.state })
  if (arrival !== 'in-time') return no(arrival)
  const performed = done(ports, given)
  if (!performed.ok) return performed
  if (!(await ports.access.mayTry({ what: 'desk-code', hash: subject.draftId }, now))) return no('too-many')
  const code = one(typed, 'code')
    .replace(/[^a-z]/gi, '')
    .toUpperCase()
  if (!ports.keys.same(code, deskCodeOf(ports, appointment.place, appointment.day))) return no('wrong-code')
  return keepChange(ports, given, performed.value, {})
}
