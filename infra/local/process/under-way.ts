// What has begun and not ended: the host waits for it before it closes what it stands on.
import { once } from 'node:events'
import type { Server } from 'node:http'

export type UnderWay = {
  readonly note: (work: Promise<unknown>) => void
  // Each call is noted.
  readonly noted: <Given extends readonly unknown[], Result>(
    call: (...given: Given) => Promise<Result>,
  ) => (...given: Given) => Promise<Result>
  // Resolves when nothing is under way.
  readonly over: () => Promise<void>
}

export const underWay = (): UnderWay => {
  const works = new Set<Promise<void>>()
  const note = (work: Promise<unknown>): void => {
    const ended = work.then(
      () => void works.delete(ended),
      () => void works.delete(ended),
    )
    works.add(ended)
  }
  return {
    note,
    noted:
      (call) =>
      (...given) => {
        const work = call(...given)
        note(work)
        return work
      },
    over: async () => {
      while (works.size > 0) await Promise.all(works)
    },
  }
}

/** Ends a server: it takes no more connections, and cuts those that it has when all that was asked is answered. */
export const endOf = (server: Server): (() => Promise<void>) => {
  const answers = underWay()
  server.on('request', (_request, response) => answers.note(once(response, 'close')))
  return async () => {
    const ended = new Promise<void>((resolve) => server.close(() => resolve()))
    await answers.over()
    server.closeAllConnections()
    await ended
  }
}
