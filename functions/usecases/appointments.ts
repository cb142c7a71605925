// An appointment moved or cancelled: state, history, text, time claimed and freed, and the reminders that no longer hold, in one transaction.
import type { Actor, Appointment, Case } from '#domain/cases/case.ts'
import { type Performed, perform, type Refusal } from '#domain/cases/workflow.ts'
import type { Day } from '#domain/day.ts'
import { one, type Typed } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { no, type Result } from '#domain/result.ts'
import type { Slot } from '#domain/slots/timetable.ts'
import { isWanted, mayBeOffered, offersFrom, type Waiting } from '#domain/slots/waiting.ts'
import { bookedFrom, waitingStates } from '#services/bookings/service.ts'
import { timetable } from '#services/bookings/timetable-data.ts'
import { waitingRules } from '#services/bookings/waiting-rules.ts'
import type { Service, TextToSend } from '#services/service.ts'
import { type TextPorts, textsFor } from './decide-text.ts'
import type { CaseChange, CaseStore, ChangeProblem, Claim, HoldStore } from './ports.ts'
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
  const claims = claimsIn(given.subject)
  const released = one(given.typed, 'othersMayHaveIt') === 'no' ? {} : await releasedBy(ports, appointment, claims)
  return keepChange(ports, given, performed.value, { appointment: cancelled, texts: [], claims: [], ...released })
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
  for (const slot of slots.slice(0, tries)) {
    const moved = await moveTo(ports, given, performed.value, slot)
    if (moved.ok || moved.error !== 'time-taken') return moved
  }
  return no('time-taken')
}

const tries = 3

const moveTo = async (ports: Ports, given: Change, performed: Performed, slot: Slot) => {
  const { appointment: before } = given.subject
  const { appointment, claims, reminders } = bookedFrom(slot, before ?? slotless, ports.clock.now(), before)
  const [claimed, freed] = [without(claims, claimsIn(given.subject)), without(claimsIn(given.subject), claims)]
  const released = before === undefined ? { frees: freed } : await releasedBy(ports, before, freed)
  return keepChange(ports, given, performed, { appointment, texts: reminders, claims: claimed, ...released })
}

// Free for everybody; or kept for the waiting list, where somebody on it waits for such a time.
const releasedBy = async (
  { cases, clock }: Ports,
  appointment: Appointment,
  claims: readonly Claim[],
): Promise<Pick<Kept, 'frees' | 'keeps'>> => {
  const now = clock.now()
  const freed = { ...appointment, id: '' }
  const entries = await cases.waiting(waitingStates)
  const open = entries.filter(({ waiting }) => mayBeOffered(waiting, offersFrom(now), waitingRules))
  if (!isWanted(timetable, open, freed, now)) return { frees: claims }
  return { frees: [], keeps: { claims, until: offersFrom(now) + listMs } }
}

// The job that offers it comes each minute.
const listMs = 5 * 60_000

const slotless = { type: '', place: '', features: [], interpreter: false }

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
  readonly texts: readonly TextToSend[]
} & Pick<CaseChange, 'claims' | 'frees' | 'heldBy' | 'holds' | 'keeps'>

export const keepChange = async (
  ports: ChangePorts,
  { service, subject }: Change,
  performed: Performed,
  { appointment, waiting, texts, ...time }: Kept,
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
    cancels: await waitingTexts(ports, subject.reference),
    ...time,
  })
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

// Those that wait to be sent and hold no longer: reminders of another time, an offer that has ended.
const waitingTexts = async (ports: ChangePorts, reference: string) => {
  const whole = await ports.cases.whole(reference)
  return (
    whole?.texts.filter(
      ({ state, category, template }) => state === 'due' && (category === 'reminder' || template === 'offer'),
    ) ?? []
  )
}
