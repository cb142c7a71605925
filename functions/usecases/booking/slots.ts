// Finding a free time and holding it for some minutes. The timetable is asked again at each step: an address typed by hand cannot book outside it.
import type { Day } from '#domain/day.ts'
import type { Lookup } from '#domain/forms/condition.ts'
import { londonDay } from '#domain/london.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { type Booking, chosenDay, daysFrom, type Hold, holdMs, slotHeld } from '#domain/slots/booking.ts'
import { unlike } from '#domain/slots/resource.ts'
import {
  claimantsFor,
  claimsOf,
  type Slot,
  type SlotQuery,
  slotsOn,
  type Taken,
  timesOn,
} from '#domain/slots/timetable.ts'
import type { Clock, HoldStore } from '../ports/stores.ts'

type Ports = { readonly clock: Clock; readonly holds: HoldStore }

const tries = 3

// The days of a fortnight, each with how many times are left.
export const freeDays = async (
  ports: Ports,
  booking: Booking,
  query: SlotQuery,
  given: { readonly from: Day; readonly holder: string },
): Promise<readonly { readonly day: Day; readonly left: number }[]> => {
  const days = daysFrom(booking, query, given.from)
  const free = await shownOn(ports, { booking, query, days, holder: given.holder })
  return days
    .map((day) => ({ day, left: timesOn(free.filter((slot) => slot.day === day)).length }))
    .filter(({ left }) => left > 0)
}

export const freeTimes = async (
  ports: Ports,
  booking: Booking,
  query: SlotQuery,
  given: { readonly day: Day; readonly holder: string },
): Promise<readonly Slot[]> => timesOn(await freeOn(ports, { booking, query, days: [given.day], holder: given.holder }))

// What is held for whoever answers. `hold`: what they hold so far.
type Holding = {
  readonly booking: Booking
  readonly lookup: Lookup
  readonly holder: string
  readonly hold?: Hold
}

// Holds the time that the answers choose, whoever of those free at that time it takes; one's own
// earlier hold goes back.
export const holdSlot = async (
  ports: Ports,
  { booking, lookup, holder, hold }: Holding,
): Promise<Result<Hold, 'taken'>> => {
  const time = lookup.answer(booking.questions.time)
  const [query, day] = [booking.query(lookup), chosenDay(booking, lookup)]
  if (query === undefined || day === undefined || typeof time !== 'string') return no('taken')
  const now = ports.clock.now()
  const until = now + holdMs(booking)
  const instead = hold === undefined ? {} : { instead: claimsOf(hold.slot) }
  for (let round = 1; round <= roundsFor(query); round += 1) {
    const slots = await slotsAt(ports, booking, query, { day, time, holder })
    for (const slot of unlike(slots, tries)) {
      const held = await ports.holds.hold({ holder, claims: claimsOf(slot), until, now, ...instead })
      if (held.ok) return ok({ slot, until })
    }
    if (slots.length === 0) return no('taken')
  }
  return no('taken')
}

// Many want a session at one moment, and one seat is as good as another: it is looked again which are left.
const roundsFor = ({ seats }: SlotQuery): number => (seats === undefined ? 1 : 6)

// The time that was chosen, for as long again: from the end of its hold, or from now where that is past. Its notice was counted when it was chosen.
export const holdLonger = async (
  ports: Ports,
  given: Holding & { readonly hold: Hold },
): Promise<Result<Hold, 'taken'>> => {
  const { booking, lookup, holder, hold } = given
  const now = ports.clock.now()
  const slot = slotHeld(booking, lookup, now)
  if (slot === undefined) return no('taken')
  const until = Math.max(now, hold.until) + holdMs(booking)
  const held = await ports.holds.hold({ holder, claims: claimsOf(slot), until, now })
  // Another room or officer at the same time will do.
  const longer = held.ok ? ok({ slot, until }) : await holdSlot(ports, given)
  return longer.ok ? ok({ ...longer.value, extended: true }) : longer
}

// What is free at a time of a day, the very slot that was chosen first. `time`: a slot's id, or HHMM.
export const slotsAt = async (
  ports: Ports,
  booking: Booking,
  query: SlotQuery,
  given: { readonly day: Day; readonly time: string; readonly holder: string },
): Promise<readonly Slot[]> => {
  const free = await freeOn(ports, { booking, query, days: [given.day], holder: given.holder })
  const same = free.filter((slot) => slot.id.slice(0, 4) === given.time.slice(0, 4))
  const others = same.filter((slot) => slot.id !== given.time)
  return [
    ...same.filter((slot) => slot.id === given.time),
    ...(query.seats === undefined ? others : spread(others, given.holder)),
  ]
}

// Each begins at another seat, so that few want the same.
const spread = <T>(slots: readonly T[], holder: string): readonly T[] => {
  const at =
    [...holder].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 7) % Math.max(1, slots.length)
  return [...slots.slice(at), ...slots.slice(0, at)]
}

type Days = {
  readonly booking: Booking
  readonly query: SlotQuery
  readonly days: readonly Day[]
  readonly holder: string
}

// What a page of days shows may be a second old: whoever chooses one of them sees its times as they
// are.
const shownOn = async (ports: Ports, given: Days): Promise<readonly Slot[]> =>
  latelyOn(ports, given) ?? readOn(ports, given, ports.holds.overview)

// What was full within the last second is full: a crowd that wants it is told so without a read.
const freeOn = async (ports: Ports, given: Days): Promise<readonly Slot[]> => {
  const lately = latelyOn(ports, given)
  return lately?.length === 0 ? lately : readOn(ports, given)
}

const latelyOn = ({ clock, holds }: Ports, given: Days): readonly Slot[] | undefined => {
  const now = clock.now()
  const taken = holds.lately(claimantsIn(given), given.days, now, given.holder)
  return taken === undefined ? undefined : slotsAmong(given, taken, now)
}

const readOn = async (
  { clock, holds }: Ports,
  given: Days,
  read: HoldStore['taken'] = holds.taken,
): Promise<readonly Slot[]> => {
  const now = clock.now()
  return slotsAmong(given, await read(claimantsIn(given), given.days, now, given.holder), now)
}

const claimantsIn = ({ booking, query, days }: Days): readonly string[] => claimantsFor(booking.timetable, query, days)

const slotsAmong = ({ booking, query, days }: Days, taken: Taken, now: number): readonly Slot[] =>
  days.flatMap((day) => slotsOn(booking.timetable, query, day, { taken, now, today: londonDay(now) }))
