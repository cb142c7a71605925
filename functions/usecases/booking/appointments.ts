// An appointment moved or cancelled: state, history, text, time claimed and freed, and the reminders that no longer hold, in one transaction.
import type { Actor, Case, CaseEvent } from '#domain/cases/case.ts'
import { type Performed, type Refusal, waitingStates } from '#domain/cases/workflow.ts'
import type { Day } from '#domain/day.ts'
import { one, type Typed } from '#domain/forms/kind.ts'
import { no, type Result } from '#domain/result.ts'
import type { Appointment, MovedByUs } from '#domain/slots/appointment.ts'
import { type Blocks, closedTime, partedBy } from '#domain/slots/block.ts'
import { bookedFrom } from '#domain/slots/booking.ts'
import type { Impact } from '#domain/slots/impact.ts'
import { unlike } from '#domain/slots/resource.ts'
import { type Claim, claimsOf, meetsTaken, type Slot } from '#domain/slots/timetable.ts'
import { isWanted, mayBeOffered, offersFromNow, type Waiting } from '#domain/slots/waiting.ts'
import type { TextToSend } from '#domain/texts/text.ts'
import type { Bookable } from '#services/service.ts'
import type { CaseChange, CaseStore, ChangeProblem, HoldStore } from '../ports/stores.ts'
import type { WaitingFor } from '../ports/timetables.ts'
import { actedOn, carryOut } from '../texts/carry-out.ts'
import { calledOff, type TextPorts } from '../texts/decide-text.ts'
import { impactsAfter } from './impacts.ts'
import { slotsAt } from './slots.ts'

export type ChangePorts = TextPorts & { readonly cases: CaseStore }
type Ports = ChangePorts & { readonly holds: HoldStore }

export type AppointmentChange = {
  readonly service: Bookable
  readonly subject: Case
  readonly action: string
  readonly actor: Actor
  readonly typed: Typed
}

export const cancelAppointment = async (
  ports: Ports,
  given: AppointmentChange,
): Promise<Result<Case, Refusal | ChangeProblem>> => {
  const performed = done(ports, given)
  if (!performed.ok) return performed
  const { appointment } = performed.value.case
  if (appointment === undefined) return no({ is: 'not-now', state: given.subject.state })
  const cancelled = { ...appointment, cancelled: true, calendarSequence: appointment.calendarSequence + 1 }
  const claims = claimsOf(appointment)
  const kept = one(given.typed, 'othersMayHaveIt') === 'no'
  const blocks = await ports.holds.blocks.standing()
  const back = kept ? {} : await givenBack(ports, given.service, { appointment, claims, blocks })
  const impacts = await impactsAfter(ports, given, { blocks, after: cancelled })
  return keepChange(ports, given, performed.value, { appointment: cancelled, impacts, ...back })
}

export type Move = AppointmentChange & {
  readonly day: Day
  readonly time: string
  // The council moves it, for a block: what the block's list says then, and what the appointment keeps of it.
  readonly forBlock?: { readonly impact: Impact; readonly byUs?: MovedByUs }
}

// Whoever is free at the time that was chosen; the new time is claimed and the old one freed together, so neither is ever lost.
export const moveAppointment = async (ports: Ports, given: Move): Promise<Result<Case, Refusal | ChangeProblem>> => {
  const { subject, service, day, time } = given
  const performed = done(ports, given)
  if (!performed.ok) return performed
  const { appointment } = subject
  if (appointment === undefined) return no({ is: 'not-now', state: subject.state })
  const free = await slotsAt(ports, service.booking, appointment, { day, time, holder: subject.reference })
  const blocks = await ports.holds.blocks.standing()
  const closed = closedTime(service.booking.timetable, blocks.standing)
  // What is theirs and closed is no time to move to.
  const slots = free.filter((slot) => !meetsTaken(slot, closed))
  for (const slot of unlike(slots, tries)) {
    const to = await movedTo(ports, given, { before: appointment, slot, blocks })
    const moved = await keepChange(ports, given, performed.value, to)
    if (moved.ok || moved.error !== 'time-taken') return moved
  }
  return no('time-taken')
}

const tries = 3

type Moving = { readonly before: Appointment; readonly slot: Slot; readonly blocks: Blocks }

