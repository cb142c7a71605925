// Whoever was moved as their time was closed answers: the new time suits, or they go back to the old one where it is free again.
import type { Case } from '#domain/cases/case.ts'
import type { Refusal } from '#domain/cases/workflow.ts'
import { actorName } from '#domain/cases/workflow.ts'
import { no, type Result } from '#domain/result.ts'
import type { Appointment } from '#domain/slots/appointment.ts'
import type { Impact } from '#domain/slots/impact.ts'
import { claimsOf } from '#domain/slots/timetable.ts'
import type { ChangeProblem, HoldStore } from '../ports/stores.ts'
import { type AppointmentChange, type ChangePorts, done, keepChange, moveAppointment } from './appointments.ts'

type Ports = ChangePorts & { readonly holds: HoldStore }

export const keepTime = async (
  ports: Ports,
  given: AppointmentChange,
): Promise<Result<Case, Refusal | ChangeProblem>> => {
  const { subject } = given
  const { appointment } = subject
  const asks = appointment?.byUs?.asks
  const performed = done(ports, given)
  if (!performed.ok) return performed
  if (appointment === undefined || asks === undefined) return no({ is: 'not-now', state: subject.state })
  const impact = await ports.holds.blocks.impact(asks.block, subject.reference)
  const ended = { at: ports.clock.now(), by: actorName(given.actor), as: 'kept' as const }
  const answered: readonly Impact[] = impact === undefined || impact.ended !== undefined ? [] : [{ ...impact, ended }]
  const back = mayGoBack(appointment, ports.clock.now()) ? { frees: claimsOf(asks.had) } : {}
  return keepChange(ports, given, performed.value, {
    appointment: settledAppointment(appointment),
    impacts: answered,
    ...back,
  })
}

export const settledAppointment = ({ byUs, ...appointment }: Appointment): Appointment => ({
  ...appointment,
  ...(byUs === undefined ? {} : { byUs: { times: byUs.times } }),
})

export const mayGoBack = ({ byUs }: Appointment, now: number): boolean => byUs?.back !== undefined && now <= byUs.back

export const goBack = async (
  ports: Ports,
  given: AppointmentChange,
): Promise<Result<Case, Refusal | ChangeProblem>> => {
  const { appointment } = given.subject
  const had = appointment?.byUs?.asks?.had
  if (appointment === undefined || had === undefined || !mayGoBack(appointment, ports.clock.now()))
    return no('time-taken')
  return moveAppointment(ports, { ...given, day: had.day, time: had.id })
}
