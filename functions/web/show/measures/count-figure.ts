// A figure of plain numbers by month: a sentence, a picture from 0 up, and the table with the same rows.
import type { SeenMonth } from '#usecases/measures/see-months.ts'
import { type ChartPoint, chart } from './chart.ts'
import { monthWords, shortMonth } from './month-words.ts'

export type CountOf = {
  readonly id: string
  // 'people found no time': said after the number.
  readonly noun: string
  readonly heads: readonly [string, ...string[]]
  // The first is drawn. Undefined where nobody counted.
  readonly counts: (month: SeenMonth) => readonly number[] | undefined
}

export const countFigure = (of: CountOf, months: readonly SeenMonth[]) => {
  const rows = months.map((month) => ({ month, counts: of.counts(month) }))
  const drawn = rows.filter(({ month }) => month.status !== 'now')
  const [name] = of.heads
  return {
    id: of.id,
    title: titleOf(of, drawn),
    desc: 'A line chart by month. The table has the same numbers, and the month that runs.',
    chart: chart({
      labels: drawn.map(({ month }) => shortMonth(month.month)),
      series: [{ name, points: drawn.map(pointOf) }],
      most: topOf(drawn.map(({ counts }) => counts?.[0] ?? 0)),
      unit: '',
    }),
    head: ['Month', ...of.heads],
    rows: rows.toReversed().map(({ month, counts }) => ({
      head: monthWords(month.month),
      notes: notes[month.status],
      cells: of.heads.map((_, at) => counts?.[at]?.toLocaleString('en-GB') ?? 'No data'),
    })),
  }
}

type Row = { readonly month: SeenMonth; readonly counts: readonly number[] | undefined }

const notes = { final: [], provisional: ['provisional'], revised: ['revised'], now: ['so far'] } as const

const pointOf = ({ month: { status }, counts }: Row): ChartPoint => ({
  ...(counts?.[0] === undefined ? {} : { value: counts[0] }),
  open: status === 'provisional',
  ...(status === 'revised' ? { mark: 'r' } : {}),
})

const titleOf = ({ noun }: CountOf, drawn: readonly Row[]): string => {
  const last = drawn.at(-1)
  const count = last?.counts?.[0]
  return last === undefined || count === undefined
    ? `No data yet on how many ${noun}`
    : `${count.toLocaleString('en-GB')} ${noun} in ${monthWords(last.month.month)}`
}

// A round number that parts in four.
const topOf = (counts: readonly number[]): number => {
  const most = Math.max(4, ...counts)
  const step = 10 ** Math.floor(Math.log10(most / 4))
  return 4 * step * ([1, 2, 5, 10].find((times) => 4 * step * times >= most) ?? 10)
}
