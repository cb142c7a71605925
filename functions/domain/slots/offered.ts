// How much time a service has to give on a day: the hours of its staff, without leave and what was closed, each
// 5 minutes once (docs/rules/measures.md, "Appointments").
import { type Day, weekday } from '../day.ts'
import { isWorkingDay } from '../working-days.ts'
import { type Block, closedBy, isShut } from './block.ts'
import { bucketsOf, minuteOf, type StaffRota, type Timetable } from './timetable.ts'

export const offeredOn = (timetable: Timetable, blocks: readonly Block[], day: Day): number => {
  if (!isWorkingDay(day, timetable.closures)) return 0
  const closed = blocks
    .filter((block) => isShut(block) && block.from <= day && day <= block.until)
    .flatMap((block) => closedBy(timetable, block).filter((claim) => claim.day === day))
  return timetable.staff.reduce((sum, person) => {
    const gone = new Set(closed.flatMap(({ claimant, buckets }) => (claimant === person.id ? buckets : [])))
    return sum + [...onDuty(person, day)].filter((bucket) => !gone.has(bucket)).length
  }, 0)
}

const onDuty = ({ leave, shifts }: StaffRota, day: Day): ReadonlySet<string> =>
  new Set(
    leave.has(day)
      ? []
      : (shifts[weekday(day)] ?? []).flatMap(({ from, until }) => bucketsOf(minuteOf(from), minuteOf(until))),
  )
