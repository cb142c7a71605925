// Making sessions, one or a series: what is asked, every date looked at before any is made, and then each as an item of its own.
import type { Staff } from '#domain/cases/case.ts'
import { addDays, type Day, dayFromWords } from '#domain/day.ts'
import { choice, count, date, text } from '#domain/forms/ask.ts'
import { answerOf, problemsOf } from '#domain/forms/fields/index.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import { no, ok, type Result } from '#domain/result.ts'
import {
  type ChosenWay,
  countUntil,
  datesOf,
  lookedAt,
  mostDates,
  type SeriesDate,
  seriesDecided,
  type WorkshopSeries,
} from '#domain/slots/series.ts'
import type { Timetable } from '#domain/slots/timetable.ts'
import { hoursFaults, hoursFromWords } from '#domain/slots/typed-hours.ts'
import { mostSeats, type Workshop } from '#domain/slots/workshop.ts'
import type { Bookable } from '#services/service.ts'
import { groupTypes } from '../live-timetable.ts'
import { makeSession, type SessionPorts, type SessionProblem } from './sessions.ts'

// A room or a person that is none of those whose time is booked here.
const nobody = 'none'

export const seriesNeeds = (timetable: Timetable): Readonly<Record<string, Question>> => ({
  ...whenNeeds(timetable),
  ...seatNeeds(timetable),
})

const whenNeeds = (timetable: Timetable): Readonly<Record<string, Question>> => ({
  type: choice('Select what kind of workshop it is', Object.fromEntries(groupTypes(timetable)), {
    ...{ label: 'What kind of workshop?', for: 'officer' },
  }),
  place: choice('Select where it is', Object.fromEntries(placesFor(timetable)), {
    ...{ label: 'Where is it?', for: 'officer' },
  }),
  first: date('First day', { must: 'future', withinYears: 1, for: 'officer' }),
  hours: text('From when until when?', {
    ...{ missing: 'Enter from when until when it is', noun: 'From when until when', hint: 'Like 10am to noon' },
    ...{ width: 20, for: 'officer' as const },
  }),
  repeats: choice(
    'Select how often it takes place',
    { once: 'Only once', 1: 'Every week', 2: 'Every 2 weeks', 3: 'Every 3 weeks', 4: 'Every 4 weeks' },
    { label: 'How often does it take place?', for: 'officer' },
  ),
  ends: text('How many times, or until which day?', {
    ...{ optional: true, width: 20, noun: 'How many times, or until which day', for: 'officer' as const },
    hint: 'Like 6, or 27 April 2027. Leave blank if it takes place only once.',
  }),
})

const seatNeeds = (timetable: Timetable): Readonly<Record<string, Question>> => ({
  room: choice(
    'Select which room it takes',
    { ...Object.fromEntries(roomsIn(timetable)), [nobody]: 'None of ours' },
    {
      ...{ label: 'Which room?', for: 'officer' },
    },
  ),
  lead: choice(
    'Select who leads it',
    { ...Object.fromEntries(staffIn(timetable)), [nobody]: 'Nobody whose time is booked here' },
    {
      ...{ label: 'Who leads it?', for: 'officer' },
    },
  ),
  seats: count('How many seats?', {
    ...{ least: 1, most: mostSeats, missing: 'Enter how many seats there are', noun: 'How many seats', for: 'officer' },
  }),
  spare: count('How many of them are for people who come without a place?', {
    ...{
      least: 0,
      most: mostSeats,
      missing: 'Enter how many seats are for people who come without a place',
      for: 'officer',
    },
    noun: 'How many seats are for people who come without a place',
  }),
})

const placesFor = ({ places }: Timetable) =>
  Object.entries(places).flatMap(([id, { name, needsRoom }]) => (needsRoom ? [[id, name] as const] : []))

const roomsIn = ({ rooms, places }: Timetable) =>
  rooms.map(({ id, name = id, place }) => [id, `${name}, ${places[place]?.name ?? place}`] as const)

const staffIn = ({ staff }: Timetable) => staff.map(({ id, name = id }) => [id, name] as const)

