// Published figures as tidy rows: one number a row, with its two counts, its status and the way it was
// counted (Government Analysis Function, "Using symbols in tables").
import { countIn, type Sums } from '../counting/sums.ts'
import { comparable } from '../figures/definitions.ts'
import { isFew } from '../figures/few.ts'
import { isHiddenShare } from '../figures/hidden-shares.ts'
import { completion } from '../figures/kpis.ts'
import { fewest, percent, type Ratio } from '../figures/rates.ts'
import { type ShareId, shareIn } from '../figures/shares.ts'
import { firstOf, lastOf, type Month } from '../months.ts'
import { type CountCell, suppressedLine } from './suppression.ts'
import { changesMade, hasChanges, waysCompleted } from './ways.ts'

export type PublishedMonth = {
  readonly month: Month
  readonly status: string
  readonly definition: number
  readonly sums: Sums
}

export const columns = [
  'period_start',
  'period_end',
  'period_type',
  'service',
  'measure',
  'channel',
  'value',
  'unit',
  'numerator',
  'denominator',
  'status',
  'definition',
  'revision',
] as const

type Row = Readonly<Record<(typeof columns)[number], string>>

export const rowsOf = (service: string, all: readonly PublishedMonth[]): readonly Row[] =>
  all
    .map((month, at): Published => ({ ...month, before: all[at - 1] }))
    .flatMap((month) => [
      ...(['24h', '7d', '28d'] as const).map((window) =>
        ratioRow(service, month, {
          measure: `completion_${window}`,
          of: 'completion',
          ratio: completion(month.sums, window),
        }),
      ),
      ...shares.map(([measure, id]) => shareRow(service, month, measure, id)),
      ...ofSome
        .filter(([, id]) => shareIn[id](month.sums).d > 0)
        .map(([measure, id]) => shareRow(service, month, measure, id)),
      ...endRows(service, month),
      ...wayRows(service, month),
    ])

const shares = [
  ['satisfaction', 'satisfaction'],
  ['digital_take_up', 'take-up'],
  ['automated', 'automated'],
  ['decided_in_time', 'in-time'],
  ['contacted_us', 'contacted'],
  ['texts_delivered', 'texts'],
] as const

// Only of services that have such a thing.
const ofSome = [
  ['agreed_time_kept', 'agreed'],
  ['time_booked', 'booked'],
  ['time_used', 'used'],
  ['appointments_missed', 'missed'],
] as const

const shareRow = (service: string, month: Published, measure: string, id: ShareId): Row =>
  ratioRow(service, month, { measure, of: id, ratio: shareIn[id](month.sums), hidden: isHiddenShare(id, month.sums) })

// With the month before it: it may have been counted by another definition.
type Published = PublishedMonth & { readonly before: PublishedMonth | undefined }

const ends = ['sent', 'told', 'elsewhere', 'listed', 'handed-on', 'no-times', 'ours', 'dropped', 'open'] as const

// How all that were started ended: they come to a published total, so more than the small ones are hidden.
const endRows = (service: string, month: Published): readonly Row[] => {
  const starts = countIn(month.sums, 'starts')
  if (starts === 0) return []
  const cells = suppressedLine(ends.map((end) => countIn(month.sums, `end.${end}`)))
  return ends.map((end, place) =>
    countRow(service, month, { measure: `end_${end}`, cell: cells === 'totals only' ? 'c' : (cells[place] ?? 'c') }),
  )
}

// In which way people completed, and what they did with an appointment, apart from what is completed.
const wayRows = (service: string, month: Published): readonly Row[] => {
  const { sums } = month
  const ways = shareIn['take-up'](sums).d === 0 ? [] : waysCompleted(sums, { hides: true })
  const changes = hasChanges(sums) ? changesMade(sums, { hides: true }) : []
  return [
    ...ways.map((way) => countRow(service, month, { measure: 'completed', of: 'take-up', ...way })),
    ...changes.map(({ change, ...way }) => countRow(service, month, { measure: changed[change], ...way })),
  ]
}

const changed = { move: 'appointments_moved', cancel: 'appointments_cancelled' } as const

type Counted = {
  readonly measure: string
  readonly of?: ShareId
  readonly channel?: string
  readonly cell: CountCell
}

const countRow = (
  service: string,
  month: Published,
  { measure, of = 'completion', channel = 'all', cell: told }: Counted,
): Row => ({
  ...periodOf(service, month),
  ...{ measure, channel, unit: 'count', denominator: '' },
  value: told === 'c' ? '' : String(told),
  numerator: told === 'c' ? '' : String(told),
  status: told === 'c' ? 'c' : editionStatus(month, of),
})

type Measured = {
  readonly measure: string
  readonly of: ShareId
  readonly ratio: Ratio
  readonly hidden?: boolean
}

const ratioRow = (service: string, month: Published, { measure, of, ratio, hidden = isFew(ratio) }: Measured): Row => {
  const value = percent(ratio)
  const told = !hidden && value !== undefined
  return {
    ...periodOf(service, month),
    measure,
    channel: 'all',
    value: told ? value.toFixed(1) : '',
    unit: 'percent',
    numerator: told ? String(ratio.n) : '',
    denominator: told ? String(ratio.d) : '',
    status: hidden ? 'c' : value === undefined ? 'x' : statusOf(month, of, ratio),
  }
}

const periodOf = (service: string, { month, definition, status }: PublishedMonth) => ({
  ...{ period_start: firstOf(month), period_end: lastOf(month), period_type: 'month', service },
  ...{ definition: String(definition), revision: status },
})

const statusOf = (month: Published, of: ShareId, { d }: Ratio): string => (d < fewest ? 'u' : editionStatus(month, of))

// A month may still change, or did; then that it was counted anew.
const editionStatus = (month: Published, of: ShareId): string => {
  const { status, before } = month
  if (status === 'provisional' || status === 'revised') return status === 'revised' ? 'r' : 'p'
  return before === undefined || comparable(of, before, month) ? '' : 'b'
}

// RFC 4180 with LF, as CSV on the Web has it. A cell that a spreadsheet would take for a formula is
// made text (OWASP, "CSV Injection").
export const csvOf = (rows: readonly Row[]): string =>
  [columns.map(cell), ...rows.map((row) => columns.map((name) => cell(row[name])))]
    .map((cells) => `${cells.join(',')}\n`)
    .join('')

const cell = (text: string): string => {
  const plain = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
