// What a change of an appointment means for the lists of blocks that it stands on: whoever leaves closed time, or answers about the time
// that they were moved to, is done with. It is written with the change.
import type { Actor, Case } from '#domain/cases/case.ts'
import { actorName } from '#domain/cases/workflow.ts'
import type { Appointment } from '#domain/slots/appointment.ts'
import { type Block, type Blocks, closedBy, isClosed } from '#domain/slots/block.ts'
import type { Impact, ImpactEnd } from '#domain/slots/impact.ts'
import type { Timetable } from '#domain/slots/timetable.ts'
import type { Bookable } from '#services/service.ts'
import type { Clock, HoldStore } from '../ports/stores.ts'

type Ports = { readonly clock: Clock; readonly holds: HoldStore }

type Changing = {
  readonly service: Bookable
  readonly subject: Case
  readonly actor: Actor
  readonly forBlock?: { readonly impact: Impact }
}

type After = { readonly blocks: Blocks; readonly after: Appointment }

export const impactsAfter = async (
  ports: Ports,
  given: Changing,
  { blocks, after }: After,
): Promise<readonly Impact[]> => {
  const { subject, service, forBlock } = given
  const left = leftBy(service.booking.timetable, subject, { blocks, after })
  const others = left.filter((block) => block !== forBlock?.impact.block)
  const found = await Promise.all(others.map((block) => ports.holds.blocks.impact(block, subject.reference)))
  const as: ImpactEnd = after.cancelled === true ? 'cancelled' : 'changed'
  const ended = { at: ports.clock.now(), by: actorName(given.actor), as }
  const open = others.flatMap((block, at) => {
    const impact = found[at] ?? impactOf(block, subject)
    return impact === undefined || impact.ended !== undefined ? [] : [{ ...impact, ended }]
  })
  return [...(forBlock === undefined ? [] : [forBlock.impact]), ...open]
}

export const impactOf = (block: string, { reference, appointment }: Case): Impact | undefined => {
  if (appointment === undefined) return undefined
  const { what, place, day, from } = appointment
  return { block, reference, had: { what, place, day, from }, calls: [] }
}

// Blocks whose time it was in and is no more, and the one that asked whether the new time suits.
const leftBy = (timetable: Timetable, { appointment: before }: Case, { blocks, after }: After): readonly string[] => {
  if (before === undefined) return []
  const left = blocks.standing.filter((block) => isIn(timetable, block, before) && !isIn(timetable, block, after))
  const asked = before.byUs?.asks?.block
  return [...new Set([...left.map(({ id }) => id), ...(asked === undefined ? [] : [asked])])]
}

const isIn = (timetable: Timetable, block: Block, appointment: Appointment): boolean =>
  appointment.day >= block.from && appointment.day <= block.until && isClosed(closedBy(timetable, block), appointment)
