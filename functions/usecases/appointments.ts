// Cancelling an appointment: the state, the history, the text and the freed time in one transaction; its reminders are not sent.
import type { Actor, Case } from '#domain/cases/case.ts'
import { perform, type Refusal } from '#domain/cases/workflow.ts'
import type { Typed } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { Service } from '#services/service.ts'
import { type TextPorts, textsFor } from './decide-text.ts'
import type { CaseStore, ChangeProblem, Claim, OutboxStore } from './ports.ts'

type Ports = TextPorts & { readonly cases: CaseStore; readonly outbox: OutboxStore }

export type Cancelling = {
  readonly service: Service
  readonly subject: Case
  readonly action: string
  readonly actor: Actor
  readonly typed: Typed
}

export const cancelAppointment = async (
  ports: Ports,
  given: Cancelling,
): Promise<Result<Case, Refusal | ChangeProblem>> => {
  const { service, subject, actor } = given
  const now = ports.clock.now()
  const done = perform(service.workflow, subject, {
    action: given.action,
    typed: given.typed,
    actor,
    now,
    today: londonDay(now),
    id: ports.ids.ordered(now),
  })
  if (!done.ok) return done
  const cancelled = withoutTime(done.value.case)
  const texts =
    done.value.text === undefined ? [] : textsFor(ports, service, cancelled, [{ template: done.value.text.template }])
  const stored = await ports.cases.change({
    before: subject,
    subject: cancelled,
    event: done.value.event,
    texts,
    frees: claimsIn(subject),
  })
  if (!stored.ok) return no(stored.error)
  await cancelReminders(ports, subject.reference)
  return ok(stored.value)
}

export const claimsIn = ({ appointment }: Case): readonly Claim[] =>
  appointment === undefined
    ? []
    : appointment.claimants.map((claimant) => ({ claimant, day: appointment.day, buckets: appointment.buckets }))

export const cancelReminders = async (ports: Ports, reference: string): Promise<void> => {
  const whole = await ports.cases.whole(reference)
  const waiting = whole?.texts.filter(({ state, category }) => state === 'due' && category === 'reminder') ?? []
  await ports.outbox.cancel(waiting)
}

const withoutTime = (subject: Case): Case => {
  const { appointment } = subject
  if (appointment === undefined) return subject
  return {
    ...subject,
    appointment: { ...appointment, cancelled: true, calendarSequence: appointment.calendarSequence + 1 },
  }
}
