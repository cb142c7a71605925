// Making a session or a series: every date with what is against it, before any is made.
import { type Day, inFullWords } from '#domain/day.ts'
import { timeInWords } from '#domain/forms/fields/slot-time.ts'
import type { Problem, Typed } from '#domain/forms/kind.ts'
import type { SeriesDate, WhyNot, WorkshopSeries } from '#domain/slots/series.ts'
import type { Bookable } from '#services/service.ts'
import type { Variables } from '#web/template-runtime.ts'
import { type StaffAround, staffPage } from '../around.ts'
import { workshopsAt } from './session-pages.ts'

export type SeriesDatesPage = {
  readonly around: StaffAround
  readonly service: Bookable
  readonly series: WorkshopSeries
  readonly dates: readonly SeriesDate[]
  // As the form before sent it.
  readonly typed: Typed
  // What was chosen for a day.
  readonly chosen: (day: Day) => string | undefined
  readonly problems: readonly Problem[]
}

export const chosenFieldOf = (day: Day): string => `do-${day}`

export const seriesDatesPage = (page: SeriesDatesPage): string => {
  const { service, series, dates, typed, problems } = page
  const { types, places } = service.booking.timetable
  const against = dates.filter(({ whyNot }) => whyNot.length > 0).length
  const title = dates.length === 1 ? 'Check the date' : `Check ${dates.length} dates`
  return staffPage(
    'groups/series-dates',
    page.around,
    { title, failed: problems.length > 0 },
    {
      title,
      what: `${types[series.type]?.name ?? series.type}, ${places[series.place]?.name ?? series.place}`,
      times: `${timeInWords(series.from)} to ${timeInWords(series.until)}`,
      against: againstInWords(against),
      problems: problems.map(({ field, words }) => ({ text: words, href: `#${field}` })),
      rows: dates.map((date) => dateShown(page, date)),
      action: `${workshopsAt}/new`,
      cancel: workshopsAt,
      button: dates.length === 1 ? 'Make the workshop' : 'Make these workshops',
      fields: Object.entries(typed)
        .filter(([name]) => !name.startsWith('do-') && name !== '_csrf' && name !== 'sure')
        .flatMap(([name, values]) => values.map((value) => ({ name, value }))),
    },
  )
}

const againstInWords = (count: number): string => {
  if (count === 0) return 'Nothing is against any of them.'
  return count === 1
    ? '1 of them cannot be as it is. Say what to do.'
    : `${count} of them cannot be as they are. Say what to do about each.`
}

const dateShown = ({ series, chosen, problems }: SeriesDatesPage, date: SeriesDate): Variables => {
  const { day, whyNot, clocks } = date
  const field = chosenFieldOf(day)
  const was = chosen(day) ?? (whyNot.length === 0 ? 'keep' : undefined)
  return {
    ...{ field, day: inFullWords(day) },
    whys: whyNot.map((why) => whyInWords(series)[why]),
    clocks: clocks === undefined ? undefined : clocksInWords(clocks, series),
    problem: problems.find((one) => one.field === field)?.words,
    options: waysShown(date).map((one) => ({ ...one, checked: one.value === was })),
  }
}

const waysShown = ({
  whyNot,
  moves,
  rooms,
}: SeriesDate): readonly { readonly value: string; readonly text: string }[] => [
  ...(whyNot.length === 0 ? [{ value: 'keep', text: 'Make it' }] : []),
  ...rooms.map(({ id, name }) => ({ value: `room:${id}`, text: `Use ${name}` })),
  ...moves.map((day) => ({ value: `move:${day}`, text: `Move it to ${inFullWords(day)}` })),
  { value: 'skip', text: 'Leave it out' },
]

const whyInWords = ({ from, until }: WorkshopSeries): Readonly<Record<WhyNot, string>> => ({
  'bank-holiday': 'A bank holiday',
  shut: 'The place is shut',
  hours: `The place is not open from ${timeInWords(from)} to ${timeInWords(until)}`,
  room: 'The room is taken then',
  lead: 'Whoever leads it is not free then',
  same: 'There is one at this time already',
  past: 'It is over',
})

const clocksInWords = (clocks: 'forward' | 'back', { from }: WorkshopSeries): string =>
  `The clocks have gone ${clocks} since the date before. It still begins at ${timeInWords(from)}.`
