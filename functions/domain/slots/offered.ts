// How much time a service has to give on a day: the hours of its staff, without leave and what was closed, each
// 5 minutes once (docs/rules/measures.md, "Appointments").
import type { Day } from '../day.ts'
import { type Block, closedBy, isShut } from './block.ts'
import { hoursOn, minuteOf, openOn, type StaffRota } from './rota.ts'
import { bucketsOf, type Timetable, timetableOn } from './timetable.ts'

export const offeredOn = (whole: Timetable, blocks: readonly Block[], day: Day): number =>
  openTimeOn(whole, blocks, day).reduce((sum, { buckets }) => sum + buckets.length, 0)

// Whose time it is, and when.
export const openTimeOn = (whole: Timetable, blocks: readonly Block[], day: Day): readonly OpenTime[] => {
  const timetable = timetableOn(whole, day)
  const { places, closures } = timetable
  if (Object.values(places).every((place) => openOn(place, closures, day) === undefined)) return []
  const closed = blocks
    .filter((block) => isShut(block) && block.from <= day && day <= block.until)
    .flatMap((block) => closedBy(whole, block).filter((claim) => claim.day === day))
  return timetable.staff.flatMap((person) => {
    const gone = new Set(closed.flatMap(({ claimant, buckets }) => (claimant === person.id ? buckets : [])))
    const buckets = [...onDuty(person, day)].filter((bucket) => !gone.has(bucket))
    return buckets.length === 0 ? [] : [{ who: person.id, buckets }]
  })
}

export type OpenTime = { readonly who: string; readonly buckets: readonly string[] }

const onDuty = (person: StaffRota, day: Day): ReadonlySet<string> =>
  new Set(hoursOn(person, day).flatMap(({ from, until }) => bucketsOf(minuteOf(from), minuteOf(until))))
