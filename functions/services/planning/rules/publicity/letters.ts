// When a letter to a neighbour starts to count: printed on the next working day after it is handed over before half past five,
// and two working days in second class post.
import type { Day } from '#domain/day.ts'
import { londonDay, londonTime } from '#domain/london.ts'
import { addDaysButHolidays, addWorkingDays, isWorkingDay } from '#domain/working-days.ts'

type Letter = { readonly printed: Day; readonly arrives: Day; readonly until: Day }

const lastHandover = '17:30'
const inThePost = 2

export const letter = (handedOver: number, days: number): Letter => {
  const day = londonDay(handedOver)
  const inTime = isWorkingDay(day) && londonTime(handedOver) < lastHandover
  const printed = addWorkingDays(inTime ? day : addWorkingDays(day, 1), 1)
  const arrives = addWorkingDays(printed, inThePost)
  return { printed, arrives, until: addDaysButHolidays(arrives, days) }
}
