// The day of an appointment, or none of them. Whether it is still offered is the timetable's to say.
import { addDays, inFullWords, isDay } from '../../day.ts'
import type { SlotDayQuestion } from '../question.ts'
import { single } from '../single.ts'

export const wait = 'wait'

export const slotDay = single<SlotDayQuestion>({
  wrong: (value, { question }) =>
    isDay(value) || (value === wait && question.instead !== undefined) ? undefined : question.missing,
  answer: (value) => value,
  shown: (value, { question }) => [value === wait ? (question.instead?.text ?? '') : inFullWords(value)],
  example: (pick, { today }) => addDays(today, 1 + pick(28)),
})
