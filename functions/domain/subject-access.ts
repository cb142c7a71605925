// By when somebody who asks what is held about them has their answer (UK GDPR, Article 12(3); Regulation (EEC, Euratom) 1182/71, Article 3,
// by which the Information Commissioner counts): a month later, or the last day of that month, or the next working day.
import { addMonths, type Day } from './day.ts'
import { addWorkingDays, isWorkingDay } from './working-days.ts'

export const answerBy = (asked: Day): Day => {
  const day = addMonths(asked, 1)
  return isWorkingDay(day) ? day : addWorkingDays(day, 1)
}
