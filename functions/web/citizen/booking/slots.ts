// Days and times that are free, and holding the one that was chosen.
import { addDays, type Day, inFullWords, isDay, weekday } from '#domain/day.ts'
import { pageSaved } from '#domain/forms/answered/draft.ts'
import { type Step, stepThat } from '#domain/forms/answered/journey.ts'
import { heldAfter } from '#domain/forms/answered/tried.ts'
import { timeInWords } from '#domain/forms/fields/slot-time.ts'
import type { Problem } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { type Booking, chosenDay } from '#domain/slots/booking.ts'
import type { SlotQuery } from '#domain/slots/timetable.ts'
import { saveChange } from '#usecases/answering/save-page.ts'
import { freeDays, freeTimes, holdSlot } from '#usecases/booking/slots.ts'
import type { Extra } from '#web/show/controls/extra.ts'
import { type DraftVisit, to, type Visit } from '../visit.ts'
import { instead } from '../where.ts'

const pageDays = 14

export const slotExtra = async (visit: DraftVisit, step: Step): Promise<Extra> => {
  const { service, walk, draft } = visit
  const { booking } = service
  const query = booking?.query(walk.answers)
  if (booking === undefined || query === undefined) return {}
  const asked = { booking, query, holder: draft.id }
  if (step.page.does === 'slot-day') return daysExtra(visit, asked)
  const otherDay = to(service, stepThat(walk, 'slot-day')?.key ?? instead(walk))
  return timesExtra(visit, { ...asked, day: chosenDay(booking, walk.answers), otherDay })
}

// What is asked of the timetable, and whose own holds are no hindrance.
export type SlotsFor = { readonly booking: Booking; readonly query: SlotQuery; readonly holder: string }

// The days of a fortnight that have times left, from the day that the address names.
export const daysExtra = async (visit: Visit, { booking, query, holder }: SlotsFor): Promise<Extra> => {
  const today = londonDay(visit.counter.clock.now())
  const from = startOf(visit, today)
  const days = await freeDays(visit.counter, booking, query, { from, holder })
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
  { booking, query, holder, day, otherDay }: SlotsFor & { readonly day: Day | undefined; readonly otherDay: string },
): Promise<Extra> => {
  const slots = day === undefined ? [] : await freeTimes(visit.counter, booking, query, { day, holder })
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
export const holdChosen = async (visit: DraftVisit, step: Step): Promise<readonly Problem[]> => {
  const { counter, draft, walk } = visit
  const { booking } = visit.service
  if (booking === undefined || step.page.does !== 'slot-time') return []
  const field = booking.questions.time
  const mine = draft.hold === undefined ? {} : { hold: draft.hold }
  const held = await holdSlot(counter, { booking, lookup: walk.answers, holder: draft.id, ...mine })
  if (!held.ok) return [{ field, words: 'Somebody has just taken this time. Select another' }]
  const change = pageSaved(step.key, { [field]: [held.value.slot.id] }, held.value)
  const { walked } = draft
  const counted = walked?.tried === undefined ? {} : { walked: { ...walked, tried: heldAfter(walked.tried) } }
  return (await saveChange(counter, draft, { ...change, ...counted })).ok ? [] : [{ field, words: 'Select a time' }]
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
