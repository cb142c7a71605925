// What a service declares that gives appointments, and what the answers to its form then ask of the
// timetable and book of it.
import { addDays, type Day, isDay } from '../day.ts'
import type { Lookup } from '../forms/condition.ts'
import { wait } from '../forms/fields/slot-day.ts'
import { londonDay } from '../london.ts'
import type { TextToSend } from '../texts/text.ts'
import type { Appointment, MovedByUs } from './appointment.ts'
import type { Arriving } from './arriving.ts'
import type { MissedRule } from './missed.ts'
import { type Claim, claimsOf, daysAhead, type Slot, type SlotQuery, slotsOn, type Timetable } from './timetable.ts'
import { parts, type Waiting, type WaitingRules } from './waiting.ts'

export type Booking = {
  readonly timetable: Timetable
  // What the answers so far ask of it; undefined until they say enough.
  readonly query: (answers: Lookup) => SlotQuery | undefined
  // The ids of the questions that choose a day and a time.
  readonly questions: { readonly day: string; readonly time: string }
  // For how many minutes a chosen time is nobody else's; and as long again for whoever asks.
  readonly hold: { readonly minutes: number }
  readonly reminders: (appointment: Appointment, now: number) => readonly TextToSend[]
  // What whoever meets them should have ready, in words; nothing of what was told in confidence.
  readonly needs?: (answers: readonly AnswerTold[]) => readonly string[]
  // From when until when somebody may say that they are here; absent where they cannot.
  readonly arriving?: Arriving
  // After how many that they missed somebody books by phone, and whose answers say that none counts; absent where nobody has to.
  readonly missed?: {
    readonly rules: readonly MissedRule[]
    readonly excused: (answers: readonly AnswerTold[]) => boolean
  }
  // Absent where nobody can wait for a time to come free.
  readonly waiting?: WaitingList
}

// An answer as it was sent: the question's id, and the answer in words.
export type AnswerTold = { readonly id: string; readonly lines: readonly string[]; readonly sensitive: boolean }

// `questions`: the part of the day, hours of notice, and days on the list.
export type WaitingList = {
  readonly rules: WaitingRules
  readonly questions: { readonly part: string; readonly notice: string; readonly days: string }
}

// A chosen time, held for a draft. `until`: an instant. `extended`: it was held once more already.
export type Hold = { readonly slot: Slot; readonly until: number; readonly extended?: true }

export type Booked = {
  readonly appointment: Appointment
  readonly claims: readonly Claim[]
  // The version of the timetable that it was worked out by.
  readonly version: number
  // How many of its type one person may have at once.
  readonly atOnce: number
  readonly reminders: readonly TextToSend[]
}

// What the answers book. Undefined where they choose no time, or one that is no longer offered.
// `hold`: what staff hold for a caller beside another appointment counts as it was held.
export const bookedIn = (booking: Booking, answers: Lookup, now: number, hold?: Hold): Booked | undefined => {
  const beside = hold?.slot.extra === undefined ? undefined : hold.slot
  const [slot, query] = [beside ?? slotHeld(booking, answers, now), booking.query(answers)]
  return slot === undefined || query === undefined ? undefined : bookedFrom(booking, slot, query, { now })
}

// `before`: the appointment that moves to this time. `byUs`: the council moves it.
export const bookedFrom = (
  booking: Booking,
  slot: Slot,
  { type, features, interpreter, seats }: SlotQuery,
  { now, before, byUs = answered(before) }: Moving,
): Booked => {
  const appointment: Appointment = {
    what: whatOf(booking, type),
    ...{ place: slot.place, claimants: slot.claimants, buckets: slot.buckets },
    ...(slot.longer === undefined ? {} : { longer: slot.longer }),
    ...(slot.extra === undefined ? {} : { extra: slot.extra }),
    ...{ type, features, interpreter },
    ...(seats === undefined ? {} : { seats }),
    ...{ day: slot.day, from: slot.from, until: slot.until },
    ...{ startsAt: slot.startsAt, endsAt: slot.endsAt },
    calendarUid: before?.calendarUid ?? `${slot.day}-${slot.id}-${now.toString(36)}@guildhall`,
    calendarSequence: (before?.calendarSequence ?? -1) + 1,
    ...(before?.booker === undefined ? {} : { booker: before.booker }),
    ...(byUs === undefined ? {} : { byUs }),
  }
  const reminders = booking.reminders(appointment, now)
  const version = booking.timetable.version ?? 0
  return { appointment, claims: claimsOf(slot), version, atOnce: atOnceOf(booking, type), reminders }
}

type Moving = { readonly now: number; readonly before?: Appointment; readonly byUs?: MovedByUs }

// Whoever chose another time has answered.
const answered = (before: Appointment | undefined): MovedByUs | undefined =>
  before?.byUs === undefined ? undefined : { times: before.byUs.times }

export const whatOf = ({ timetable }: Booking, type: string): string => timetable.types[type]?.name ?? type

export const atOnceOf = ({ timetable }: Booking, type: string): number => timetable.types[type]?.atOnce ?? 1

export const offerMinutes = (booking: Booking | undefined): number => booking?.waiting?.rules.offerMinutes ?? 0

export const holdMs = ({ hold }: Booking): number => hold.minutes * 60_000

export const chosenDay = ({ questions }: Booking, answers: Lookup): Day | undefined => {
  const day = answers.answer(questions.day)
  return typeof day === 'string' && isDay(day) ? day : undefined
}

// The slot that was chosen, as long as it may be held, whatever else is taken now. Its notice is
// counted from when it was held first: whoever holds the last time that still had a day's notice
// has all of their minutes too.
export const slotHeld = (booking: Booking, answers: Lookup, now: number): Slot | undefined => {
  const [query, day] = [booking.query(answers), chosenDay(booking, answers)]
  if (query === undefined || day === undefined) return undefined
  const id = answers.answer(booking.questions.time)
  const given = { taken: new Map(), now: now - 2 * holdMs(booking), today: answers.today }
  return slotsOn(booking.timetable, query, day, given).find((slot) => slot.id === id)
}

export const daysFrom = ({ timetable }: Booking, query: SlotQuery, from: Day): readonly Day[] =>
  daysAhead(timetable, query, from, 14)

// For whoever waits for a time instead of choosing one.
export const chosenWait = (booking: Booking, answers: Lookup, now: number): Waiting | undefined => {
  const query = booking.query(answers)
  if (booking.waiting === undefined || query === undefined) return undefined
  if (answers.answer(booking.questions.day) !== wait) return undefined
  const { part, notice, days } = booking.waiting.questions
  return {
    ...query,
    joinedAt: now,
    lastDay: addDays(londonDay(now), Number(answers.answer(days))),
    part: parts.find((one) => one === answers.answer(part)) ?? 'any',
    noticeHours: Number(answers.answer(notice)),
    passed: [],
  }
}
