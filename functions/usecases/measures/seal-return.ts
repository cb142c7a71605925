// A return was sent: its numbers are kept as they were, once.
import { can } from '#domain/cases/access.ts'
import type { Staff } from '#domain/cases/case.ts'
import type { Typed } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { type Book, type BookEntry, problemsIn } from '#domain/measures/books/book.ts'
import { definitionIn } from '#domain/measures/figures/definitions.ts'
import { monthOfDay } from '#domain/measures/months.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { Books } from '../ports/books.ts'
import type { Clock, Ids } from '../ports/stores.ts'
import { deedOf, entriesFor, type WriteProblem } from './write-entry.ts'

type Ports = { readonly clock: Clock; readonly ids: Ids; readonly books: Books }

export type Sealing = {
  readonly book: Book
  readonly id: string
  readonly typed: Typed
  // Each as a line: “Granted: 12”.
  readonly numbers: readonly string[]
  readonly user: Staff
}

export const sealReturn = async (ports: Ports, given: Sealing): Promise<Result<BookEntry, WriteProblem>> => {
  const { book, id, typed, numbers, user } = given
  if (!can(user, deedOf[book.id])) return no('not-you')
  const at = ports.clock.now()
  const today = londonDay(at)
  const entries = await entriesFor(ports, book, id)
  const problems = problemsIn(book, typed, { today, id, byId: user.id, entries })
  if (problems.length > 0) return no(problems)
  const rule = [`version ${definitionIn(monthOfDay(today)).version}`]
  const entry: BookEntry = { id, version: 1, at, by: user.name, byId: user.id, typed: { ...typed, numbers, rule } }
  const done = await ports.books.add(book.id, entry, { id: ports.ids.ordered(at) })
  return done.ok ? ok(entry) : done
}
