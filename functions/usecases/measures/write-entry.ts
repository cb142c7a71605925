// Staff write an entry of a book: checked, on record, and only where nobody else wrote it meanwhile.
import { can, type Deed } from '#domain/cases/access.ts'
import type { Staff } from '#domain/cases/case.ts'
import type { Problem, Typed } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { isPublishedByTwo } from '#domain/measures/books/agreed.ts'
import { type Book, type BookEntry, type BookId, entryVersionsOf, problemsIn } from '#domain/measures/books/book.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { Books } from '../ports/books.ts'
import type { Clock, Ids } from '../ports/stores.ts'

type Ports = { readonly clock: Clock; readonly ids: Ids; readonly books: Books }

export type Writing = {
  readonly book: Book
  readonly id: string
  readonly typed: Typed
  // The version that they had before them; 0 where there was none.
  readonly version: number
  readonly user: Staff
}

export type WriteProblem = 'not-you' | 'changed-elsewhere' | readonly Problem[]

export const writeEntry = async (ports: Ports, given: Writing): Promise<Result<BookEntry, WriteProblem>> => {
  const { book, id, typed, version, user } = given
  if (!can(user, deedOf[book.id])) return no('not-you')
  const at = ports.clock.now()
  const entries = await entriesFor(ports, book, id)
  const problems = problemsIn(book, typed, { today: londonDay(at), id, byId: user.id, entries })
  if (problems.length > 0) return no(problems)
  const [before] = entryVersionsOf(entries, id)
  if ((before?.version ?? 0) !== version) return no('changed-elsewhere')
  const entry: BookEntry = { id, version: version + 1, at, by: user.name, byId: user.id, typed, ...waits(book.id) }
  const done = await ports.books.add(book.id, entry, {
    id: ports.ids.ordered(at),
    ...(before === undefined ? {} : { before }),
  })
  return done.ok ? ok(entry) : done
}

const waits = (book: BookId): Pick<BookEntry, 'waits'> => (isPublishedByTwo(book) ? { waits: true } : {})

// What an entry is checked against.
export const entriesFor = (
  { books }: { readonly books: Pick<Books, 'all' | 'of'> },
  book: Book,
  id: string,
): Promise<readonly BookEntry[]> => (book.alone === true ? books.of(book.id, id) : books.all(book.id))

export const deedOf: Readonly<Record<BookId, Deed>> = {
  indicators: 'own-kpi',
  comments: 'own-kpi',
  channels: 'own-kpi',
  costs: 'own-kpi',
  'unit-costs': 'own-kpi',
  changes: 'answer-feedback',
  returns: 'prepare-return',
  codes: 'prepare-return',
  revisions: 'revise-figures',
  rebuilds: 'revise-figures',
  agreed: 'own-kpi',
}
