// The months of a service with every edition, and whether somebody waits for another to agree.
import { londonDay } from '#domain/london.ts'
import { revisionOf } from '#domain/measures/books/revisions.ts'
import { type Month, monthAfter, monthOfDay } from '#domain/measures/months.ts'
import type { Books } from '../ports/books.ts'
import type { SumStore } from '../ports/measures.ts'
import type { Clock } from '../ports/stores.ts'

export type MonthEditions = {
  readonly month: Month
  // As they were sealed: p, f, r1…
  readonly editions: readonly string[]
  // Of the newest.
  readonly facts: number
  readonly sealedAt: number
  readonly reason?: string
  readonly waits: boolean
}

type Ports = {
  readonly clock: Clock
  readonly books: Pick<Books, 'all'>
  readonly sums: Pick<SumStore, 'months'>
}

const shownMonths = 13

export const seeEditions = async (
  { clock, books, sums }: Ports,
  service: string,
): Promise<readonly MonthEditions[]> => {
  const last = monthOfDay(londonDay(clock.now()))
  const [all, asked] = await Promise.all([
    sums.months(service, monthAfter(last, -shownMonths), last),
    books.all('revisions'),
  ])
  return [...new Set(all.map(({ month }) => month))].toSorted().flatMap((month) => {
    const editions = all.filter((one) => one.month === month).toSorted((a, b) => a.sealedAt - b.sealedAt)
    const newest = editions.at(-1)
    if (newest === undefined) return []
    return [
      {
        ...{ month, editions: editions.map(({ edition }) => edition), facts: newest.facts, sealedAt: newest.sealedAt },
        ...(newest.reason === undefined ? {} : { reason: newest.reason }),
        waits: revisionOf(asked, service, month).asked !== undefined,
      },
    ]
  })
}
