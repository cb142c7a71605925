// What is done for whoever is booked in time that was closed: proposed, chosen by a manager, carried out one by one, and on the block's
// list with what came of it. Each is one transaction with its case, its history and its text; done again, it is done once.
import type { Case, Staff } from '#domain/cases/case.ts'
import { actionForBlock } from '#domain/cases/steps/for-block.ts'
import type { ForBlock } from '#domain/cases/steps/machinery.ts'
import type { Refusal } from '#domain/cases/workflow.ts'
import { addDays } from '#domain/day.ts'
import { no, type Result } from '#domain/result.ts'
import type { Appointment, TimeHad } from '#domain/slots/appointment.ts'
import { type Block, closedTime } from '#domain/slots/block.ts'
import {
  type DoneBy,
  type Impact,
  type ImpactStage,
  type ProposedTreatment,
  proposalsFor,
  stageOf,
  type Treatment,
} from '#domain/slots/impact.ts'
import { claimantsFor } from '#domain/slots/timetable.ts'
import type { Bookable } from '#services/service.ts'
import type { UndeliveredStore } from '../ports/staff.ts'
import type { ChangeProblem, HoldStore } from '../ports/stores.ts'
import type { TextPorts } from '../texts/decide-text.ts'
import { done, keepChange, moveAppointment } from './appointments.ts'
import { appointmentsIn, type BookedInBlock, type ClosingPorts } from './close-time.ts'
import { impactOf } from './impacts.ts'

export type TreatPorts = TextPorts & ClosingPorts & { readonly undelivered: UndeliveredStore }

// Somebody on a block's list. `booked`: they still have the time that is closed.
export type OnList = {
  readonly reference: string
  readonly stage: ImpactStage
  readonly booked?: BookedInBlock
  readonly impact?: Impact
}

// Everybody whom the block met, soonest first: who is booked in it, and who was.
export const listOfBlock = async (ports: ClosingPorts, service: Bookable, block: Block): Promise<readonly OnList[]> => {
  const [booked, impacts] = await Promise.all([
    appointmentsIn(ports, service, block),
    ports.holds.blocks.impacts(block.id),
  ])
  const now = ports.clock.now()
  const known = new Map(impacts.map((impact) => [impact.reference, impact]))
  const inIt = new Map(booked.map((one) => [one.subject.reference, one]))
  const references = [...new Set([...inIt.keys(), ...known.keys()])]
  const list = references.map((reference): OnList => {
    const [impact, one] = [known.get(reference), inIt.get(reference)]
    return {
      ...{ reference, stage: stageOf(impact, now) },
      ...(one === undefined ? {} : { booked: one }),
      ...(impact === undefined ? {} : { impact }),
    }
  })
  return list.toSorted((a, b) => (whenOn(a) < whenOn(b) ? -1 : 1))
}

const whenOn = ({ booked, impact, reference }: OnList): string => {
  const had = impact?.had ?? booked?.appointment
  return `${had?.day} ${had?.from} ${reference}`
}

export const byTreatment = {
  swap: 'swap-for-block',
  move: 'move-for-block',
  link: 'ask-for-block',
  call: 'call-for-block',
} as const satisfies Readonly<Record<Treatment, ForBlock>>

export const treatmentsOf = ({ workflow }: Bookable): ReadonlySet<Treatment> =>
  new Set(
    (['swap', 'move', 'link', 'call'] as const).filter(
      (one) => one === 'call' || actionForBlock(workflow, byTreatment[one]) !== undefined,
    ),
  )

// For those for whom nothing was chosen.
export const proposeFor = async (
  ports: TreatPorts,
  service: Bookable,
  list: readonly OnList[],
): Promise<readonly ProposedTreatment[]> => {
  const open = list.flatMap(({ stage, booked }) => (stage === 'open' && booked !== undefined ? [booked] : []))
  if (open.length === 0) return []
  const { timetable } = service.booking
  const [taken, blocks, texts] = await Promise.all([
    takenNear(ports, service, open),
    ports.holds.blocks.standing(),
    ports.undelivered.page({ services: [service.id], size: mostUndelivered }),
  ])
  const affected = open.map(({ subject, appointment }) => ({ ...subject, appointment }))
  return proposalsFor(timetable, affected, {
    ...{ taken, closed: closedTime(timetable, blocks.standing), now: ports.clock.now() },
    failed: new Set(texts.texts.map(({ about }) => about)),
    can: treatmentsOf(service),
  })
}

const mostUndelivered = 100
// Five working days and the bank holidays between them.
const daysNear = 14

