// Works a backlog off at a pace: asks for what waits, does a few at a time, asks again, until nothing new waits or the time
// is over. Who does the work may say that it is too much just now.
import type { Clock } from '../ports/stores.ts'

export type Drain = {
  readonly clock: Clock
  readonly pause: Pause
  // Ids, oldest first.
  readonly waiting: () => Promise<readonly string[]>
  readonly work: (id: string) => Promise<'done' | 'busy'>
  readonly together: number
  // Milliseconds from the beginning of one round to that of the next, at least.
  readonly paceMs: number
  // Milliseconds since 1970: nothing is begun after it.
  readonly until: number
}

export type Pause = (ms: number) => Promise<void>

// So many rounds in a row that were too much end it.
const patience = 3

/** Gives how many were tried, none of them twice. */
export const drain = async (given: Drain): Promise<number> => {
  const tried = new Set<string>()
  let busy = 0
  let next: readonly string[] = []
  while (busy < patience && given.clock.now() < given.until) {
    // What an index still shows of an earlier round was tried: it is no work.
    if (next.length === 0) next = (await given.waiting()).filter((id) => !tried.has(id))
    if (next.length === 0) break
    const [some, rest] = [next.slice(0, given.together), next.slice(given.together)]
    for (const id of some) tried.add(id)
    next = rest
    busy = (await round(given, some)) ? busy + 1 : 0
  }
  return tried.size
}

// A handful goes in its order, so that nobody is told of a decision before they are told that we have their application.
// Was it too much? Whoever did less than a round could hold is not kept waiting: nothing more is there.
const round = async ({ clock, pause, work, together, paceMs }: Drain, ids: readonly string[]): Promise<boolean> => {
  const began = clock.now()
  const came = ids.length < together ? await inOrder(ids, work) : await allOf(ids.map(work))
  const left = paceMs - (clock.now() - began)
  if (ids.length === together && left > 0) await pause(left)
  return came.includes('busy')
}

const inOrder = async <T>(ids: readonly string[], work: (id: string) => Promise<T>): Promise<readonly T[]> => {
  const came: T[] = []
  for (const id of ids) came.push(await work(id))
  return came
}

// One that fails does not leave the others behind half done: all come to their end, and then it is thrown on.
const allOf = async <T>(works: readonly Promise<T>[]): Promise<readonly T[]> => {
  await Promise.allSettled(works)
  return Promise.all(works)
}
