// The day of an appointment. Whether it is still offered is the timetable's to say.
import { addDays, inFullWords, isDay } from '../../day.ts'
import type { SlotDayQuestion } from '../question.ts'
import { single } from '../single.ts'

export const slotDay = single<SlotDayQuestion>({
  wrong: (value, { question }) => (isDay(value) ? undefined : question.missing),
  answer: (value) => value,
  shown: (value) => [inFullWords(value)],
  example: (pick, { today }) => addDays(today, 1 + pick(28)),
})
