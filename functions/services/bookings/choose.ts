// What the answers so far ask of the timetable.

import type { Day } from '#domain/day.ts'
import type { Lookup } from '#domain/forms/condition.ts'
import { daysAhead, type Slot, type SlotQuery, slotsOn, type Taken } from '#domain/slots/timetable.ts'
import { timetable } from './timetable-data.ts'

export const slotQuery = (lookup: Lookup): SlotQuery | undefined => {
  const [type, how, office, needs, interpreter] = ['whatFor', 'how', 'office', 'needs', 'interpreter'].map(
    lookup.answer,
  )
  if (typeof type !== 'string') return undefined
  // Where how to meet is not asked, it is at an office.
  const place = how === undefined || how === 'office' ? office : how
  if (typeof place !== 'string') return undefined
  const wanted = Array.isArray(needs) ? needs.filter((need) => typeof need === 'string') : []
  return {
    type,
    place,
    features: wanted.filter((need) => roomFeatures.has(need)),
    interpreter: interpreter === 'yes' || wanted.includes('bsl'),
  }
}

const roomFeatures = new Set(['step-free', 'hearing-loop', 'quiet'])

// How long a chosen time is held (bookings.md 3.4: 10 minutes).
export const holdMs = 10 * 60_000
// Held once more for whoever asks.
export const longestHoldMs = 2 * holdMs

export const chosenDay = (lookup: Lookup): Day | undefined => {
  const day = lookup.answer('day')
  return typeof day === 'string' ? day : undefined
}

// The slot that was chosen, where the timetable still has it, whatever else is taken now.
export const chosenSlot = (lookup: Lookup, now: number, taken: Taken = new Map()): Slot | undefined => {
  const [query, day, id] = [slotQuery(lookup), chosenDay(lookup), lookup.answer('time')]
  if (query === undefined || day === undefined) return undefined
  return slotsOn(timetable, query, day, { taken, now, today: lookup.today }).find((slot) => slot.id === id)
}

export const daysFrom = (query: SlotQuery, from: Day): readonly Day[] => daysAhead(timetable, query, from, 14)
