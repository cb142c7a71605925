// Can an appointment take place as the timetable is now?
import type { Claiming } from './resource.ts'
import { hoursOn, minuteOf, openOn, type StaffRota, worksAt } from './rota.ts'
import {
  ableRooms,
  ableStaff,
  bucketMinutes,
  type Slot,
  type SlotQuery,
  type Timetable,
  timetableOn,
} from './timetable.ts'
import { isSeat, sessionOf } from './workshop.ts'

// Whatever its type takes now: what was booked keeps its length.
export const covers = (whole: Timetable, appointment: Booked): boolean => {
  if (appointment.claimants.some(isSeat)) return hasSession(whole, appointment)
  const timetable = timetableOn(whole, appointment.day)
  const open = openOn(timetable.places[appointment.place], timetable.closures, appointment.day)
  if (open === undefined || open.from > appointment.from || appointment.until > open.until) return false
  const [staff, rooms] = [ableStaff(timetable, appointment), ableRooms(timetable, appointment)]
  const things = [...rooms, ...(timetable.resources ?? []).filter(({ place }) => place === appointment.place)]
  return appointment.claimants.every((id) => {
    const person = staff.find((one) => one.id === id)
    return person === undefined
      ? things.some((one) => one.id === id)
      : worksAt(person, appointment.place, appointment.day) && takesAll(person, appointment)
  })
}

// No change of who works when takes a session away; closing time does.
const hasSession = ({ sessions }: Timetable, { claimants }: Booked): boolean =>
  sessions === undefined || sessionOf(sessions, claimants) !== undefined

type Booked = SlotQuery & Claiming & Pick<Slot, 'from' | 'until' | 'place'>

const takesAll = (person: StaffRota, { buckets, day }: Booked): boolean => {
  const shifts = hoursOn(person, day)
  return buckets.every((bucket) => {
    const at = minuteOf(`${bucket.slice(0, 2)}:${bucket.slice(2)}`)
    return shifts.some(({ from, until }) => minuteOf(from) <= at && at + bucketMinutes <= minuteOf(until))
  })
}
