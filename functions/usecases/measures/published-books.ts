// The books as the public and the sealed figures have them: what two people agreed to, and nothing else.

import { isPublishedByTwo, publishedByTwo, publishedIn, waitingToBeAgreed } from '#domain/measures/books/agreed.ts'
import type { BookEntry, BookId } from '#domain/measures/books/book.ts'
import type { Books } from '../ports/books.ts'

export const publishedBooks = (books: Pick<Books, 'all'>): Pick<Books, 'all'> => ({
  all: async (book) => {
    if (!isPublishedByTwo(book)) return books.all(book)
    const [entries, agreed] = await Promise.all([books.all(book), books.all('agreed')])
    return publishedIn(book, entries, agreed)
  },
})

export type ToPublish = { readonly book: BookId; readonly entry: BookEntry }

export const seeWaiting = async ({ books }: { readonly books: Pick<Books, 'all'> }): Promise<readonly ToPublish[]> => {
  const agreed = await books.all('agreed')
  const each = await Promise.all(
    publishedByTwo.map(async (book) =>
      waitingToBeAgreed(book, await books.all(book), agreed).map((entry) => ({ book, entry })),
    ),
  )
  return each.flat()
}
