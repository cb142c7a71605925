// What the function that counts stands on: no service's answers, and no key that opens any.
import { randomBytes } from 'node:crypto'
import { configFrom } from '#adapters/config.ts'
import { blockStore } from '#adapters/dynamo/booking/blocks.ts'
import { holdStore } from '#adapters/dynamo/booking/holds.ts'
import { timetableStore } from '#adapters/dynamo/booking/timetables.ts'
import { bookStore } from '#adapters/dynamo/measures/books.ts'
import { factStore } from '#adapters/dynamo/measures/facts.ts'
import { historyStore } from '#adapters/dynamo/measures/histories.ts'
import { openFileStore } from '#adapters/dynamo/measures/open-files.ts'
import { countedIn } from '#adapters/dynamo/measures/stream.ts'
import { sumStore } from '#adapters/dynamo/measures/sums.ts'
import { consoleLog } from '#adapters/log.ts'
import { sha256Of, systemClock, systemKeys } from '#adapters/system.ts'
import type { Counted } from '#domain/measures/counting/case-facts.ts'
import { compiled } from '#domain/slots/elements.ts'
import type { Timetable } from '#domain/slots/timetable.ts'
import { serviceOf, services } from '#services/catalogue.ts'
import { publishedBooks } from '#usecases/measures/published-books.ts'
import type { TimetableStore } from '#usecases/ports/timetables.ts'
import type { CountEventsPorts } from '../events/count-events.ts'
import { tableFrom } from './residents.ts'

type Env = Readonly<Record<string, string | undefined>>

export const countingFrom = (env: Env): CountEventsPorts => {
  const config = configFrom(env)
  const table = tableFrom(config, env)
  const token = () => randomBytes(16).toString('hex')
  const hiding = { secret: () => randomBytes(32).toString('base64'), keysOf: systemKeys }
  return {
    clock: systemClock(config.CLOCK_FILE),
    facts: factStore(table, hiding),
    sums: sumStore(table),
    histories: historyStore(table),
    files: openFileStore(table),
    books: publishedBooks(bookStore(table)),
    counts: countedOf,
    services: services.map(({ id }) => id),
    timetable: timetableIn(timetableStore(table, token, () => performance.now())),
    blocks: blockStore(table, token),
    holds: holdStore(table, token, () => performance.now()),
    digest: sha256Of,
    streamed: countedIn,
    log: consoleLog('count-events', config.LOG_FILE),
  }
}

// As it was published last.
const timetableIn =
  ({ published }: TimetableStore) =>
  async (id: string): Promise<Timetable | undefined> => {
    const first = serviceOf(id)?.booking?.timetable
    return first && compiled(first, await published(id))
  }

const countedOf = (id: string): Counted | undefined => {
  const { workflow, targetDays } = serviceOf(id) ?? {}
  if (workflow?.counts === undefined || targetDays === undefined) return undefined
  return {
    ...{ counts: workflow.counts, targetDays, waits: (state) => workflow.states[state]?.waiting === true },
    open: (state) => workflow.states[state]?.open === true,
  }
}
