// What we changed lately, as a running function knows it: read again every 10 minutes at most, when a
// start page is shown. No page waits for it, and none fails where storage does not answer.
import { standingEntries } from '#domain/measures/books/book.ts'
import { newestChanges, type WhatWeChanged } from '#domain/measures/books/changes.ts'
import { thrown } from '#domain/thrown.ts'
import type { Books, KnownChanges } from '#usecases/ports/books.ts'
import type { Log } from '#usecases/ports/log.ts'
import type { Clock } from '#usecases/ports/stores.ts'

const freshMs = 10 * 60_000

export const knownChanges = (books: Pick<Books, 'all'>, clock: Clock, log: Log): KnownChanges => {
  let known: readonly WhatWeChanged[] = []
  let askedAt = Number.NEGATIVE_INFINITY
  const ask = async (): Promise<void> => {
    try {
      known = newestChanges(standingEntries(await books.all('changes')))
    } catch (error) {
      log({ level: 'warn', event: 'changes-not-read', ...thrown(error) }, error)
    }
  }
  return {
    now: () => known,
    look: async () => {
      const now = clock.now()
      if (Math.abs(now - askedAt) < freshMs) return
      askedAt = now
      await ask()
    },
  }
}
