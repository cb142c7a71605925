// Who comes to a place on a day, for those who meet them: of every service that gives appointments there.
import { can } from '#domain/cases/access.ts'
import type { Case, Staff } from '#domain/cases/case.ts'
import { type Action, actionsFor } from '#domain/cases/workflow.ts'
import type { Day } from '#domain/day.ts'
import { londonDay } from '#domain/london.ts'
import type { Appointment } from '#domain/slots/appointment.ts'
import type { Place } from '#domain/slots/rota.ts'
import { type Bookable, isBookable, type Service } from '#services/service.ts'
import type { CaseStore, Clock } from '../ports/stores.ts'

type Ports = { readonly clock: Clock; readonly cases: CaseStore; readonly services: readonly Service[] }

export type SheetRow = {
  readonly service: Bookable
  readonly subject: Case
  readonly appointment: Appointment
  // What this person can do about it now.
  readonly actions: readonly Action[]
}

export const seeDaySheet = async (
  ports: Ports,
  user: Staff,
  { place, day }: { readonly place: string; readonly day: Day },
): Promise<readonly SheetRow[]> => {
  const cases = await ports.cases.sheet(place, day)
  return cases.flatMap((subject) => {
    const service = ports.services.filter(isBookable).find(({ id }) => id === subject.service)
    const { appointment } = subject
    if (service === undefined || appointment === undefined || !can(user, 'see-case', { subject })) return []
    return [{ service, subject, appointment, actions: deskActions({ service, subject, user, now: ports.clock.now() }) }]
  })
}

// The places of the services whose cases this person sees, by id.
export const desksOf = (services: readonly Service[], user: Staff): ReadonlyMap<string, Place> =>
  new Map(
    services
      .filter(isBookable)
      .filter(({ team }) => can(user, 'see-team', { team }))
      .flatMap(({ booking }) => Object.entries(booking.timetable.places)),
  )

type Beside = { readonly service: Service; readonly subject: Case; readonly user: Staff; readonly now: number }

const deskActions = ({ service, subject, user, now }: Beside): readonly Action[] =>
  actionsFor(service.workflow, subject, user, londonDay(now)).filter(
    (action) => action.desk?.(subject, now) === true && can(user, 'act', { subject, action }),
  )
