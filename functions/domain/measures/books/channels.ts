// What came by phone, on paper and in other ways, counted by staff month by month: the part of a
// service that is not digital (docs/rules/measures.md, "Other ways").
import type { Day } from '#domain/day.ts'
import { choice, date, text } from '#domain/forms/ask.ts'
import { answerOf } from '#domain/forms/fields/index.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import type { Sums } from '../counting/sums.ts'
import { countFrom, isSurprising } from '../figures/targets.ts'
import { countsOn, lastOf, type Month, monthAfter, monthOfDay } from '../months.ts'
import { type Beside, type Book, type BookEntry, entryVersionsOf, standingEntries } from './book.ts'
import { numberProblemWords } from './indicators.ts'

export const assistedWays = {
  keyed: 'By phone, typed in by staff',
  paper: 'On paper',
  other: 'In another way',
} as const

const month = date('Month', { monthOnly: true, must: 'past', withinYears: 2 })

export const channelBook: Book = {
  id: 'channels',
  questions: {
    month,
    way: choice('Select how they came', assistedWays, { label: 'How did they come?' }),
    count: text('How many were completed?', { most: 12, width: 5, missing: 'Enter how many were completed' }),
    source: text('Where the number is from', { most: 200, missing: 'Enter where the number is from' }),
    sure: choice(
      'Select yes if the number is right',
      { yes: 'Yes, it is right' },
      { label: 'Is it more than 10 times the month before? Then say that it is right', optional: true },
    ),
  },
  checks: (typed, beside) => {
    const read = countFrom(one(typed, 'count'))
    if (!read.ok) return [{ field: 'count', words: `How many were completed ${numberProblemWords[read.error]}` }]
    return leap(typed, read.value, beside)
  },
}

const leap = (typed: Typed, count: number, { id, entries }: Beside): readonly Problem[] => {
  const { service, month: of, way } = partsOf(id)
  const before = entryVersionsOf(entries, channelId(service, monthAfter(of, -1), way))[0]
  const much = isSurprising(count, before === undefined ? undefined : countIn(before))
  return much && one(typed, 'sure') !== 'yes'
    ? [{ field: 'sure', words: 'This is more than 10 times the month before. Are you sure? Select yes if it is right' }]
    : []
}

export const channelId = (service: string, of: Month, way: string): string => `${service}.${of}.${way}`

const partsOf = (id: string): { readonly service: string; readonly month: Month; readonly way: string } => {
  const [service = '', of = '', way = ''] = id.split('.')
  return { service, month: of, way }
}

export const channelIdTyped = (service: string, typed: Typed, today: Day): string => {
  const day = answerOf(typed, 'month', month, today)
  return channelId(service, typeof day === 'string' ? monthOfDay(day) : '', one(typed, 'way'))
}

const countIn = ({ typed }: BookEntry): number => {
  const read = countFrom(one(typed, 'count'))
  return read.ok ? read.value : 0
}

export type CountedByHand = {
  readonly id: string
  readonly service: string
  readonly month: Month
  // The month in which it counts: its own while that is open, else the one in which it was typed.
  readonly countsIn: Month
  readonly late: boolean
  readonly way: string
  readonly count: number
  readonly source: string
}

const countedAs = (entry: BookEntry, count: number): CountedByHand => {
  const { service, month: of, way } = partsOf(entry.id)
  const { day, late } = countsOn(lastOf(of), londonDay(entry.at))
  return {
    id: entry.id,
    service,
    month: of,
    way,
    late,
    countsIn: monthOfDay(day),
    count,
    source: one(entry.typed, 'source'),
  }
}

// As each stands, for a list.
export const channelCounts = (entries: readonly BookEntry[]): readonly CountedByHand[] =>
  standingEntries(entries).map((entry) => countedAs(entry, countIn(entry)))

// What they add to the sums of a month. A correction counts as its difference, where it was typed: what
// is sealed stands.
export const channelSums = (entries: readonly BookEntry[], service: string, of: Month): Sums => {
  const sums: Record<string, number> = {}
  for (const entry of entries) {
    const before = entryVersionsOf(entries, entry.id).find(({ version }) => version < entry.version)
    const one = countedAs(entry, countIn(entry) - (before === undefined ? 0 : countIn(before)))
    if (one.service === service && one.countsIn === of)
      sums[`done.${one.way}`] = (sums[`done.${one.way}`] ?? 0) + one.count
  }
  return sums
}
