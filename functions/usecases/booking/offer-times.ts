// Once a minute: offers that nobody took go on to the next person, waits that are over end, and what has come free is offered by text, in the
// order in which people joined. Each is a change of its own of a case as it is, so two at once, or one that died half-way, do no harm.
import type { Case } from '#domain/cases/case.ts'
import type { BookingMove } from '#domain/cases/steps/machinery.ts'
import { actionThat } from '#domain/cases/workflow.ts'
import { timeInWords } from '#domain/forms/fields/slot-time.ts'
import { londonTime } from '#domain/london.ts'
import type { WaitingList } from '#domain/slots/booking.ts'
import { whenOf } from '#domain/slots/booking-shown.ts'
import { claimantsFor, claimsOf, type Slot, type Taken, type Timetable } from '#domain/slots/timetable.ts'
import {
  daysFor,
  hasLapsed,
  isUnanswered,
  mayBeOffered,
  offeredAt,
  offersFor,
  offersFromNow,
  type Planned,
  type Waiting,
  type WaitingEntry,
  waitIsOver,
  waitingList,
} from '#domain/slots/waiting.ts'
import { type Bookable, isBookable, type Service } from '#services/service.ts'
import type { Log } from '../ports/log.ts'
import { noneIfErased } from '../ports/seals.ts'
import type { HoldStore } from '../ports/stores.ts'
import type { KnownSwitches } from '../ports/switches.ts'
import { type AppointmentChange, type ChangePorts, done, keepChange, waitingListOf } from './appointments.ts'
import { withTimetables } from './live-timetable.ts'
import { lapseOffer } from './offers.ts'

export type OfferPorts = ChangePorts & {
  readonly holds: HoldStore
  readonly switches: KnownSwitches
  readonly services: readonly Service[]
  readonly log: Log
}

// 132 bits, and the text goes in one part.
export const tokenLength = 22

// The hold outlasts the offer until this job has passed it on.
const spareMs = 5 * 60_000

// Gives how many times were offered.
export const offerTimes = async (given: OfferPorts): Promise<number> => {
  const { readOnly, textsOff } = await given.switches.now()
  if (readOnly) return 0
  const ports = await withTimetables(given)
  let offered = 0
  for (const service of ports.services) {
    const list = isBookable(service) ? service.booking.waiting : undefined
    if (isBookable(service) && list !== undefined) offered += await offersOf({ ports, service, list }, textsOff)
  }
  return offered
}

// One service's list.
type Listed = { readonly ports: OfferPorts; readonly service: Bookable; readonly list: WaitingList }

const offersOf = async (listed: Listed, textsOff: boolean): Promise<number> => {
  const { ports, service } = listed
  const now = ports.clock.now()
  const entries = await ports.cases.waiting(waitingListOf(service))
  for (const { reference } of entries.filter(({ waiting }) => hasLapsed(waiting, now))) await lapse(listed, reference)
  for (const { reference, waiting } of entries)
    if (endOf(listed, waiting, now) !== undefined) await endWait(listed, reference)
  // An offer is no use to whoever hears of it hours later.
  if (textsOff || offersFromNow(now) > now) return 0
  const planned = await planOf(listed, await ports.cases.waiting(waitingListOf(service)), now)
  let offered = 0
  for (const one of planned) if (await offer(listed, one)) offered += 1
  return offered
}

// Why somebody is off the list without saying so.
const endOf = ({ list }: Listed, waiting: Waiting, now: number): 'wait-over' | 'wait-unanswered' | undefined => {
  if (waitIsOver(waiting, now)) return 'wait-over'
  return isUnanswered(waiting, list.rules) ? 'wait-unanswered' : undefined
}

