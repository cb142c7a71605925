// The switches as a running function knows them: one read every 10 seconds however many pages it serves, and the last word of storage while
// storage does not answer.

import { type Switches, safe } from '#domain/switches/switches.ts'
import { thrown } from '#domain/thrown.ts'
import type { Log } from '#usecases/ports/log.ts'
import type { Clock } from '#usecases/ports/stores.ts'
import type { KnownSwitches, SwitchStore } from '#usecases/ports/switches.ts'

const freshMs = 10_000
// Then nobody can say any more how they stand (docs/guarantees.md, "Faults", F25).
const goodMs = 60 * 60_000
// A page has ten seconds in all: a storage that is slow must not use them up for this.
const patienceMs = 500

export const knownSwitches = (store: Pick<SwitchStore, 'get'>, clock: Clock, log: Log): KnownSwitches => {
  let known: { readonly switches: Switches; readonly at: number } | undefined
  let askedAt = Number.NEGATIVE_INFINITY
  let asking: Promise<void> = Promise.resolve()
  const ask = async (): Promise<void> => {
    try {
      const switches = await store.get()
      known = { switches, at: clock.now() }
    } catch (error) {
      log({ level: 'error', event: 'switches-not-read', ...thrown(error) }, error)
    }
  }
  return {
    now: async () => {
      const now = clock.now()
      // A clock that was set back counts as time passed.
      const due = Math.abs(now - askedAt) >= freshMs
      if (due) [askedAt, asking] = [now, ask()]
      // The first of all pages wait for the one answer that is on its way.
      if (due || known === undefined) await atMost(patienceMs, asking)
      return known !== undefined && Math.abs(clock.now() - known.at) <= goodMs ? known.switches : safe
    },
  }
}

// What comes later is known by the next page.
const atMost = (ms: number, work: Promise<void>): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    const end = (): void => {
      clearTimeout(timer)
      resolve()
    }
    work.then(end, end)
  })
