// The times that staff choose from for a caller: the days of a fortnight, and the times of one of them.

import type { Action } from '#domain/cases/workflow.ts'
import { type Day, isDay } from '#domain/day.ts'
import { timeInWords } from '#domain/forms/fields/slot-time.ts'
import { londonDay } from '#domain/london.ts'
import type { Booking } from '#domain/slots/booking.ts'
import type { SlotQuery } from '#domain/slots/timetable.ts'
import { isBookable } from '#services/service.ts'
import { freeDays, freeTimes } from '#usecases/booking/slots.ts'
import type { Extra } from '#web/show/controls/extra.ts'
import { type DaysShown, daysShown } from '#web/show/staff/front-desk/days.ts'
import type { CaseVisit, DeskVisit } from '../visit.ts'

type For = { readonly booking: Booking; readonly query: SlotQuery; readonly holder: string; readonly at: string }

export type Times = { readonly days: DaysShown; readonly extra: Extra }

// The day that the address names, or the first with a time.
export const timesFor = async (visit: DeskVisit, { booking, query, holder, at }: For): Promise<Times> => {
  const { desk, request } = visit
  const today = londonDay(desk.clock.now())
  const asked = dayNamed(request.query.from?.[0])
  const from = asked !== undefined && asked > today ? asked : today
  const days = await freeDays(desk, booking, query, { from, holder })
  const chosen = dayNamed(request.query.day?.[0]) ?? days[0]?.day
  const slots = chosen === undefined ? [] : await freeTimes(desk, booking, query, { day: chosen, holder })
  return {
    days: daysShown({ days, chosen, from, today, at }),
    extra: {
      times: {
        times: slots.map((slot) => ({
          value: `${slot.day}.${slot.id}`,
          text: timeInWords(slot.from),
          half: slot.from < '12:00' ? ('Morning' as const) : ('Afternoon' as const),
        })),
        otherDay: '',
      },
    },
  }
}

// For an action that moves an appointment.
export const otherTimes = async (visit: CaseVisit, { does }: Action): Promise<Times | Record<string, never>> => {
  const { service, whole, request } = visit
  const { appointment, reference } = whole.subject
  if (does !== 'move-appointment' || appointment === undefined || !isBookable(service)) return {}
  return timesFor(visit, { booking: service.booking, query: appointment, holder: reference, at: request.path })
}

const dayNamed = (typed: string | undefined): Day | undefined =>
  typed !== undefined && isDay(typed) ? typed : undefined
