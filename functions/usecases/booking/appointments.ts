// An appointment moved or cancelled: state, history, text, time claimed and freed, and the reminders that no longer hold, in one transaction.
import type { Actor, Appointment, Case } from '#domain/cases/case.ts'
import { type Performed, perform, type Refusal } from '#domain/cases/workflow.ts'
import type { Day } from '#domain/day.ts'
import { one, type Typed } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { no, type Result } from '#domain/result.ts'
import { claimsOf, type Slot } from '#domain/slots/timetable.ts'
import { isWanted, mayBeOffered, offersFrom, type Waiting } from '#domain/slots/waiting.ts'
import { bookedFrom, waitingStates } from '#services/bookings/service.ts'
import { timetable } from '#services/bookings/timetable/timetable-data.ts'
import { waitingRules } from '#services/bookings/waiting/rules.ts'
import type { Service, TextToSend } from '#services/service.ts'
import type { CaseChange, CaseStore, ChangeProblem, Claim, HoldStore } from '../ports/stores.ts'
import { calledOff, type TextPorts, textsFor } from '../texts/decide-text.ts'
import { slotsAt } from './slots.ts'

export type ChangePorts = TextPorts & { readonly cases: CaseStore }
type Ports = ChangePorts & { readonly holds: HoldStore }

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
  const performed = done(ports, given)
  if (!performed.ok) return performed
  const { appointment } = performed.value.case
  if (appointment === undefined) return no({ is: 'not-now', state: given.subject.state })
  const cancelled = { ...appointment, cancelled: true, calendarSequence: appointment.calendarSequence + 1 }
  const claims = claimsOf(appointment)
  const back = one(given.typed, 'othersMayHaveIt') === 'no' ? {} : released(claims, await listHas(ports, appointment))
  return keepChange(ports, given, performed.value, { appointment: cancelled, ...back })
}

// Whoever is free at the time that was chosen; the new time is claimed and the old one freed together, so neither is ever lost.
export const moveAppointment = async (
  ports: Ports,
  given: Change & { readonly day: Day; readonly time: string },
): Promise<Result<Case, Refusal | ChangeProblem>> => {
  const { subject } = given
  const performed = done(ports, given)
  if (!performed.ok) return performed
  if (subject.appointment === undefined) return no({ is: 'not-now', state: subject.state })
  const slots = await slotsAt(ports, subject.appointment, {
    day: given.day,
    time: given.time,
    holder: subject.reference,
  })
  const until = await listHas(ports, subject.appointment)
  for (const slot of slots.slice(0, tries)) {
    const moved = await keepChange(ports, given, performed.value, movedTo(ports, subject.appointment, slot, until))
    if (moved.ok || moved.error !== 'time-taken') return moved
  }
  return no('time-taken')
}

const tries = 3

const movedTo = (ports: Ports, before: Appointment, slot: Slot, until: number | undefined): Kept => {
  const { appointment, claims, reminders } = bookedFrom(slot, before, ports.clock.now(), before)
  const had = claimsOf(before)
  return {
    ...{ appointment, texts: reminders, claims: without(claims, had) },
    ...released(without(had, claims), until),
  }
}

// Until when time that is given back is the waiting list's, where somebody on it waits for such a time.
const listHas = async ({ cases, clock }: Ports, appointment: Appointment): Promise<number | undefined> => {
  const now = clock.now()
  const entries = await cases.waiting(waitingStates)
  const open = entries.filter(({ waiting }) => mayBeOffered(waiting, offersFrom(now), waitingRules))
  return isWanted(timetable, open, appointment, now) ? offersFrom(now) + listMs : undefined
}

// The job that offers it comes each minute.
const listMs = 5 * 60_000

// Free for everybody, or kept for the list.
const released = (claims: readonly Claim[], until: number | undefined): Pick<Kept, 'frees' | 'keeps'> =>
  until === undefined ? { frees: claims } : { keeps: { claims, until } }

export const done = (
  ports: TextPorts,
  { service, subject, action, typed, actor }: Change,
): Result<Performed, Refusal> => {
  const now = ports.clock.now()
  const id = ports.ids.ordered(now)
  return perform(service.workflow, subject, { action, typed, actor, now, today: londonDay(now), id })
}

export type Kept = {
  readonly appointment?: Appointment
  readonly waiting?: Waiting
  readonly texts?: readonly TextToSend[]
} & Pick<CaseChange, 'claims' | 'frees' | 'heldBy' | 'holds' | 'keeps'>

export const keepChange = async (
  ports: ChangePorts,
  { service, subject }: Change,
  performed: Performed,
  { appointment, waiting, texts = [], ...time }: Kept,
): Promise<Result<Case, ChangeProblem>> => {
  const after: Case = {
    ...performed.case,
    ...(appointment === undefined ? {} : { appointment, ...dueWith(performed.case, appointment) }),
    ...(waiting === undefined ? {} : { waiting }),
  }
  const said = performed.text === undefined ? [] : [{ template: performed.text.template }]
  return ports.cases.change({
    before: subject,
    subject: after,
    event: performed.event,
    texts: textsFor(ports, service, after, [...said, ...texts]),
    cancels: calledOff((await ports.cases.whole(subject.reference))?.texts ?? []),
    ...time,
  })
}

// An appointment's case is due on its day.
const dueWith = (subject: Case, { day }: Appointment): Pick<Case, 'dueOn'> =>
  subject.dueOn === undefined ? {} : { dueOn: day }

// No transaction may act twice on one item: time that stays claimed is left as it is.
const without = (claims: readonly Claim[], others: readonly Claim[]): readonly Claim[] =>
  claims.map((claim) => {
    const same = others.find(({ claimant, day }) => claimant === claim.claimant && day === claim.day)
    return { ...claim, buckets: claim.buckets.filter((bucket) => same?.buckets.includes(bucket) !== true) }
  })
