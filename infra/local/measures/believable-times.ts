// What became of appointments, and which times people wanted, believably.
import { joined, type Sums } from '#domain/measures/counting/sums.ts'

// Half an hour with ten minutes after it is 8 steps of 5 minutes.
export const believableVisits = (sent: number, way: number): Sums => {
  const [cancelled, missed] = [Math.round(sent * 0.12), Math.round(sent * (0.09 - 0.04 * way))]
  const seen = sent - cancelled - missed
  return {
    ...{ 'visits.seen': seen, 'visits.missed': missed, 'visits.cancelled': cancelled },
    ...{ 'time.offered': 14_400, 'time.booked': 8 * (seen + missed), 'time.used': 8 * seen },
    ...leadsIn(seen, missed),
    ...triesIn(sent, way),
    ...{
      'third.dorchester.housing-advice.2': 14,
      'third.dorchester.housing-advice.4': 16,
      'third.weymouth.housing-advice.9': 28,
    },
    'third.weymouth.housing-advice.over': 2,
    ...{ 'time.open': 14_400, 'time.within': 8 * (seen + missed), 'time.met': 6 * (seen + missed) },
    ...{ 'time.over': Math.round(sent * 0.02), 'by-us': Math.round(sent * 0.02), 'by-us.again': 1 },
    ...{ 'cancelled.late': Math.round(cancelled * 0.2), 'cancelled.in-time': Math.round(cancelled * 0.7) },
    'cancelled.again': Math.round(cancelled * (0.35 + 0.15 * way)),
    ...{ 'changes.move.self': Math.round(sent * 0.11), 'changes.move.keyed': Math.round(sent * 0.03) },
    ...{ 'changes.cancel.self': Math.round(cancelled * 0.7), 'changes.cancel.keyed': Math.round(cancelled * 0.3) },
  }
}

// Most want a morning early in the week, and many ask in the evening. The later in the story, the fewer find nothing.
const triesIn = (sent: number, way: number): Sums => {
  const tries = Math.round(sent * 1.2)
  const hours = [9, 10, 11, 12, 13, 14, 15, 16]
  const wanted = hours.flatMap((hour, at) =>
    [1, 2, 3, 4, 5].map((day) => [`wanted.${day}.${String(hour).padStart(2, '0')}`, (9 - at) * (7 - day)] as const),
  )
  const asked = [8, 12, 19, 20, 21].flatMap((hour) =>
    [1, 2, 3, 4, 5, 6, 7].map((day) => [`asked.${day}.${String(hour).padStart(2, '0')}`, 8 - day] as const),
  )
  const all = wanted.reduce((sum, [, part]) => sum + part, 0)
  const asks = asked.reduce((sum, [, part]) => sum + part, 0)
  return {
    ...Object.fromEntries(wanted.map(([name, part]) => [name, Math.round((tries * part) / all)])),
    ...Object.fromEntries(asked.map(([name, part]) => [name, Math.round((tries * part) / asks)])),
    ...{ tries, 'tries.held': Math.round(tries * 0.96), 'listed.unmet': Math.round(sent * (0.02 - 0.01 * way)) },
  }
}

// Who chose a time long before forgets it more often, and who was texted does not.
const leadsIn = (seen: number, missed: number): Sums => {
  const shares = [
    { of: '0-1', days: 1, seen: 0.2, missed: 0.08 },
    { of: '2-7', days: 5, seen: 0.42, missed: 0.3 },
    { of: '8-14', days: 11, seen: 0.24, missed: 0.32 },
    { of: '15-28', days: 20, seen: 0.14, missed: 0.3 },
  ]
  return joined([
    ...shares.map((one) => ({
      [`visits.seen.lead.${one.of}`]: Math.round(seen * one.seen),
      [`visits.missed.lead.${one.of}`]: Math.round(missed * one.missed),
      [`ahead.${one.days}`]: Math.round(seen * one.seen + missed * one.missed),
    })),
    { 'visits.seen.by.self': Math.round(seen * 0.8), 'visits.missed.by.self': Math.round(missed * 0.7) },
    { 'visits.seen.by.keyed': Math.round(seen * 0.2), 'visits.missed.by.keyed': Math.round(missed * 0.3) },
  ])
}

// Fewer find nothing, the later in the story.
export const noTimesIn = (service: string, sent: number, way: number): number =>
  service === 'bookings' ? Math.round(sent * (0.03 - 0.02 * way)) : 0
