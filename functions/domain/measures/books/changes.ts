// What we changed because of what people said: in our words, with the date and how many said it
// (docs/rules/measures.md, "What we changed").
import { addDays, type Day } from '#domain/day.ts'
import { count, date, longText, text } from '#domain/forms/ask.ts'
import { answerOf } from '#domain/forms/fields/index.ts'
import { one, type Typed } from '#domain/forms/kind.ts'
import { countIn, joined } from '../counting/sums.ts'
import type { MonthSums } from '../figures/baseline.ts'
import { changeBetween, type RateChange, type Ratio } from '../figures/rates.ts'
import { monthOfDay } from '../months.ts'
import type { Book, BookEntry } from './book.ts'
import { codeFrom } from './indicators.ts'

const anyDay = date('When did you change it?')
const changedOn = date('When did you change it?', { must: 'past', withinYears: 2 })
const comments = count('How many people said it?', { least: 1, most: 9999 })

// `pages`: the addresses of all that there are.
export const changeBook = (pages: readonly string[]): Book => ({
  id: 'changes',
  questions: {
    page: text('Address of the page', { most: 100, hint: 'As feedback names it, such as /housing/about-you/name' }),
    said: longText('What did people say?', {
      ...{ most: 300, missing: 'Enter what people said', rows: 3 },
      hint: 'In our words. Do not copy what somebody wrote.',
    }),
    changed: longText('What did you change?', { most: 300, missing: 'Enter what you changed', rows: 3 }),
    changedOn,
    comments,
  },
  checks: (typed) =>
    pages.includes(one(typed, 'page'))
      ? []
      : [{ field: 'page', words: 'Address of the page must be one of ours, like /housing/about-you/name' }],
})

// The day and what was changed: two of one day on one page are two.
export const changeId = (typed: Typed): string => `${dayIn(typed)}.${codeFrom(one(typed, 'changed'))}`

export type WhatWeChanged = {
  readonly id: string
  // /housing/about-you/name
  readonly page: string
  readonly said: string
  readonly changed: string
  readonly on: Day
  readonly comments: number
}

export const changeOf = ({ id, typed }: BookEntry): WhatWeChanged => ({
  ...{ id, page: one(typed, 'page'), said: one(typed, 'said'), changed: one(typed, 'changed') },
  on: dayIn(typed),
  comments: numberIn(typed),
})

const dayIn = (typed: Typed): Day => {
  const day = answerOf(typed, 'changedOn', anyDay, '2000-01-01')
  return typeof day === 'string' ? day : ''
}

const numberIn = (typed: Typed): number => {
  const read = answerOf(typed, 'comments', comments, '2000-01-01')
  return typeof read === 'number' ? read : 0
}

// Days for which the page says it.
const shownDays = 60

export const changeShownOn = (all: readonly WhatWeChanged[], page: string, today: Day): WhatWeChanged | undefined =>
  all
    .filter((one) => one.page === page && one.on <= today && today <= addDays(one.on, shownDays))
    .toSorted((a, b) => (a.on < b.on ? 1 : -1))[0]

export const newestChanges = (entries: readonly BookEntry[]): readonly WhatWeChanged[] =>
  entries.map(changeOf).toSorted((a, b) => (a.on < b.on ? 1 : -1))

export type BeforeAndAfter = { readonly before: Ratio; readonly after: Ratio; readonly change: RateChange }

// Drafts with an error on the page, three months before the month of the change and three after it.
// Undefined where one of the two is not known yet.
export const errorsAround = ({ page, on }: WhatWeChanged, months: readonly MonthSums[]): BeforeAndAfter | undefined => {
  const key = page.split('/').slice(2).join('/')
  const month = monthOfDay(on)
  const ratio = (some: readonly MonthSums[]): Ratio => {
    const sums = joined(some.map((one) => one.sums))
    const wrong = Object.entries(sums).filter(([name]) => name.startsWith(`page|${key}|wrong|`))
    return { n: Math.max(0, ...wrong.map(([, count]) => count)), d: countIn(sums, `page|${key}|saved`) }
  }
  const before = ratio(months.filter((one) => one.month < month).slice(-3))
  const after = ratio(months.filter((one) => one.month > month).slice(0, 3))
  const change = changeBetween(before, after)
  return change === undefined ? undefined : { before, after, change }
}