const movedTo = async (ports: Ports, given: Move, { before, slot, blocks }: Moving): Promise<BookingStored> => {
  const { service, forBlock } = given
  const now = ports.clock.now()
  const byUs = forBlock?.byUs === undefined ? {} : { byUs: forBlock.byUs }
  const { appointment, claims, version, reminders } = bookedFrom(service.booking, slot, before, {
    ...{ now, before, ...byUs },
  })
  const rota = { service: service.id, version }
  const freed = without(claimsOf(before), claims)
  const impacts = await impactsAfter(ports, given, { blocks, after: appointment })
  return {
    ...{ appointment, texts: reminders, claims, rota, impacts, heldBy: given.subject.reference },
    ...(await givenBack(ports, service, { appointment: before, claims: freed, blocks })),
  }
}

// Until when time that is given back is the waiting list's, where somebody on it waits for such a time.
const listHas = async (
  { cases, clock }: Ports,
  service: Bookable,
  appointment: Appointment,
): Promise<number | undefined> => {
  const { timetable, waiting: list } = service.booking
  // Time beside another appointment is nobody's to offer.
  if (list === undefined || appointment.extra !== undefined) return undefined
  const now = clock.now()
  const entries = await cases.waiting(waitingListOf(service))
  const open = entries.filter(({ waiting }) => mayBeOffered(waiting, offersFromNow(now), list.rules))
  return isWanted(timetable, open, appointment, now) ? offersFromNow(now) + listMs : undefined
}

// Where the cases stand of those who wait for a time of this service.
export const waitingListOf = ({ id: service, team, workflow }: Bookable): WaitingFor => ({
  service,
  states: waitingStates(workflow).map((state) => ({ team, state })),
})

// The job that offers it comes each minute.
const listMs = 5 * 60_000

type GivenBack = { readonly appointment: Appointment; readonly claims: readonly Claim[]; readonly blocks: Blocks }

// What is closed goes to what closed it; the rest is free for everybody, or kept for the list.
const givenBack = async (
  ports: Ports,
  service: Bookable,
  { appointment, claims, blocks }: GivenBack,
): Promise<Pick<BookingStored, 'frees' | 'keeps' | 'blocked'>> => {
  const until = await listHas(ports, service, appointment)
  const { free, closed } = partedBy(service.booking.timetable, blocks, claims)
  // Half of a time is of no use to whoever waits for one.
  return { ...released(free, closed.length === 0 ? until : undefined), blocked: { version: blocks.version, closed } }
}

// Free for everybody, or kept for the list.
const released = (claims: readonly Claim[], until: number | undefined): Pick<BookingStored, 'frees' | 'keeps'> =>
  until === undefined ? { frees: claims } : { keeps: { claims, until } }

export const done = (
  ports: TextPorts,
  { service, subject, action, typed, actor }: AppointmentChange,
): Result<Performed, Refusal> => actedOn(ports, service, subject, { action, typed, actor })

export type BookingStored = {
  readonly appointment?: Appointment
  readonly waiting?: Waiting
  readonly texts?: readonly TextToSend[]
} & Pick<CaseChange, 'claims' | 'rota' | 'frees' | 'heldBy' | 'holds' | 'keeps' | 'blocked' | 'impacts'>

export const keepChange = async (
  ports: ChangePorts,
  { service, subject }: AppointmentChange,
  performed: Performed,
  { appointment, waiting, texts = [], ...time }: BookingStored,
): Promise<Result<Case, ChangeProblem>> => {
  const after: Case = {
    ...performed.case,
    ...(appointment === undefined ? {} : { appointment, ...dueWith(performed.case, appointment) }),
    ...(waiting === undefined ? {} : { waiting }),
  }
  const said = performed.text === undefined ? [] : [performed.text]
  return carryOut(ports, service, {
    before: subject,
    subject: after,
    event: { ...performed.event, ...leavesIn(subject, appointment) },
    says: [...said, ...texts],
    cancels: calledOff((await ports.cases.whole(subject.reference))?.texts ?? []),
    ...time,
  })
}

// Whoever counts finds the appointment under the day that it had.
const leavesIn = ({ appointment: before }: Case, after: Appointment | undefined): Pick<CaseEvent, 'leaves'> =>
  before === undefined || after === undefined || before.day === after.day ? {} : { leaves: before.day }

// An appointment's case is due on its day.
const dueWith = (subject: Case, { day }: Appointment): Pick<Case, 'dueOn'> =>
  subject.dueOn === undefined ? {} : { dueOn: day }

// No transaction may act twice on one item: what stays claimed is claimed anew, and not given back.
const without = (claims: readonly Claim[], others: readonly Claim[]): readonly Claim[] =>
  claims.map((claim) => {
    const same = others.find(({ claimant, day }) => claimant === claim.claimant && day === claim.day)
    return { ...claim, buckets: claim.buckets.filter((bucket) => same?.buckets.includes(bucket) !== true) }
  })
