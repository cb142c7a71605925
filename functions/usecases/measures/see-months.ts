// The figures of a service by month, for a page: what is sealed, one Query; and, for staff, the month
// that runs, as far as it is counted.
import { addDays } from '#domain/day.ts'
import { londonDay } from '#domain/london.ts'
import { channelSums } from '#domain/measures/books/channels.ts'
import { joined, type Sums } from '#domain/measures/counting/sums.ts'
import { baselineOf } from '#domain/measures/figures/baseline.ts'
import { definitionIn } from '#domain/measures/figures/definitions.ts'
import {
  firstOf,
  type Month,
  monthAfter,
  monthOfDay,
  monthStatusOf,
  newestEditions,
  type SealedMonth,
} from '#domain/measures/months.ts'
import type { Books } from '../ports/books.ts'
import type { SumStore } from '../ports/measures.ts'
import type { Clock } from '../ports/stores.ts'

export type SeenMonth = {
  readonly month: Month
  // 'now': the month is not over, or not sealed yet.
  readonly status: 'final' | 'provisional' | 'revised' | 'now'
  readonly definition: number
  readonly sums: Sums
}

type Ports = {
  readonly clock: Clock
  readonly sums: Pick<SumStore, 'months' | 'days'>
  readonly books: Pick<Books, 'all'>
}

export const yearAndMonth = 13

export const sealedMonths = async (
  { clock, sums }: { readonly clock: Clock; readonly sums: Pick<SumStore, 'months'> },
  service: string,
  months = yearAndMonth,
): Promise<readonly SeenMonth[]> => {
  const last = monthOfDay(londonDay(clock.now()))
  const all = await sums.months(service, monthAfter(last, -months), last)
  return newestEditions(all).map(seenFrom)
}

const seenFrom = ({ month, edition, definition, sums }: SealedMonth): SeenMonth => ({
  ...{ month, definition, sums },
  status: monthStatusOf(edition),
})

// Against which all later months are held: it never moves, however long ago it was.
export const baselineMonths = async (
  { sums }: { readonly sums: Pick<SumStore, 'first'> },
  service: string,
): Promise<readonly SeenMonth[]> => baselineOf(newestEditions(await sums.first(service)).map(seenFrom))

// Days of months that are not sealed, as they were counted last, with what staff typed for them.
export const monthsSoFar = async (
  ports: Ports,
  service: string,
  months = yearAndMonth,
): Promise<readonly SeenMonth[]> => {
  const sealed = await sealedMonths(ports, service, months)
  const today = londonDay(ports.clock.now())
  const from = firstOf(monthAfter(monthOfDay(today), -1))
  const [days, typed] = await Promise.all([
    ports.sums.days(service, from, addDays(today, 1)),
    ports.books.all('channels'),
  ])
  const open = [...new Set(days.map(({ day }) => monthOfDay(day)))].filter(
    (month) => !sealed.some((one) => one.month === month),
  )
  return [
    ...sealed,
    ...open.map(
      (month): SeenMonth => ({
        ...{ month, status: 'now', definition: definitionIn(month).version },
        sums: joined([
          ...days.filter(({ day }) => monthOfDay(day) === month).map((day) => day.sums),
          channelSums(typed, service, month),
        ]),
      }),
    ),
  ]
}
