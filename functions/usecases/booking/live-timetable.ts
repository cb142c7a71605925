// Services with the timetable that was published last, in place of the one that they began with.
import { compiled, type Published } from '#domain/slots/elements.ts'
import type { Timetable } from '#domain/slots/timetable.ts'
import { type Bookable, isBookable, type Service } from '#services/service.ts'
import type { HoldStore } from '../ports/stores.ts'

type Ports = { readonly holds: Pick<HoldStore, 'timetables'>; readonly services: readonly Service[] }

export const withTimetables = async <P extends Ports>(ports: P): Promise<P> => ({
  ...ports,
  services: await Promise.all(ports.services.map((service) => (isBookable(service) ? live(ports, service) : service))),
})

const live = async ({ holds }: Ports, service: Bookable): Promise<Bookable> => {
  const published = await holds.timetables.known(service.id)
  if (published.version === 0) return service
  const { booking } = service
  const timetable = made.get(published) ?? compiled(booking.timetable, published)
  made.set(published, timetable)
  return { ...service, booking: { ...booking, timetable } }
}

// Once for all requests that know the same.
const made = new WeakMap<Published, Timetable>()
