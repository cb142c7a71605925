// Finding a free time and holding it for 10 minutes. The timetable is asked again at each step: an address typed by hand cannot book outside it.
import type { Day } from '#domain/day.ts'
import type { Lookup } from '#domain/forms/condition.ts'
import { londonDay } from '#domain/london.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { claimantsFor, claimsOf, type Slot, type SlotQuery, slotsOn, timesOn } from '#domain/slots/timetable.ts'
import { chosenDay, chosenSlot, daysFrom, holdMs, slotQuery } from '#services/bookings/choose.ts'
import { timetable } from '#services/bookings/timetable-data.ts'
import type { Clock, HoldStore } from './ports.ts'

type Ports = { readonly clock: Clock; readonly holds: HoldStore }

const tries = 3

// The days of a fortnight, each with how many times are left.
export const freeDays = async (
  ports: Ports,
  query: SlotQuery,
  given: { readonly from: Day; readonly holder: string },
): Promise<readonly { readonly day: Day; readonly left: number }[]> => {
  const days = daysFrom(query, given.from)
  const free = await freeOn(ports, query, { days, holder: given.holder })
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
  const earlier = given.before === undefined ? undefined : chosenSlot(given.before, now - holdMs)
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

const freeOn = async (
  ports: Ports,
  query: SlotQuery,
  given: { readonly days: readonly Day[]; readonly holder: string },
): Promise<readonly Slot[]> => {
  const now = ports.clock.now()
  const taken = await ports.holds.taken(claimantsFor(timetable, query), given.days, now, given.holder)
  return given.days.flatMap((day) => slotsOn(timetable, query, day, { taken, now, today: londonDay(now) }))
}
