// What managers see of the times that their service gives: what was asked for, and how what was given is used
// (docs/rules/measures.md, "Appointments").

import { percentWords } from '#domain/measures/figures/rates.ts'
import type { ShareId } from '#domain/measures/figures/shares.ts'
import { askedWhenClosed, byHour, minutesOver, movedByUs, unmetIn, waitsIn } from '#domain/measures/figures/times.ts'
import type { SeenMonth } from '#usecases/measures/see-months.ts'
import { type CountOf, countFigure } from '../../measures/count-figure.ts'
import { figureOf } from '../../measures/figures.ts'
import { monthWords } from '../../measures/month-words.ts'
import { numberCell, numbers, type TableShown, textCell, words } from '../../measures/tables.ts'
import type { StaffAround } from '../around.ts'
import { figuresPage } from './figures-page.ts'

export const timesParts = {
  asked: 'Times that people asked for',
  given: 'Times that we gave',
  back: 'Times given back or moved',
} as const
export type TimesPart = keyof typeof timesParts
export const isTimesPart = (part: string): part is TimesPart => Object.keys(timesParts).includes(part)

type TimesPage = {
  readonly around: StaffAround
  readonly service: { readonly id: string; readonly name: string }
  readonly months: readonly SeenMonth[]
  readonly part: TimesPart
  // Of places and kinds of appointment, by id.
  readonly nameOf: (id: string) => string
}

export const timesPage = ({ around, service, months, part, nameOf }: TimesPage): string => {
  const last = months.findLast(({ status }) => status !== 'now')
  const at = `/measures/${service.id}/times`
  return figuresPage(around, {
    title: `${timesParts[part]}: “${service.name}”`,
    figures: [
      ...shares[part].map((id) => figureOf(id, months, { hides: false })),
      ...counts[part].map((of) => countFigure(of, months)),
    ],
    tables: part === 'asked' && last !== undefined ? [...waitTable(last, nameOf), ...hourTables(last)] : [],
    after: part === 'asked' && last !== undefined ? closedWords(last) : [],
    links: [
      ...Object.entries(timesParts)
        .filter(([id]) => id !== part)
        .map(([id, text]) => ({ text, href: `${at}/${id}` })),
      { text: 'Get these figures as a file', href: `${at}-file` },
    ],
  })
}

const shares: Readonly<Record<TimesPart, readonly ShareId[]>> = {
  asked: ['refused'],
  given: ['booked', 'met'],
  back: ['cancelled-late', 'cancelled-again'],
}

const counts: Readonly<Record<TimesPart, readonly CountOf[]>> = {
  asked: [
    {
      ...{ id: 'unmet', noun: 'people wanted a time and had none' },
      heads: ['People', 'Found no time', 'Waited 28 days', 'Asked to be visited'],
      counts: ({ sums }) => {
        const { all, none, waited, visit } = unmetIn(sums)
        return sums.starts === undefined ? undefined : [all, none, waited, visit]
      },
    },
  ],
  given: [
    {
      ...{ id: 'over', noun: 'minutes were taken outside our hours', heads: ['Minutes'] },
      counts: ({ sums }) => {
        const minutes = minutesOver(sums)
        return minutes === undefined ? undefined : [minutes]
      },
    },
  ],
  back: [
    {
      ...{ id: 'by-us', noun: 'bookings were moved by us', heads: ['Moved by us', 'More than once'] },
      counts: ({ sums }) => {
        const by = movedByUs(sums)
        return by === undefined ? undefined : [by.moved, by.again]
      },
    },
  ],
}

const waitTable = ({ month, sums }: SeenMonth, nameOf: TimesPage['nameOf']): readonly TableShown[] => {
  const waits = waitsIn(sums)
  return waits.length === 0
    ? []
    : [
        {
          id: 'third',
          caption: `Days to the third free time in ${monthWords(month)}, each morning at 8am`,
          head: [...words('Place', 'Appointment'), ...numbers('Days, in the middle', 'Mornings')],
          rows: waits.map(({ place, type, mornings, days }) => [
            ...[textCell(nameOf(place)), textCell(nameOf(type)), textCell(daysWords(days)), numberCell(mornings)],
          ]),
        },
      ]
}

const daysWords = (days: number | undefined): string => (days === undefined ? 'over 56' : String(days))

const hourTables = ({ month, sums }: SeenMonth): readonly TableShown[] => [
  ...hourTable(byHour(sums, 'wanted'), 'wanted', `Which hours people wanted in ${monthWords(month)}`),
  ...hourTable(byHour(sums, 'asked'), 'asked', `When they asked in ${monthWords(month)}`),
]

const hourTable = (rows: ReturnType<typeof byHour>, id: string, caption: string): readonly TableShown[] =>
  rows.length === 0
    ? []
    : [
        {
          ...{ id, caption, head: [...words('From'), ...numbers('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')] },
          rows: rows.map(({ hour, days }) => [textCell(hourWords(hour)), ...days.map(numberCell)]),
        },
      ]

export const hourWords = (hour: number): string => {
  if (hour === 0) return 'midnight'
  if (hour === 12) return 'midday'
  return hour < 12 ? `${hour}am` : `${hour - 12}pm`
}

const closedWords = ({ sums }: SeenMonth): readonly string[] => {
  const closed = askedWhenClosed(sums)
  return closed.d === 0 ? [] : [`${percentWords(closed)} of them asked when our offices are closed.`]
}

// A row for each month and figure, as it is: a rate with its two counts.
export const timesRows = (months: readonly SeenMonth[]): readonly (readonly string[])[] => [
  ['Month', 'Status', 'Figure', 'Share', 'Count', 'Of'],
  ...months.flatMap((month) => [
    ...Object.values(shares)
      .flat()
      .map((id) => shareRow(month, id)),
    ...Object.values(counts)
      .flat()
      .flatMap((of) => of.heads.map((head, at) => countRow(month, `${of.id}: ${head}`, of.counts(month)?.[at]))),
    ...waitsIn(month.sums).map(({ place, type, days }) => [
      ...[month.month, month.status, `third free: ${place}, ${type}`, ''],
      ...[daysWords(days), ''],
    ]),
    ...(['wanted', 'asked'] as const).flatMap((which) => hourRows(month, which)),
  ]),
]

const shareRow = (month: SeenMonth, id: ShareId): readonly string[] => {
  const figure = figureOf(id, [month], { hides: false })
  const [cells] = figure.rows
  return [month.month, month.status, id, ...(cells?.cells ?? [])]
}

const countRow = ({ month, status }: SeenMonth, figure: string, count: number | undefined): readonly string[] => [
  ...[month, status, figure, ''],
  ...[count === undefined ? 'No data' : String(count), ''],
]

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

const hourRows = (month: SeenMonth, which: 'wanted' | 'asked'): readonly (readonly string[])[] =>
  byHour(month.sums, which).flatMap(({ hour, days }) =>
    days.flatMap((count, at) =>
      count === 0 ? [] : [countRow(month, `${which}: ${dayNames[at]} from ${hourWords(hour)}`, count)],
    ),
  )
