// Services with the timetable that was published last, in place of the one that they began with; and
// with the sessions that several people come to.
import { compiled, type Published } from '#domain/slots/elements.ts'
import type { Timetable } from '#domain/slots/timetable.ts'
import { noSessions } from '#domain/slots/workshop.ts'
import { type Bookable, isBookable, type Service } from '#services/service.ts'
import type { HoldStore } from '../ports/stores.ts'

type Ports = { readonly holds: Pick<HoldStore, 'timetables' | 'sessions'>; readonly services: readonly Service[] }

export const withTimetables = async <P extends Ports>(ports: P): Promise<P> => ({
  ...ports,
  services: await Promise.all(ports.services.map((service) => (isBookable(service) ? live(ports, service) : service))),
})

const live = async ({ holds }: Ports, service: Bookable): Promise<Bookable> => {
  const { booking } = service
  const [published, sessions] = await Promise.all([
    holds.timetables.known(service.id),
    hasGroups(booking.timetable) ? holds.sessions.known(service.id) : noSessions,
  ])
  const timetable = published.version === 0 ? booking.timetable : compiledOnce(booking.timetable, published)
  const { all } = sessions
  return {
    ...service,
    booking: { ...booking, timetable: all.length === 0 ? timetable : { ...timetable, sessions: all } },
  }
}

const compiledOnce = (base: Timetable, published: Published): Timetable => {
  const timetable = made.get(published) ?? compiled(base, published)
  made.set(published, timetable)
  return timetable
}

// Once for all requests that know the same.
const made = new WeakMap<Published, Timetable>()

export const hasGroups = ({ types }: Timetable): boolean => Object.values(types).some(({ group }) => group === true)

export const groupTypes = ({ types }: Timetable): readonly (readonly [string, string])[] =>
  Object.entries(types).flatMap(([id, { name, group }]) => (group === true ? [[id, name] as const] : []))
