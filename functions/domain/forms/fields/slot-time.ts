// The time of an appointment, as the timetable's slot: its id starts with the local time, HHMM.
import type { SlotTimeQuestion } from '../question.ts'
import { single } from '../single.ts'

const shape = /^[A-Za-z0-9:._-]{1,80}$/

export const slotTime = single<SlotTimeQuestion>({
  wrong: (value, { question }) => (shape.test(value) ? undefined : question.missing),
  answer: (value) => value,
  shown: (value) => [timeInWords(/(\d{2}:?\d{2})/.exec(value.replace(/^\d{4}-\d{2}-\d{2}[T.]?/, ''))?.[1] ?? value)],
  example: (pick) => `${String(9 + pick(8)).padStart(2, '0')}${pick(2) === 0 ? '00' : '30'}`,
})

// "9:30am", "midday": GOV.UK style, times. From "0930" or "09:30".
export const timeInWords = (time: string): string => {
  const [, hours = '', minutes = ''] = /^(\d{2}):?(\d{2})$/.exec(time) ?? []
  if (hours === '') return time
  const hour = Number(hours)
  if (hour === 12 && minutes === '00') return 'midday'
  const half = hour < 12 ? 'am' : 'pm'
  const shown = hour % 12 === 0 ? 12 : hour % 12
  return minutes === '00' ? `${shown}${half}` : `${shown}:${minutes}${half}`
}
