// Closed time opened again: its hours come back, and whoever was told that their time is closed is told that it is not. Who was moved and
// has not answered has the old time kept for them, and may go back to it.
import type { Staff } from '#domain/cases/case.ts'
import { actionForBlock } from '#domain/cases/steps/for-block.ts'
import { instantOf, londonDay } from '#domain/london.ts'
import { ok, type Result } from '#domain/result.ts'
import type { Appointment, TimeHad } from '#domain/slots/appointment.ts'
import type { Block } from '#domain/slots/block.ts'
import type { Impact } from '#domain/slots/impact.ts'
import { claimsOf } from '#domain/slots/timetable.ts'
import { addWorkingDays } from '#domain/working-days.ts'
import type { Bookable } from '#services/service.ts'
import { type BookingStored, done, keepChange } from './appointments.ts'
import { beginOpening, endOpening } from './close-time.ts'
import { listOfBlock, type OnList, type TreatPorts } from './treat.ts'

export const openTime = async (
  ports: TreatPorts,
  service: Bookable,
  user: Staff,
  block: Block,
): Promise<Result<'all' | 'more', 'changed-elsewhere'>> => {
  const begun = await beginOpening(ports, service, user, block)
  if (!begun.ok || begun.value === 'more') return begun
  const toTell = (await listOfBlock(ports, service, block)).filter(isToTell)
  for (const one of toTell.slice(0, mostTold)) await tell(ports, service, { user, block, one })
  if (toTell.length > mostTold) return ok('more')
  const ended = await endOpening(ports, block)
  return ended.ok ? ok('all') : ended
}

// A change each, one after another; a request ends at 10 s.
const mostTold = 60

const isToTell = ({ impact }: OnList): boolean => impact?.done !== undefined && impact.ended === undefined

type Telling = { readonly user: Staff; readonly block: Block; readonly one: OnList }

const tell = async (ports: TreatPorts, service: Bookable, { user, block, one }: Telling): Promise<void> => {
  const { impact, reference } = one
  const action = actionForBlock(service.workflow, 'open-for-block')
  if (impact?.done === undefined || impact.ended !== undefined || action === undefined) return
  const subject = await ports.cases.get(reference)
  const { appointment } = subject ?? {}
  if (subject === undefined || appointment === undefined) return
  const change = { service, subject, action: action.id, actor: user, typed: {} }
  const performed = done(ports, change)
  if (!performed.ok) return
  const ended: Impact = { ...impact, ended: { at: ports.clock.now(), by: user.name, as: 'opened' } }
  const offered = timeBack(ports, service, { appointment, block })
  const said = impact.is === 'link' ? { texts: [{ template: 'goes-ahead' }] } : {}
  const kept = await keepChange(ports, change, performed.value, { ...said, ...offered, impacts: [ended] })
  // Somebody has booked the old time already: then they keep the new one.
  if (!kept.ok && kept.error === 'time-taken') await keepChange(ports, change, performed.value, { impacts: [ended] })
}

type Moved = { readonly appointment: Appointment; readonly block: Block }

const timeBack = (ports: TreatPorts, service: Bookable, { appointment, block }: Moved): BookingStored => {
  const { byUs } = appointment
  const now = ports.clock.now()
  if (byUs?.asks?.block !== block.id) return {}
  const until = keptUntil(service, byUs.asks.had, now)
  if (until <= now) return {}
  return {
    appointment: { ...appointment, byUs: { ...byUs, back: until } },
    holds: { claims: claimsOf(byUs.asks.had), until },
    texts: [{ template: 'time-back' }],
  }
}

// As long as they have to answer, and no longer than it can be booked.
const answerWorkingDays = 3

const keptUntil = ({ booking }: Bookable, { day, from }: TimeHad, now: number): number => {
  const types = Object.values(booking.timetable.types)
  const lead = Math.max(...types.map(({ leadHours }) => leadHours)) * 3_600_000
  const answerBy = instantOf(addWorkingDays(londonDay(now), answerWorkingDays), '23:59') ?? now
  return Math.min(answerBy, (instantOf(day, from) ?? now) - lead)
}
