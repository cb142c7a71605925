// What staff type is published only when somebody else agreed: nobody publishes their own values alone
// (docs/rules/measures.md, "Books").
import { choice } from '#domain/forms/ask.ts'
import { type Book, type BookEntry, type BookId, standingEntries } from './book.ts'

// Books whose entries the public sees, or that are part of what it sees.
export const publishedByTwo = ['indicators', 'comments', 'channels', 'costs'] as const
export type PublishedByTwo = (typeof publishedByTwo)[number]

export const isPublishedByTwo = (book: string): book is PublishedByTwo => publishedByTwo.some((one) => one === book)

// `entry`: the one that waits.
export const agreedBook = (entry: BookEntry): Book => ({
  id: 'agreed',
  alone: true,
  questions: {
    agrees: choice('Select yes to publish it', { yes: 'Yes, publish it' }, { label: 'Is it right?' }),
  },
  checks: (_, { byId }) =>
    byId === entry.byId ? [{ field: 'agrees', words: 'Somebody else must publish it: you typed it' }] : [],
})

export const agreedId = (book: BookId, { id, version }: Pick<BookEntry, 'id' | 'version'>): string =>
  `${book}.${id}.${version}`

// The versions that are published, each as of the day on which somebody agreed.
export const publishedIn = (
  book: BookId,
  entries: readonly BookEntry[],
  agreed: readonly BookEntry[],
): readonly BookEntry[] => {
  const found = new Map(agreed.map(({ id, at }) => [id, at]))
  return entries.flatMap((entry) => {
    if (entry.waits !== true) return [entry]
    const at = found.get(agreedId(book, entry))
    return at === undefined ? [] : [{ ...entry, at }]
  })
}

// Of each entry the version that stands, where nobody else agreed to it yet; the oldest first.
export const waitingToBeAgreed = (
  book: BookId,
  entries: readonly BookEntry[],
  agreed: readonly BookEntry[],
): readonly BookEntry[] => {
  const known = new Set(agreed.map(({ id }) => id))
  return standingEntries(entries)
    .filter((entry) => entry.waits === true && !known.has(agreedId(book, entry)))
    .toSorted((a, b) => a.at - b.at)
}
