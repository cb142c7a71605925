// An appointment moved or cancelled: state, history, text, time claimed and freed, and the reminders that no longer hold, in one transaction.
import type { Actor, Appointment, Case } from '#domain/cases/case.ts'
import { type Performed, perform, type Refusal } from '#domain/cases/workflow.ts'
import type { Day } from '#domain/day.ts'
import type { Typed } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { no, type Result } from '#domain/result.ts'
import type { Slot } from '#domain/slots/timetable.ts'
import { bookedFrom } from '#services/bookings/service.ts'
import type { Service, TextToSend } from '#services/service.ts'
import { type TextPorts, textsFor } from './decide-text.ts'
import type { CaseChange, CaseStore, ChangeProblem, Claim, HoldStore } from './ports.ts'
import { slotsAt } from './slots.ts'

type Ports = TextPorts & { readonly cases: CaseStore; readonly holds: HoldStore }

export type Change = {
  readonly service: Service
  readonly subject: Case
  readonly action: string
  readonly actor: Actor
  readonly typed: Typed
}

export const cancelAppointment = async (
  ports: Ports,
  given: Change,
): Promise<Result<Case, Refusal | ChangeProblem>> => {
  const done = performed(ports, given)
  if (!done.ok) return done
  const { appointment } = done.value.case
  if (appointment === undefined) return no({ is: 'not-now', state: given.subject.state })
  const cancelled = { ...appointment, cancelled: true, calendarSequence: appointment.calendarSequence + 1 }
  return keep(ports, given, done.value, {
    appointment: cancelled,
    texts: [],
    claims: [],
    frees: claimsIn(given.subject),
  })
}

// Whoever is free at the time that was chosen; the new time is claimed and the old one freed together, so neither is ever lost.
export const moveAppointment = async (
  ports: Ports,
  given: Change & { readonly day: Day; readonly time: string },
): Promise<Result<Case, Refusal | ChangeProblem>> => {
  const { subject } = given
  const done = performed(ports, given)
  if (!done.ok) return done
  if (subject.appointment === undefined) return no({ is: 'not-now', state: subject.state })
  const slots = await slotsAt(ports, subject.appointment, {
    day: given.day,
    time: given.time,
    holder: subject.reference,
  })
  for (const slot of slots.slice(0, tries)) {
    const moved = await moveTo(ports, given, done.value, slot)
    if (moved.ok || moved.error !== 'time-taken') return moved
  }
  return no('time-taken')
}

const tries = 3

const moveTo = (ports: Ports, given: Change, done: Performed, slot: Slot) => {
  const { appointment: before } = given.subject
  const { appointment, claims, reminders } = bookedFrom(slot, before ?? slotless, ports.clock.now(), before)
  const [claimed, freed] = [without(claims, claimsIn(given.subject)), without(claimsIn(given.subject), claims)]
  return keep(ports, given, done, { appointment, texts: reminders, claims: claimed, frees: freed })
}

const slotless = { type: '', place: '', features: [], interpreter: false }

const performed = (ports: Ports, { service, subject, action, typed, actor }: Change): Result<Performed, Refusal> => {
  const now = ports.clock.now()
  const id = ports.ids.ordered(now)
  return perform(service.workflow, subject, { action, typed, actor, now, today: londonDay(now), id })
}

type Kept = {
  readonly appointment: Appointment
  readonly texts: readonly TextToSend[]
  readonly claims: readonly Claim[]
  readonly frees: readonly Claim[]
}

const keep = async (
  ports: Ports,
  { service, subject }: Change,
  done: Performed,
  kept: Kept,
): Promise<Result<Case, ChangeProblem>> => {
  const after: Case = { ...done.case, appointment: kept.appointment, ...dueWith(done.case, kept.appointment) }
  const said = done.text === undefined ? [] : [{ template: done.text.template }]
  const change: CaseChange = {
    before: subject,
    subject: after,
    event: done.event,
    texts: textsFor(ports, service, after, [...said, ...kept.texts]),
    claims: kept.claims,
    frees: kept.frees,
    cancels: await waitingReminders(ports, subject.reference),
  }
  return ports.cases.change(change)
}

// An appointment's case is due on its day.
const dueWith = (subject: Case, { day }: Appointment): Pick<Case, 'dueOn'> =>
  subject.dueOn === undefined ? {} : { dueOn: day }

export const claimsIn = ({ appointment }: Case): readonly Claim[] =>
  appointment === undefined
    ? []
    : appointment.claimants.map((claimant) => ({ claimant, day: appointment.day, buckets: appointment.buckets }))

// No transaction may act twice on one item: time that stays claimed is left as it is.
const without = (claims: readonly Claim[], others: readonly Claim[]): readonly Claim[] =>
  claims.map((claim) => {
    const same = others.find(({ claimant, day }) => claimant === claim.claimant && day === claim.day)
    return { ...claim, buckets: claim.buckets.filter((bucket) => same?.buckets.includes(bucket) !== true) }
  })

const waitingReminders = async (ports: Ports, reference: string) => {
  const whole = await ports.cases.whole(reference)
  return whole?.texts.filter(({ state, category }) => state === 'due' && category === 'reminder') ?? []
}