const takenNear = (
  { holds, clock }: TreatPorts,
  { booking: { timetable } }: Bookable,
  open: readonly BookedInBlock[],
): ReturnType<HoldStore['overview']> => {
  const days = open.flatMap(({ appointment: { day } }) =>
    Array.from({ length: daysNear }, (_, later) => addDays(day, later)),
  )
  const claimants = open.flatMap(({ appointment }) => claimantsFor(timetable, appointment))
  return holds.overview([...new Set(claimants)], [...new Set(days)].toSorted(), clock.now())
}

export type Choice = { readonly reference: string; readonly is: Treatment; readonly to?: Impact['to'] }

// Kept before anything is done, so that what was begun is gone on with. Who is to be called is on the list of calls at once.
export const choose = async (
  { clock, holds }: TreatPorts,
  list: readonly OnList[],
  given: { readonly block: Block; readonly user: Staff; readonly choices: readonly Choice[] },
): Promise<void> => {
  const deed: DoneBy = { at: clock.now(), by: given.user.name }
  const wanted = new Map(given.choices.map((choice) => [choice.reference, choice]))
  const chosen = list.flatMap(({ booked, stage, reference }) => {
    const [choice, impact] = [wanted.get(reference), booked && impactOf(given.block.id, booked.subject)]
    if (choice === undefined || impact === undefined || stage !== 'open') return []
    const { is, to } = choice
    return [{ ...impact, is, chosen: deed, ...(to && { to }), ...(is === 'call' ? { done: deed } : {}) }]
  })
  for (const impact of chosen) await holds.blocks.choose(impact)
}

// So many in one request; what is left goes on with the next.
const mostAtOnce = 40

export type CarriedOut = { readonly done: number; readonly refused: number; readonly left: number }

// Where somebody was quicker with the time that was chosen, the person is undecided again.
export const carryOutTreatment = async (
  ports: TreatPorts,
  service: Bookable,
  given: { readonly block: Block; readonly user: Staff },
): Promise<CarriedOut> => {
  const list = await listOfBlock(ports, service, given.block)
  const chosen = list.filter(({ stage }) => stage === 'chosen')
  let [did, refused] = [0, 0]
  for (const { impact, booked } of chosen.slice(0, mostAtOnce)) {
    if (impact === undefined) continue
    const treated = booked === undefined ? undefined : await treat(ports, service, { ...given, impact, ...booked })
    if (treated?.ok === true) did += 1
    else if (treated?.error !== 'unknown') refused += 1
    if (treated?.ok === false && treated.error !== 'unknown') await ports.holds.blocks.choose(undecided(impact))
  }
  return { done: did, refused, left: Math.max(0, chosen.length - mostAtOnce) }
}

const undecided = ({ block, reference, had, calls }: Impact): Impact => ({ block, reference, had, calls })

type Treating = BookedInBlock & { readonly block: Block; readonly user: Staff; readonly impact: Impact }

type Treated = Promise<Result<Case, Refusal | ChangeProblem>>

const treat = (ports: TreatPorts, service: Bookable, given: Treating): Treated => {
  const { impact, subject, user } = given
  const action = actionForBlock(service.workflow, byTreatment[impact.is ?? 'call'])
  if (action === undefined) return Promise.resolve(no({ is: 'unknown-action' }))
  const change = { service, subject, action: action.id, actor: user, typed: {} }
  const deed = { at: ports.clock.now(), by: user.name }
  if (impact.is === 'link') {
    const performed = done(ports, change)
    if (!performed.ok) return Promise.resolve(performed)
    return keepChange(ports, change, performed.value, { impacts: [{ ...impact, done: deed }] })
  }
  if (impact.to === undefined) return Promise.resolve(no('time-taken'))
  return moveAppointment(ports, { ...change, ...impact.to, forBlock: forBlockOf(given, deed) })
}

const forBlockOf = ({ impact, block, appointment }: Treating, deed: DoneBy) => {
  if (impact.is === 'swap') return { impact: { ...impact, done: deed, ended: { ...deed, as: 'swapped' as const } } }
  const times = (appointment.byUs?.times ?? 0) + 1
  return {
    impact: { ...impact, done: deed },
    byUs: { times, asks: { block: block.id, had: hadOf(appointment) } },
  }
}

const hadOf = ({ claimants, buckets, longer, day, from }: Appointment): TimeHad => ({
  ...{ claimants, buckets, day, from },
  ...(longer === undefined ? {} : { longer }),
  id: [from.replace(':', ''), ...claimants].join('.'),
})
