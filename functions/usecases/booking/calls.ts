// Whom staff call, as their time was closed: chosen so, or told by text and silent since. Soonest first; each call is on the case and on
// the block's list.
import { can } from '#domain/cases/access.ts'
import type { Case, Staff } from '#domain/cases/case.ts'
import { actionForBlock } from '#domain/cases/steps/for-block.ts'
import type { Refusal } from '#domain/cases/workflow.ts'
import { one, type Typed } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { no, type Result } from '#domain/result.ts'
import type { Block } from '#domain/slots/block.ts'
import type { Impact } from '#domain/slots/impact.ts'
import type { Bookable } from '#services/service.ts'
import type { ChangeProblem } from '../ports/stores.ts'
import type { TextPorts } from '../texts/decide-text.ts'
import { done, keepChange } from './appointments.ts'
import type { BookedInBlock, ClosingPorts } from './close-time.ts'
import { settledAppointment } from './keep-time.ts'
import { listOfBlock, type OnList } from './treat.ts'

export type ToCall = {
  readonly booked: BookedInBlock
  readonly impact: Impact
  readonly block: Block
  // They have a new time, and did not say whether it suits.
  readonly moved: boolean
}

export const callsFor = async (
  ports: ClosingPorts,
  services: readonly Bookable[],
  user: Staff,
): Promise<readonly ToCall[]> => {
  const { standing } = await ports.holds.blocks.standing()
  const today = londonDay(ports.clock.now())
  const found = await Promise.all(
    standing
      .filter(({ until }) => until >= today)
      .map(async (block) => {
        const service = services.find(({ id }) => id === block.service)
        return service === undefined ? [] : callsOf(ports, service, block)
      }),
  )
  return found
    .flat()
    .filter(({ booked: { subject } }) => can(user, 'see-case', { subject }))
    .toSorted((a, b) => a.booked.appointment.startsAt - b.booked.appointment.startsAt)
}

const callsOf = async (ports: ClosingPorts, service: Bookable, block: Block): Promise<readonly ToCall[]> => {
  const list = await listOfBlock(ports, service, block)
  const wanted = list.filter(({ stage }) => stage === 'to-call')
  const found = await Promise.all(wanted.map((row) => callOf(ports, row, block)))
  return found.flat()
}

const callOf = async (ports: ClosingPorts, { impact, booked, reference }: OnList, block: Block) => {
  if (impact === undefined) return []
  const subject = booked?.subject ?? (await ports.cases.get(reference))
  const { appointment } = subject ?? {}
  if (subject === undefined || appointment === undefined || appointment.endsAt < ports.clock.now()) return []
  return [{ booked: { subject, appointment }, impact, block, moved: appointment.byUs?.asks?.block === block.id }]
}

type Noting = { readonly row: ToCall; readonly user: Staff; readonly typed: Typed }

export const noteCallMade = async (
  ports: ClosingPorts & TextPorts,
  service: Bookable,
  { row, user, typed }: Noting,
): Promise<Result<Case, Refusal | ChangeProblem>> => {
  const action = actionForBlock(service.workflow, 'call-for-block')
  if (action === undefined) return no({ is: 'unknown-action' })
  const { subject, appointment } = row.booked
  const change = { service, subject, action: action.id, actor: user, typed }
  const performed = done(ports, change)
  if (!performed.ok) return performed
  const keeps = one(typed, 'called') === 'keeps'
  if (keeps && !row.moved) return no({ is: 'needs', problems: [notMoved] })
  const outcome = performed.value.event.details?.[0]?.lines.join(' ') ?? ''
  const deed = { at: ports.clock.now(), by: user.name }
  const called: Impact = { ...row.impact, calls: [...row.impact.calls, { ...deed, outcome }] }
  return keeps
    ? keepChange(ports, change, performed.value, {
        appointment: settledAppointment(appointment),
        impacts: [{ ...called, ended: { ...deed, as: 'kept' } }],
      })
    : keepChange(ports, change, performed.value, { impacts: [called] })
}

const notMoved = {
  field: 'called',
  words: 'We have not moved them: change the time or cancel on the case, then they leave this list',
}