const planOf = async (listed: Listed, entries: readonly WaitingEntry[], now: number): Promise<readonly Planned[]> => {
  const { ports, service, list } = listed
  const { timetable } = service.booking
  const open = entries.filter(
    ({ waiting }) => mayBeOffered(waiting, now, list.rules) && endOf(listed, waiting, now) === undefined,
  )
  if (open.length === 0) return []
  return offersFor(timetable, open, { taken: await takenFor(ports, timetable, open, now), now })
}

// Day by day, so that a long list asks storage no more at one time than a page of days does. What
// the list holds is free to it.
const takenFor = async (
  { holds }: OfferPorts,
  timetable: Timetable,
  entries: readonly WaitingEntry[],
  now: number,
): Promise<Taken> => {
  const claimants = [...new Set(entries.flatMap(({ waiting }) => claimantsFor(timetable, waiting)))]
  const days = [...new Set(entries.flatMap(({ waiting }) => daysFor(waiting, now)))]
  const taken = new Map<string, ReadonlySet<string>>()
  for (const day of days)
    for (const [name, buckets] of await holds.taken(claimants, [day], now, waitingList)) taken.set(name, buckets)
  return taken
}

const bySystem = ({ service }: Listed, subject: Case, does: BookingMove): AppointmentChange => ({
  service,
  subject,
  action: actionThat(service.workflow, does, 'system')?.id ?? '',
  actor: { is: 'system' },
  typed: {},
})

const lapse = async (listed: Listed, reference: string): Promise<void> => {
  const { ports } = listed
  const subject = await caseOf(ports, reference)
  if (subject?.waiting === undefined || !hasLapsed(subject.waiting, ports.clock.now())) return
  const lapsed = await lapseOffer(ports, bySystem(listed, subject, 'lapse-offer'))
  ports.log({ level: 'info', event: lapsed.ok ? 'offer-lapsed' : 'offer-not-lapsed' })
}

const endWait = async (listed: Listed, reference: string): Promise<void> => {
  const { ports } = listed
  const subject = await caseOf(ports, reference)
  const end = subject?.waiting === undefined ? undefined : endOf(listed, subject.waiting, ports.clock.now())
  if (subject === undefined || end === undefined) return
  const change = bySystem(listed, subject, end)
  const performed = done(ports, change)
  if (performed.ok) await keepChange(ports, change, performed.value, {})
}

// Somebody may have taken the time since it was read: then the next minute finds another.
const offer = async (listed: Listed, { reference, slot }: Planned): Promise<boolean> => {
  const { ports, list } = listed
  const subject = await caseOf(ports, reference)
  if (subject?.waiting === undefined || !mayBeOffered(subject.waiting, ports.clock.now(), list.rules)) return false
  const change = bySystem(listed, subject, 'offer-time')
  const performed = done(ports, change)
  if (!performed.ok) return false
  const now = ports.clock.now()
  const [token, until] = [ports.ids.secret().slice(0, tokenLength), now + list.rules.offerMinutes * 60_000]
  const made = { slot, until, tokenHash: ports.keys.hash('offer', token) }
  const event = { ...performed.value.event, details: [{ question: 'Offered', lines: [whenOf(slot)] }] }
  const kept = await keepChange(
    ports,
    change,
    { ...performed.value, event },
    {
      waiting: offeredAt(subject.waiting, made, now),
      texts: [textOf(ports, reference, { slot, token, until })],
      holds: { claims: claimsOf(slot), until: until + spareMs },
    },
  )
  return kept.ok
}

type Offered = { readonly slot: Slot; readonly token: string; readonly until: number }

const textOf = ({ citizenOrigin }: OfferPorts, reference: string, { slot, token, until }: Offered) => ({
  template: 'offer',
  notAfter: until,
  values: {
    when: whenOf(slot),
    by: timeInWords(londonTime(until)),
    offer: `${citizenOrigin}/offer/${reference}/${token}`,
  },
})

// Erased since: nobody waits for it any more.
const caseOf = ({ cases }: OfferPorts, reference: string): Promise<Case | undefined> =>
  cases.get(reference).catch(noneIfErased)
