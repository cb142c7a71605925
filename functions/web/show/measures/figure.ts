// One figure of a page: a sentence that says what it shows, a picture, and the table with the same
// rows. Both are made of the same months.

import { changeBetween, fewest, percent, type RateChange, type Ratio } from '#domain/measures/figures/rates.ts'
import type { SeenMonth } from '#usecases/measures/see-months.ts'
import { type ChartPoint, chart } from './chart.ts'
import { monthWords, shortMonth } from './month-words.ts'

export type ShareOf = {
  readonly id: string
  // 'people finish': said after '45.5% of'.
  readonly noun: string
  // The service, where a page shows several.
  readonly of?: string
  // What the two counts are, for the table's columns.
  readonly part: string
  readonly whole: string
  readonly share: string
  readonly ratio: (month: SeenMonth) => Ratio
  // It tells of few people, by itself or beside what else is published.
  readonly few: (month: SeenMonth) => boolean
  // They were counted alike.
  readonly alike: (one: SeenMonth, other: SeenMonth) => boolean
}

// `hides`: small numbers are not shown to the public.
export const shareFigure = (of: ShareOf, months: readonly SeenMonth[], { hides }: { readonly hides: boolean }) => {
  const rows = months.map((month) => ({ month, ratio: of.ratio(month), hidden: hides && of.few(month) }))
  // A part of a month beside whole ones would show a leap that is none: the table alone has it.
  const drawn = rows.filter(({ month }) => month.status !== 'now')
  const points = drawn.map(({ month, ratio, hidden }): ChartPoint => {
    const value = hidden ? undefined : percent(ratio)
    const open = month.status !== 'final' && month.status !== 'revised'
    return { ...(value === undefined ? {} : { value }), open, ...(month.status === 'revised' ? { mark: 'r' } : {}) }
  })
  return {
    id: of.id,
    title: titleOf(of, rows),
    desc: 'A line chart by month. The table has the same figures, and the month that runs.',
    chart: chart({
      labels: drawn.map(({ month }) => shortMonth(month.month)),
      series: [{ name: of.share, points }],
      most: 100,
      unit: '%',
      breaks: breaksIn(
        drawn.map(({ month }) => month),
        of,
      ),
    }),
    head: ['Month', of.share, of.part, of.whole],
    // Newest first.
    rows: rows.toReversed().map(rowOf),
  }
}

type Row = { readonly month: SeenMonth; readonly ratio: Ratio; readonly hidden: boolean }

const rowOf = ({ month, ratio, hidden }: Row) => ({
  head: monthWords(month.month),
  notes: notesOf(month, ratio),
  cells: hidden ? few : [shareWords(ratio), ratio.n.toLocaleString('en-GB'), ratio.d.toLocaleString('en-GB')],
})

const few = ['Too few to show', 'Too few to show', 'Too few to show']

const shareWords = (ratio: Ratio): string => {
  const value = percent(ratio)
  return value === undefined ? 'No data' : `${value.toFixed(1)}%`
}

const notesOf = ({ status }: SeenMonth, { d }: Ratio): readonly string[] => [
  ...(status === 'provisional' ? ['provisional'] : []),
  ...(status === 'revised' ? ['revised'] : []),
  ...(status === 'now' ? ['so far'] : []),
  ...(d > 0 && d < fewest ? ['few people'] : []),
]

// Of the last month that is whole, and how it differs from the one before: never a part of a month with a whole one.
const titleOf = ({ noun, of, alike }: ShareOf, rows: readonly Row[]): string => {
  const about = of === undefined ? '' : `${of}: `
  const whole = rows.filter(({ month, hidden }) => month.status !== 'now' && !hidden)
  const [last, before] = [whole.at(-1), whole.at(-2)]
  const value = last === undefined ? undefined : percent(last.ratio)
  if (last === undefined || value === undefined) return `${about}No data yet on how many ${noun}`
  const compared = before !== undefined && alike(before.month, last.month)
  const change = compared ? changeBetween(before.ratio, last.ratio) : undefined
  return `${about}${value.toFixed(1)}% of ${noun}${change === undefined ? '' : `: ${changeWords(change)}`}`
}

const changeWords = ({ is, points }: RateChange): string => {
  if (is === 'not clear') return 'no clear change'
  return `${is} by ${Math.abs(points).toFixed(1)} points`
}

const breaksIn = (months: readonly SeenMonth[], { alike }: ShareOf): readonly number[] =>
  months.flatMap((month, at) => {
    const before = months[at - 1]
    return before === undefined || alike(before, month) ? [] : [at]
  })
