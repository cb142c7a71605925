// Every service of this council. Adding one is a folder, and a line here.
import { bookings } from './bookings/service.ts'
import { housing } from './housing/service.ts'
import { planning } from './planning/service.ts'
import type { Service } from './service.ts'

export const services: readonly Service[] = [housing, bookings, planning]

export const serviceOf = (id: string): Service | undefined => services.find((service) => service.id === id)

export const isOpenState = (service: string, state: string): boolean =>
  serviceOf(service)?.workflow.states[state]?.open ?? false
