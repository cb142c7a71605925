// Every service of this council. Adding one is a folder, and a line here.
import { isInConfidence } from '#domain/forms/in-confidence.ts'
import { bookings } from './bookings/service.ts'
import { housing } from './housing/service.ts'
import { planning } from './planning/service.ts'
import type { Service } from './service.ts'

export const services: readonly Service[] = [housing, bookings, planning]

export const serviceOf = (id: string): Service | undefined => services.find((service) => service.id === id)

export const isOpenState = (service: string, state: string): boolean =>
  serviceOf(service)?.workflow.states[state]?.open ?? false

// Is what this page of a draft asks told in confidence? It is then kept sealed.
export const inConfidence = (service: string, key: string): boolean => {
  const form = serviceOf(service)?.form
  return form === undefined || isInConfidence(form, key)
}
