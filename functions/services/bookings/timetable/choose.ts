// What the answers so far ask of the timetable.

import { addDays, type Day, isDay } from '#domain/day.ts'
import type { Lookup } from '#domain/forms/condition.ts'
import { wait } from '#domain/forms/fields/slot-day.ts'
import { londonDay } from '#domain/london.ts'
import { daysAhead, type Slot, type SlotQuery, slotsOn, type Taken } from '#domain/slots/timetable.ts'
import { parts, type Waiting } from '#domain/slots/waiting.ts'
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

// How long a chosen time is held (docs/rules/bookings.md, "Holding a time").
export const holdMs = 10 * 60_000
// Held once more for whoever asks.
export const longestHoldMs = 2 * holdMs

export const chosenDay = (lookup: Lookup): Day | undefined => {
  const day = lookup.answer('day')
  return typeof day === 'string' && isDay(day) ? day : undefined
}

// The slot that was chosen, where the timetable still has it, whatever else is taken now.
export const chosenSlot = (lookup: Lookup, now: number, taken: Taken = new Map()): Slot | undefined => {
  const [query, day, id] = [slotQuery(lookup), chosenDay(lookup), lookup.answer('time')]
  if (query === undefined || day === undefined) return undefined
  return slotsOn(timetable, query, day, { taken, now, today: lookup.today }).find((slot) => slot.id === id)
}

export const daysFrom = (query: SlotQuery, from: Day): readonly Day[] => daysAhead(timetable, query, from, 14)

// For whoever waits for a time instead of choosing one.
export const chosenWait = (lookup: Lookup, now: number): Waiting | undefined => {
  const query = slotQuery(lookup)
  if (query === undefined || lookup.answer('day') !== wait) return undefined
  const [part, notice, days] = ['waitPart', 'waitNotice', 'waitFor'].map(lookup.answer)
  return {
    ...query,
    joinedAt: now,
    lastDay: addDays(londonDay(now), Number(days)),
    part: parts.find((one) => one === part) ?? 'any',
    noticeHours: Number(notice),
    passed: [],
  }
}
