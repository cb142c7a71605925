// What came by phone, on paper and in other ways, counted by staff month by month: the part of a
// service that is not digital (docs/rules/measures.md, "Other ways").
import { choice, date, text } from '#domain/forms/ask.ts'
import { answerOf } from '#domain/forms/fields/index.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import type { Sums } from '../counting/sums.ts'
import { countFrom, isSurprising } from '../figures/targets.ts'
import { countsOn, firstOf, lastOf, type Month, monthAfter, monthOfDay } from '../months.ts'
import type { Beside, Book, Entry } from './book.ts'
import { problemWords } from './indicators.ts'

export const ways = { keyed: 'By phone, typed in by staff', paper: 'On paper', other: 'In another way' } as const
export type Way = keyof typeof ways
export const wayIds = ['keyed', 'paper', 'other'] as const

export const channelBook: Book = {
  id: 'channels',
  questions: {
    month: date('Month', { monthOnly: true, must: 'past', withinYears: 2 }),
    way: choice('Select how they came', ways, { label: 'How did they come?' }),
    count: text('How many were completed?', { most: 12, width: 5, missing: 'Enter how many were completed' }),
    source: text('Where the number is from', { most: 200, missing: 'Enter where the number is from' }),
    sure: choice(
      'Select yes if the number is right',
      { yes: 'Yes, it is right' },
      {
        label: 'If it is more than 10 times the month before: are you sure?',
        optional: true,
      },
    ),
  },
  checks: (typed, beside) => {
    const read = countFrom(one(typed, 'count'))
    if (!read.ok) return [{ field: 'count', words: `How many were completed ${problemWords[read.error]}` }]
    return leap(typed, read.value, beside)
  },
}

const leap = (typed: Typed, count: number, { id, entries }: Beside): readonly Problem[] => {
  const { service, month, way } = partsOf(id)
  const before = entries.findLast((entry) => entry.id === channelId(service, monthAfter(month, -1), way))
  const much = isSurprising(count, before === undefined ? undefined : countIn(before))
  return much && one(typed, 'sure') !== 'yes'
    ? [{ field: 'sure', words: 'This is more than 10 times the month before. Select yes if it is right' }]
    : []
}

export const channelId = (service: string, month: Month, way: string): string => `${service}.${month}.${way}`

const partsOf = (id: string): { readonly service: string; readonly month: Month; readonly way: string } => {
  const [service = '', month = '', way = ''] = id.split('.')
  return { service, month, way }
}

export const monthTyped = (typed: Typed, today: string): Month | undefined => {
  const asked = channelBook.questions.month
  const day = asked === undefined ? undefined : answerOf(typed, 'month', asked, today)
  return typeof day === 'string' && day !== '' ? monthOfDay(day) : undefined
}

export const wayTyped = (typed: Typed): Way | undefined => wayIds.find((known) => known === one(typed, 'way'))

const countIn = ({ typed }: Entry): number => {
  const read = countFrom(one(typed, 'count'))
  return read.ok ? read.value : 0
}

export type Counted = {
  readonly service: string
  readonly month: Month
  // The month in which it counts: its own while that is open, else the one in which it was typed.
  readonly countsIn: Month
  readonly late: boolean
  readonly way: string
  readonly count: number
  readonly source: string
}

export const channelCount = (entry: Entry, typedOn: string): Counted => {
  const { service, month, way } = partsOf(entry.id)
  const { day, late } = countsOn(lastOf(month), typedOn)
  return {
    ...{ service, month, way, late, countsIn: monthOfDay(day) },
    ...{ count: countIn(entry), source: one(entry.typed, 'source') },
  }
}

// What it adds to the sums of a month.
export const channelSums = (all: readonly Counted[], service: string, month: Month): Sums => {
  const sums: Record<string, number> = {}
  for (const { way, count } of all.filter((one) => one.service === service && one.countsIn === month))
    if (count > 0) sums[`done.${way}`] = (sums[`done.${way}`] ?? 0) + count
  return sums
}

export const firstMonth = (all: readonly Counted[]): Month | undefined => all.map(({ month }) => month).toSorted()[0]

export const dayOfMonth = firstOf
