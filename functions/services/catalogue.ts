// Every service of this council. Adding one is a folder, and a line here.
import type { Case } from '#domain/cases/case.ts'
import type { Gist } from '#domain/cases/desk/row.ts'
import { isInConfidence } from '#domain/forms/in-confidence.ts'
import type { Findable } from '#domain/people/find-keys.ts'
import { findableIn } from '#domain/people/findable.ts'
import { bookings } from './bookings/service.ts'
import { complaints } from './complaints/service.ts'
import { housing } from './housing/service.ts'
import { planning } from './planning/service.ts'
import type { Service } from './service.ts'

export const services: readonly Service[] = [housing, bookings, planning, complaints]

export const serviceOf = (id: string): Service | undefined => services.find((service) => service.id === id)

// Who and what a case is found by; of a service that says nothing, its applicant.
export const findableOf = (subject: Case): Findable =>
  findableIn(subject, serviceOf(subject.service)?.finds ?? { people: [] })

// What a row of a list says that it is about.
export const gistOf = (subject: Case): Gist => serviceOf(subject.service)?.gist?.(subject) ?? {}

// Is a case of one of these in this state open?
export const openIn =
  (some: readonly Service[]) =>
  (service: string, state: string): boolean =>
    some.find(({ id }) => id === service)?.workflow.states[state]?.open ?? false

export const isOpenState = openIn(services)

// A place on a register has come to no end.
export const goesOn = (service: string, state: string): boolean =>
  serviceOf(service)?.workflow.states[state]?.goesOn === true

// Nobody is erased while it is.
export const isUnderWay = (service: string, state: string): boolean =>
  isOpenState(service, state) || goesOn(service, state)

// What the date moves a case by, without anybody.
export const dateActions: readonly string[] = ['date-changed', 'reassess']

export const dateMoves = ({ workflow, tonight }: Service, state: string): boolean =>
  tonight !== undefined && workflow.actions.some(({ id, from }) => dateActions.includes(id) && from.includes(state))

export const isChased = ({ workflow, evidence }: Service, state: string): boolean =>
  evidence !== undefined && workflow.states[state]?.waiting === true

// Is a case in this state looked at on the nights on which its date matters?
export const atNight = (service: string, state: string): boolean => {
  const one = serviceOf(service)
  return one !== undefined && (dateMoves(one, state) || isChased(one, state))
}

// Is what this page of a draft asks told in confidence? It is then kept sealed.
export const inConfidence = (service: string, key: string): boolean => {
  const form = serviceOf(service)?.form
  return form === undefined || isInConfidence(form, key)
}
