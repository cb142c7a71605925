// Each edition of a month that was sealed has its file, made once at night: what was published stays as it was, whatever later editions say and
// however files are made by then.

import { londonDay } from '#domain/london.ts'
import { definitionIn } from '#domain/measures/figures/definitions.ts'
import {
  firstOf,
  type Month,
  monthAfter,
  monthOfDay,
  monthStatusOf,
  type SealedMonth,
} from '#domain/measures/months.ts'
import { csvOf, rowsOf } from '#domain/measures/published/open-data.ts'
import type { OpenFiles, SumStore } from '../ports/measures.ts'
import type { Clock } from '../ports/stores.ts'

export type FilePorts = {
  readonly clock: Clock
  readonly sums: Pick<SumStore, 'months'>
  readonly files: OpenFiles
}

const monthsBack = 13

export const makeFiles = async ({ clock, sums, files }: FilePorts, service: string): Promise<void> => {
  const now = clock.now()
  const last = monthOfDay(londonDay(now))
  const [sealed, made] = await Promise.all([
    sums.months(service, monthAfter(last, -monthsBack), last),
    files.of(service),
  ])
  const known = new Set(made.map(({ month, edition }) => `${month} ${edition}`))
  for (const one of sealed.filter(({ month, edition }) => !known.has(`${month} ${edition}`)))
    await files.put(service, { month: one.month, edition: one.edition, csv: csvIn(service, one), madeAt: now })
}

// With the month before it, without which nobody sees whether it was counted anew.
const csvIn = (service: string, { month, edition, definition, sums }: SealedMonth): string => {
  const rows = rowsOf(service, [
    { month: before(month), definition: definitionIn(before(month)).version, status: 'final', sums: {} },
    { month, definition, sums, status: monthStatusOf(edition) },
  ])
  return csvOf(rows.filter((row) => row.period_start === firstOf(month)))
}

const before = (month: Month): Month => monthAfter(month, -1)
