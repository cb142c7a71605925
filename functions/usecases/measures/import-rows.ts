// Many entries at once: first as they would be kept, then all of them or none.
import { can } from '#domain/cases/access.ts'
import type { Staff } from '#domain/cases/case.ts'
import { londonDay } from '#domain/london.ts'
import type { BookEntry } from '#domain/measures/books/book.ts'
import { type ImportOf, type Ready, readImport } from '#domain/measures/books/import.ts'
import type { RowProblem } from '#domain/measures/books/rows.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { Books } from '../ports/books.ts'
import type { Clock, Ids } from '../ports/stores.ts'

type Ports = {
  readonly clock: Clock
  readonly ids: Ids
  readonly books: Books
  readonly services: readonly { readonly id: string }[]
}

export type Importing = { readonly of: ImportOf; readonly text: string; readonly user: Staff }

export const tryImport = async (
  ports: Ports,
  { of, text, user }: Importing,
): Promise<Result<readonly Ready[], readonly RowProblem[]>> =>
  readImport(of, text, {
    ...{ today: londonDay(ports.clock.now()), byId: user.id, entries: await ports.books.all(of) },
    services: ports.services.map(({ id }) => id),
  })

// What was looked at: the rows, and what stood before each. Something else is not kept unseen.
export const lookOf = (ready: readonly Ready[]): string =>
  ready.map(({ id, typed, before }) => `${id} ${before?.version ?? 0} ${JSON.stringify(typed)}`).join('\n')

export type ImportProblem = 'not-you' | 'changed-elsewhere' | readonly RowProblem[]

export const importRows = async (
  ports: Ports,
  given: Importing & { readonly looked: (look: string) => boolean },
): Promise<Result<number, ImportProblem>> => {
  const { of, user } = given
  if (!can(user, 'own-kpi')) return no('not-you')
  const ready = await tryImport(ports, given)
  if (!ready.ok) return ready
  if (!given.looked(lookOf(ready.value))) return no('changed-elsewhere')
  const at = ports.clock.now()
  const entries = ready.value.map(
    ({ id, typed, before }): BookEntry => ({
      ...{ id, version: (before?.version ?? 0) + 1, at, by: user.name, byId: user.id, typed, waits: true },
    }),
  )
  const done = await ports.books.addAll(of, entries, { id: ports.ids.ordered(at) })
  return done.ok ? ok(entries.length) : done
}
