// What staff type for the figures, as the table keeps it: version after version.

import type { BookEntry, BookId } from '#domain/measures/books/book.ts'
import type { WhatWeChanged } from '#domain/measures/books/changes.ts'
import type { Result } from '#domain/result.ts'

export type Books = {
  // Every version of every entry.
  readonly all: (book: BookId) => Promise<readonly BookEntry[]>
  // Every version of one.
  readonly of: (book: BookId, id: string) => Promise<readonly BookEntry[]>
  // Put if absent, with its entry in the audit log: before and after.
  readonly add: (book: BookId, entry: BookEntry, audit: Audited) => Promise<Result<null, 'changed-elsewhere'>>
  // All of them or none, with one entry in the audit log. 90 at most.
  readonly addAll: (
    book: BookId,
    entries: readonly BookEntry[],
    audit: Pick<Audited, 'id'>,
  ) => Promise<Result<null, 'changed-elsewhere'>>
}

// What we changed lately. `look`: asks storage where it is time to.
export type KnownChanges = { readonly now: () => readonly WhatWeChanged[]; readonly look: () => Promise<void> }

export type Audited = { readonly id: string; readonly before?: BookEntry }