/** What was typed, as a series that is made nowhere yet. */
export const seriesAsked = (
  timetable: Timetable,
  typed: Typed,
  today: Day,
): Result<WorkshopSeries, readonly [Problem, ...Problem[]]> => {
  const needs = seriesNeeds(timetable)
  const [problem, ...more] = Object.entries(needs).flatMap(([id, question]) => problemsOf(typed, id, question, today))
  if (problem !== undefined) return no([problem, ...more])
  const hours = hoursFromWords(one(typed, 'hours'))
  if (!hours.ok) return no([{ field: 'hours', words: `From when until when ${hoursFaults[hours.error]}` }])
  const [span, ...spans] = hours.value
  if (span === undefined || spans.length > 0)
    return no([{ field: 'hours', words: 'From when until when must be one time, like 10am to noon' }])
  const first = dayOf(typed, needs, today)
  const dates = countOf(typed, first)
  if (dates === undefined)
    return no([{ field: 'ends', words: `Enter how many times, from 2 to ${mostDates}, or a last day after the first` }])
  const wrong = placeProblem(timetable, typed) ?? seatsProblem(typed)
  if (wrong !== undefined) return no([wrong])
  const takes = [one(typed, 'room'), one(typed, 'lead')].filter((id) => id !== nobody)
  return ok({
    ...{ type: one(typed, 'type'), place: one(typed, 'place'), first, ...dates, ...span, takes },
    ...{ seats: Number(one(typed, 'seats')), spare: Number(one(typed, 'spare')) },
  })
}

const dayOf = (typed: Typed, needs: ReturnType<typeof seriesNeeds>, today: Day): Day => {
  const answer = needs.first && answerOf(typed, 'first', needs.first, today)
  return typeof answer === 'string' ? answer : today
}

const countOf = (typed: Typed, first: Day): Pick<WorkshopSeries, 'every' | 'count'> | undefined => {
  if (one(typed, 'repeats') === 'once') return { every: 1, count: 1 }
  const [every, ends] = [Number(one(typed, 'repeats')), one(typed, 'ends').trim()]
  const last = dayFromWords(ends)
  const count = last === undefined ? Number(ends) : countUntil(first, every, last)
  return Number.isInteger(count) && count >= 2 && count <= mostDates ? { every, count } : undefined
}

const placeProblem = ({ rooms }: Timetable, typed: Typed): Problem | undefined => {
  const room = rooms.find(({ id }) => id === one(typed, 'room'))
  return room === undefined || room.place === one(typed, 'place')
    ? undefined
    : { field: 'room', words: 'Select a room of the place where it is' }
}

const seatsProblem = (typed: Typed): Problem | undefined =>
  Number(one(typed, 'spare')) > Number(one(typed, 'seats'))
    ? { field: 'spare', words: 'Seats for people who come without a place must be no more than there are seats' }
    : undefined

/** Every date with what is against it: a query a month. */
export const seriesDates = async (
  { clock, holds }: Pick<SessionPorts, 'clock' | 'holds'>,
  { booking: { timetable } }: Bookable,
  series: WorkshopSeries,
): Promise<readonly SeriesDate[]> => {
  const days = datesOf(series).flatMap((day) => Array.from({ length: 13 }, (_, at) => addDays(day, at - 6)))
  const rooms = timetable.rooms.filter(({ place }) => place === series.place).map(({ id }) => id)
  const taken = await holds.overview(
    [...new Set([...rooms, ...series.takes])],
    [...new Set(days)].toSorted(),
    clock.now(),
  )
  return lookedAt(timetable, series, { taken, now: clock.now() })
}

export type Making = {
  readonly made: readonly Workshop[]
  // Somebody was quicker with the room or with whoever leads it.
  readonly refused: readonly { readonly day: Day; readonly why: SessionProblem }[]
}

export type SeriesRefused = { readonly missing: readonly Day[] }

/** Nothing is made as long as a date that cannot be has no answer. `id`: of the form, so that sent twice it is made once. */
export const makeSeries = async (
  ports: SessionPorts,
  service: Bookable,
  user: Staff,
  given: { readonly series: WorkshopSeries; readonly chosen: ChosenWay; readonly id: string },
): Promise<Result<Making, SeriesRefused>> => {
  const { series, chosen, id } = given
  const before = (await ports.holds.sessions.now(service.id)).all.filter((session) => session.id.startsWith(id))
  if (before.length > 0) return ok({ made: before, refused: [] })
  const dates = await seriesDates(ports, service, series)
  const what = seriesDecided(service.booking.timetable, series, dates, chosen)
  if ('missing' in what) return no(what)
  const { first: _, every: __, count: ___, ...is } = series
  const made: Workshop[] = []
  const refused: Making['refused'][number][] = []
  for (const { day, takes } of what.dates) {
    const session: Workshop = {
      ...is,
      day,
      takes,
      id: `${id}${day.replaceAll('-', '')}`,
      ...(series.count === 1 ? {} : { series: id }),
    }
    const done = await makeSession(ports, service, user, session)
    if (done.ok) made.push(session)
    else refused.push({ day, why: done.error })
  }
  return ok({ made, refused })
}
