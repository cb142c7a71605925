// Days and times that are free, and holding the one that was chosen.
import { addDays, type Day, inFullWords, isDay, weekday } from '#domain/day.ts'
import { savePage } from '#domain/forms/answered/draft.ts'
import type { Step } from '#domain/forms/answered/journey.ts'
import type { Lookup } from '#domain/forms/condition.ts'
import { timeInWords } from '#domain/forms/fields/slot-time.ts'
import type { Problem } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import type { SlotQuery } from '#domain/slots/timetable.ts'
import { chosenDay, slotQuery } from '#services/bookings/timetable/choose.ts'
import { saveChange } from '#usecases/answering/save-page.ts'
import { freeDays, freeTimes, holdSlot } from '#usecases/booking/slots.ts'
import type { Extra } from '#web/show/controls/extra.ts'
import type { DraftVisit, Visit } from '../visit.ts'
import { keptTyped } from './kept-time.ts'

const pageDays = 14

export const slotExtra = async (visit: DraftVisit, step: Step): Promise<Extra> => {
  const query = slotQuery(visit.walk.answers)
  if (query === undefined) return {}
  const holder = visit.draft.id
  const day = chosenDay(visit.walk.answers)
  return step.page.does === 'slot-day'
    ? daysExtra(visit, query, holder)
    : timesExtra(visit, query, { holder, day, otherDay: `/${visit.service.id}/when/day` })
}

// The days of a fortnight that have times left, from the day that the address names.
export const daysExtra = async (visit: Visit, query: SlotQuery, holder: string): Promise<Extra> => {
  const today = londonDay(visit.counter.clock.now())
  const from = startOf(visit, today)
  const days = await freeDays(visit.counter, query, { from, holder })
  return {
    days: {
      days: days.map(({ day, left }) => ({
        day,
        left,
        text: inFullWords(day).replace(/ \d{4}$/, ''),
        week: `Week of ${inFullWords(weekStart(day)).replace(/^\w+ /, '')}`,
      })),
      ...(from > today ? { earlier: `${visit.request.path}?from=${addDays(from, -pageDays)}` } : {}),
      later: `${visit.request.path}?from=${addDays(from, pageDays)}`,
    },
  }
}

export const timesExtra = async (
  visit: Visit,
  query: SlotQuery,
  given: { readonly day: Day | undefined; readonly holder: string; readonly otherDay: string },
): Promise<Extra> => {
  const { day, holder, otherDay } = given
  const slots = day === undefined ? [] : await freeTimes(visit.counter, query, { day, holder })
  return {
    times: {
      times: slots.map((slot) => ({
        value: slot.id,
        text: timeInWords(slot.from),
        half: slot.from < '12:00' ? 'Morning' : 'Afternoon',
      })),
      otherDay,
    },
  }
}

// The time is held as soon as it is chosen. When somebody was quicker, another room or officer at the same time will do.
export const holdChosen = async (visit: DraftVisit, step: Step, before: Lookup): Promise<readonly Problem[]> => {
  if (step.page.does !== 'slot-time') return []
  const held = await holdSlot(visit.counter, {
    lookup: visit.walk.answers,
    before,
    holder: visit.draft.id,
  })
  const field = Object.keys(step.page.questions)[0] ?? ''
  if (!held.ok) return [{ field, words: 'Somebody has just taken this time. Select another' }]
  const { slot, until } = held.value
  const kept = savePage(step.key, { [field]: [slot.id], ...keptTyped({ until, extended: false }) })
  return (await saveChange(visit.counter, visit.draft, kept)).ok ? [] : [{ field, words: 'Select a time' }]
}

// Sent back from the last page: the time could not be booked.
export const timeGone = ({ request }: Visit, { page }: Extract<Step, { readonly is: 'page' }>): readonly Problem[] => {
  if (page.does !== 'slot-day' || request.query.taken === undefined) return []
  return [{ field: Object.keys(page.questions)[0] ?? '', words: 'The time you chose is no longer free. Select a day' }]
}

const startOf = (visit: Visit, today: Day): Day => {
  const from = visit.request.query.from?.[0] ?? ''
  return isDay(from) && from > today ? from : today
}

const weekStart = (day: Day): Day => addDays(day, 1 - weekday(day))
