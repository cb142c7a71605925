// Finding a free time and holding it for 10 minutes. The timetable is asked again at each step: an address typed by hand cannot book outside it.
import type { Day } from '#domain/day.ts'
import type { Lookup } from '#domain/forms/condition.ts'
import { londonDay } from '#domain/london.ts'
import { no, ok, type Result } from '#domain/result.ts'
import {
  claimantsFor,
  claimsOf,
  type Slot,
  type SlotQuery,
  slotsOn,
  type Taken,
  timesOn,
} from '#domain/slots/timetable.ts'
import {
  chosenDay,
  chosenSlot,
  daysFrom,
  holdMs,
  longestHoldMs,
  slotQuery,
} from '#services/bookings/timetable/choose.ts'
import { timetable } from '#services/bookings/timetable/timetable-data.ts'
import type { Clock, HoldStore } from '../ports/stores.ts'

type Ports = { readonly clock: Clock; readonly holds: HoldStore }

const tries = 3

// The days of a fortnight, each with how many times are left.
export const freeDays = async (
  ports: Ports,
  query: SlotQuery,
  given: { readonly from: Day; readonly holder: string },
): Promise<readonly { readonly day: Day; readonly left: number }[]> => {
  const days = daysFrom(query, given.from)
  const free = await shownOn(ports, query, { days, holder: given.holder })
  return days
    .map((day) => ({ day, left: timesOn(free.filter((slot) => slot.day === day)).length }))
    .filter(({ left }) => left > 0)
}

export const freeTimes = async (
  ports: Ports,
  query: SlotQuery,
  given: { readonly day: Day; readonly holder: string },
): Promise<readonly Slot[]> => timesOn(await freeOn(ports, query, { days: [given.day], holder: given.holder }))

// An instant in milliseconds: until then the slot is nobody else's.
export type Held = { readonly slot: Slot; readonly until: number }

// Holds the time that the answers choose, whoever of those free at that time it takes; one's own earlier hold goes back.
export const holdSlot = async (
  ports: Ports,
  given: { readonly lookup: Lookup; readonly before?: Lookup; readonly holder: string },
): Promise<Result<Held, 'taken'>> => {
  const [query, day, id] = [slotQuery(given.lookup), chosenDay(given.lookup), given.lookup.answer('time')]
  if (query === undefined || day === undefined || typeof id !== 'string') return no('taken')
  const now = ports.clock.now()
  const earlier = given.before === undefined ? undefined : chosenSlot(given.before, now - longestHoldMs)
  const slots = await slotsAt(ports, query, { day, time: id, holder: given.holder })
  for (const slot of slots.slice(0, tries)) {
    const held = await ports.holds.hold({
      holder: given.holder,
      claims: claimsOf(slot),
      until: now + holdMs,
      now,
      ...(earlier === undefined ? {} : { instead: claimsOf(earlier) }),
    })
    if (held.ok) return ok({ slot, until: now + holdMs })
  }
  return no('taken')
}

// The time that was chosen, for as long again: from the end of its hold, or from now where that is past. Its notice was counted when it was chosen.
export const holdLonger = async (
  ports: Ports,
  given: { readonly lookup: Lookup; readonly holder: string; readonly until: number },
): Promise<Result<Held, 'taken'>> => {
  const now = ports.clock.now()
  const slot = chosenSlot(given.lookup, now - longestHoldMs)
  if (slot === undefined) return no('taken')
  const until = Math.max(now, given.until) + holdMs
  const held = await ports.holds.hold({ holder: given.holder, claims: claimsOf(slot), until, now })
  // Another room or officer at the same time will do.
  return held.ok ? ok({ slot, until }) : holdSlot(ports, given)
}

// What is free at a time of a day, the very slot that was chosen first. `time`: a slot's id, or HHMM.
export const slotsAt = async (
  ports: Ports,
  query: SlotQuery,
  given: { readonly day: Day; readonly time: string; readonly holder: string },
): Promise<readonly Slot[]> => {
  const free = await freeOn(ports, query, { days: [given.day], holder: given.holder })
  const same = free.filter((slot) => slot.id.slice(0, 4) === given.time.slice(0, 4))
  return [...same.filter((slot) => slot.id === given.time), ...same.filter((slot) => slot.id !== given.time)]
}

type Days = { readonly days: readonly Day[]; readonly holder: string }

// What a page of days shows may be a second old: whoever chooses one of them sees its times as they are.
const shownOn = async (ports: Ports, query: SlotQuery, given: Days): Promise<readonly Slot[]> =>
  latelyOn(ports, query, given) ?? readOn(ports, query, given)

// What was full within the last second is full: a crowd that wants it is told so without a read.
const freeOn = async (ports: Ports, query: SlotQuery, given: Days): Promise<readonly Slot[]> => {
  const lately = latelyOn(ports, query, given)
  return lately?.length === 0 ? lately : readOn(ports, query, given)
}

const latelyOn = ({ clock, holds }: Ports, query: SlotQuery, { days, holder }: Days): readonly Slot[] | undefined => {
  const now = clock.now()
  const taken = holds.lately(claimantsFor(timetable, query), days, now, holder)
  return taken === undefined ? undefined : slotsAmong(query, days, taken, now)
}

const readOn = async ({ clock, holds }: Ports, query: SlotQuery, { days, holder }: Days): Promise<readonly Slot[]> => {
  const now = clock.now()
  return slotsAmong(query, days, await holds.taken(claimantsFor(timetable, query), days, now, holder), now)
}

const slotsAmong = (query: SlotQuery, days: readonly Day[], taken: Taken, now: number): readonly Slot[] =>
  days.flatMap((day) => slotsOn(timetable, query, day, { taken, now, today: londonDay(now) }))
