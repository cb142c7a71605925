// What a service costs, typed by whoever keeps the council's accounts, line by line; and what one of
// each way costs, for savings (docs/rules/measures.md, "Costs" and "Savings").
import { choice, date, money, text } from '#domain/forms/ask.ts'
import { answerOf } from '#domain/forms/fields/index.ts'
import { one, type Typed } from '#domain/forms/kind.ts'
import type { MonthSums } from '../figures/baseline.ts'
import { costEach, doneByChannel } from '../figures/kpis.ts'
import { type Month, monthAfter, monthOfDay } from '../months.ts'
import type { Book, BookEntry } from './book.ts'

export const costLines = {
  staff: 'Staff',
  hosting: 'Hosting',
  texts: 'Texts',
  licences: 'Licences',
  print: 'Print and post',
  estate: 'Buildings',
} as const

const amount = money('Amount')
const source = text('Where the amount is from', { most: 200, missing: 'Enter where the amount is from' })
const month = date('Month', { monthOnly: true, must: 'past', withinYears: 3 })

export const costBook: Book = {
  id: 'costs',
  questions: {
    month,
    line: choice('Select what it was for', costLines, { label: 'What was it for?' }),
    amount,
    source,
  },
}

export const costId = (service: string, of: Month, line: string): string => `${service}.${of}.${line}`

export const costMonth = (typed: Typed, today: string): Month | undefined => {
  const day = answerOf(typed, 'month', month, today)
  return typeof day === 'string' && day !== '' ? monthOfDay(day) : undefined
}

// In pence.
export const penceIn = ({ typed }: BookEntry): number => {
  const read = answerOf(typed, 'amount', amount, '2000-01-01')
  return typeof read === 'number' ? read : 0
}

export type Cost = {
  readonly pence: number
  readonly completed: number
  readonly months: number
  readonly each?: number
}

// Of the 12 months that end with this one, those whose costs are known. Nothing typed is no data.
export const costOver = (
  entries: readonly BookEntry[],
  service: string,
  until: Month,
  all: readonly MonthSums[],
): Cost => {
  const first = monthAfter(until, -11)
  const lines = entries.filter(({ id }) => {
    const [of, at = ''] = id.split('.')
    return of === service && at >= first && at <= until
  })
  const known = new Set(lines.map(({ id }) => id.split('.')[1] ?? ''))
  const pence = lines.reduce((sum, line) => sum + penceIn(line), 0)
  const completed = all
    .filter((one) => known.has(one.month))
    .reduce((sum, one) => sum + Object.values(doneByChannel(one.sums)).reduce((a, b) => a + b, 0), 0)
  const each = known.size === 0 ? undefined : costEach(pence, completed)
  return { pence, completed, months: known.size, ...(each === undefined ? {} : { each }) }
}

// One of each way, with the year and the source.
export const unitCostBook: Book = {
  id: 'unit-costs',
  questions: {
    amount: money('What one costs'),
    year: text('Year of that figure', {
      ...{ most: 4, width: 4, inputmode: 'numeric' },
      pattern: { test: /^20\d\d$/, words: 'Year must have 4 numbers, like 2026' },
      example: '2026',
    }),
    source: text('Where it is from', { most: 200, missing: 'Enter where it is from' }),
  },
}

export const paidWays = { self: 'Online', keyed: 'By phone', paper: 'On paper', other: 'In another way' } as const
export type PaidWay = keyof typeof paidWays
export const paidWayIds = ['self', 'keyed', 'paper', 'other'] as const

export type UnitCost = { readonly pence: number; readonly year: string; readonly source: string }

export const unitCostOf = (entries: readonly BookEntry[], way: PaidWay): UnitCost | undefined => {
  const found = entries.find(({ id }) => id === way)
  return found === undefined
    ? undefined
    : { pence: penceIn(found), year: one(found.typed, 'year'), source: one(found.typed, 'source') }
}
