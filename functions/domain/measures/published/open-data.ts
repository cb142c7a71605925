// Published figures as tidy rows: one number a row, with its two counts, its status and the way it was
// counted (Government Analysis Function, "Using symbols in tables").
import type { Sums } from '../counting/sums.ts'
import { isFew } from '../figures/few.ts'
import { completion } from '../figures/kpis.ts'
import { fewest, percent, type Ratio } from '../figures/rates.ts'
import { firstOf, lastOf, type Month } from '../months.ts'

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

export type Row = Readonly<Record<(typeof columns)[number], string>>

export const rowsOf = (service: string, months: readonly PublishedMonth[]): readonly Row[] =>
  months.flatMap((month) =>
    (['24h', '7d', '28d'] as const).map((window) =>
      ratioRow(service, month, { measure: `completion_${window}`, ratio: completion(month.sums, window) }),
    ),
  )

type Measured = { readonly measure: string; readonly channel?: string; readonly ratio: Ratio }

const ratioRow = (service: string, month: PublishedMonth, { measure, channel = 'all', ratio }: Measured): Row => {
  const hidden = isFew(ratio)
  const value = percent(ratio)
  const told = !hidden && value !== undefined
  return {
    period_start: firstOf(month.month),
    period_end: lastOf(month.month),
    period_type: 'month',
    service,
    measure,
    channel,
    value: told ? value.toFixed(1) : '',
    unit: 'percent',
    numerator: told ? String(ratio.n) : '',
    denominator: told ? String(ratio.d) : '',
    status: hidden ? 'c' : value === undefined ? 'x' : statusOf(month, ratio),
    definition: String(month.definition),
    revision: month.status,
  }
}

const statusOf = ({ status }: PublishedMonth, { d }: Ratio): string => {
  if (d < fewest) return 'u'
  return status === 'provisional' ? 'p' : status === 'revised' ? 'r' : ''
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
