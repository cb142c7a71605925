// The days of a fortnight with how many times each has left, for staff who choose for a caller.
import { addDays, type Day, inFullWords } from '#domain/day.ts'

export type DaysShown = {
  readonly title: string
  readonly days: readonly {
    readonly text: string
    readonly left: number
    readonly href: string
    readonly current: boolean
  }[]
  readonly earlier?: string
  readonly later: string
  // What the address of the form keeps of this page's own.
  readonly keep: string
}

export type FreeDays = {
  readonly days: readonly { readonly day: Day; readonly left: number }[]
  readonly chosen: Day | undefined
  readonly from: Day
  readonly today: Day
  readonly at: string
}

export const daysShown = ({ days, chosen, from, today, at }: FreeDays): DaysShown => ({
  title: chosen === undefined ? 'There are no free times in these two weeks' : `Free times on ${inFullWords(chosen)}`,
  days: days.map(({ day, left }) => ({
    text: inFullWords(day).replace(/ \d{4}$/, ''),
    left,
    href: addressWith(at, { from, day }),
    current: day === chosen,
  })),
  ...(from > today ? { earlier: addressWith(at, { from: addDays(from, -14) }) } : {}),
  later: addressWith(at, { from: addDays(from, 14) }),
  keep: addressWith('', { from, ...(chosen === undefined ? {} : { day: chosen }) }),
})

const addressWith = (at: string, query: Readonly<Record<string, string>>): string =>
  `${at}?${new URLSearchParams(query)}`
