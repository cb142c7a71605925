// A day by week, then a time by half of the day, from what the timetable has left.
import { wait } from '#domain/forms/fields/slot-day.ts'
import type { SlotDayQuestion, SlotTimeQuestion } from '#domain/forms/question.ts'
import type { Variables } from '#web/template-runtime.ts'
import { type Asked, error, hint, legend, type Shown } from './asked.ts'

export const slotDay = (asked: Asked<SlotDayQuestion>): Shown => {
  const { days = [], earlier, later } = asked.extra.days ?? {}
  const items = days
    .filter(({ left }) => left > 0)
    .map(({ day, text, week, left }) => ({
      under: week,
      value: day,
      text,
      hint: left === 1 ? '1 time left' : `${left} times left`,
    }))
  return { view: 'fields/slots.njk', options: { ...groups(asked, items), ...insteadOf(asked), earlier, later } }
}

// Below the days, for whom none of them suits.
const insteadOf = ({ id, entered, question }: Asked<SlotDayQuestion>): Variables =>
  question.instead === undefined
    ? {}
    : { instead: { ...question.instead, id: `${id}-${wait}`, value: wait, checked: entered.chosen(id, wait) } }

export const slotTime = (asked: Asked<SlotTimeQuestion>): Shown => {
  const { times = [], otherDay } = asked.extra.times ?? {}
  const items = times.map(({ value, text, half }) => ({ under: half, value, text }))
  return { view: 'fields/slots.njk', options: { ...groups(asked, items), otherDay } }
}

type Item = { readonly under: string; readonly value: string; readonly text: string; readonly hint?: string }

const groups = (asked: Asked, items: readonly Item[]): Variables => {
  const numbered = items.map((item, index) => ({
    ...item,
    id: index === 0 ? asked.id : `${asked.id}-${index + 1}`,
    checked: asked.entered.chosen(asked.id, item.value),
  }))
  const headings = [...new Set(items.map(({ under }) => under))]
  return {
    id: asked.id,
    legend: legend(asked),
    ...hint(asked),
    ...error(asked),
    groups: headings.map((heading) => ({ heading, items: numbered.filter(({ under }) => under === heading) })),
  }
}
