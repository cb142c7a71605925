// Rooms and what else appointments take, what of it is out of order, and interpreters who are not known to come.
import { can } from '#domain/cases/access.ts'
import type { Case, Staff } from '#domain/cases/case.ts'
import { addDays, type Day } from '#domain/day.ts'
import { londonDay } from '#domain/london.ts'
import type { Appointment } from '#domain/slots/appointment.ts'
import { type Block, isShut } from '#domain/slots/block.ts'
import { isPressing, isToConfirm, pressingDays } from '#domain/slots/interpreter.ts'
import type { MeetingRoom, Resource } from '#domain/slots/resource.ts'
import { timetableOn } from '#domain/slots/timetable.ts'
import { addWorkingDays } from '#domain/working-days.ts'
import type { Bookable } from '#services/service.ts'
import type { CaseStore, Clock, HoldStore } from '../ports/stores.ts'

type Ports = { readonly clock: Clock; readonly cases: CaseStore; readonly holds: HoldStore }

export type ThingSeen = {
  readonly thing: MeetingRoom | Resource
  readonly place: string
  // Minutes of today that are booked, held or closed.
  readonly takenToday: number
  readonly closed: readonly Block[]
}

export const thingsOf = async ({ clock, holds }: Ports, { id, booking }: Bookable): Promise<readonly ThingSeen[]> => {
  const now = clock.now()
  const today = londonDay(now)
  const { rooms, resources = [], places } = timetableOn(booking.timetable, today)
  const things = [...rooms, ...resources]
  const [{ standing }, taken] = await Promise.all([
    holds.blocks.standing(),
    holds.overview(
      things.map((thing) => thing.id),
      [today],
      now,
    ),
  ])
  const blocks = standing.filter((block) => block.service === id && isShut(block) && block.until >= today)
  return things.map((thing) => ({
    thing,
    place: places[thing.place]?.name ?? thing.place,
    takenToday: (taken.get(`${thing.id}#${today}`)?.size ?? 0) * 5,
    closed: blocks.filter(({ closed }) =>
      [`room:${thing.id}`, `resource:${thing.id}`, ...('features' in thing ? [`place:${thing.place}`] : [])].includes(
        closed,
      ),
    ),
  }))
}

export type ToConfirm = { readonly subject: Case; readonly appointment: Appointment }

/** Appointments until 2 working days ahead whose interpreter is not confirmed, soonest first: a read for each day and place. */
export const interpretersToConfirm = async (
  { clock, cases }: Ports,
  user: Staff,
  { id, booking }: Bookable,
): Promise<readonly ToConfirm[]> => {
  const today = londonDay(clock.now())
  const days = daysUntil(today, addWorkingDays(today, pressingDays))
  const places = Object.keys(booking.timetable.places)
  const sheets = await Promise.all(days.flatMap((day) => places.map((place) => cases.sheet(place, day))))
  return sheets
    .flat()
    .flatMap((subject) => {
      const { appointment } = subject
      if (subject.service !== id || appointment === undefined || !can(user, 'see-case', { subject })) return []
      return isToConfirm(appointment) && isPressing(appointment, today) ? [{ subject, appointment }] : []
    })
    .toSorted((a, b) => a.appointment.startsAt - b.appointment.startsAt)
}

const daysUntil = (from: Day, until: Day): readonly Day[] => {
  const days: Day[] = []
  for (let day = from; day <= until; day = addDays(day, 1)) days.push(day)
  return days
}
