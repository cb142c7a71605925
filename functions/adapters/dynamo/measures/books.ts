// The books: one item for each version of an entry, put if absent. Nothing changes one.
import type { BookEntry, BookId } from '#domain/measures/books/book.ts'
import { ok, type Result } from '#domain/result.ts'
import type { Books } from '#usecases/ports/books.ts'
import { dataOf, itemOf, type Table } from '../client.ts'
import { putNew } from '../conditions.ts'
import { allUnder, everyItem } from '../every.ts'
import { keys } from '../table.ts'
import { because, written } from '../transact.ts'

export const bookStore = (table: Table): Books => ({
  all: async (book) =>
    (await allUnder(table, table.name, keys.book(book, '', 0).pk)).map((item) => dataOf<BookEntry>(item)),
  of: async (book, id) => {
    const { pk, sk } = keys.book(book, id, 0)
    const items = await everyItem(table, {
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :id)',
      ExpressionAttributeValues: { ':pk': { S: pk }, ':id': { S: sk.slice(0, sk.lastIndexOf('#') + 1) } },
      ConsistentRead: true,
    })
    return items.map((item) => dataOf<BookEntry>(item))
  },
  add: async (book, entry, { id, before }) => {
    const said = {
      ...{ at: entry.at, by: entry.byId, did: `write-${book}`, allowed: true, on: entry.id, version: entry.version },
      ...{ before: before?.typed, after: entry.typed },
    }
    return entered(table, { book, entries: [entry], id, said })
  },
  addAll: async (book, entries, { id }) => {
    const [first] = entries
    if (first === undefined) return ok(null)
    const after = entries.map(({ id: of, version, typed }) => ({ id: of, version, typed }))
    const said = { at: first.at, by: first.byId, did: `import-${book}`, allowed: true, after }
    return entered(table, { book, entries, id, said })
  },
})

type Writing = {
  readonly book: BookId
  readonly entries: readonly BookEntry[]
  // Of the entry in the audit log.
  readonly id: string
  readonly said: object
}

const entered = async (
  table: Table,
  { book, entries, id, said }: Writing,
): Promise<Result<null, 'changed-elsewhere'>> => {
  const puts = [
    ...entries.map((entry) => putNew(table.name, itemOf(keys.book(book, entry.id, entry.version), entry))),
    putNew(table.audit, itemOf(keys.auditOf(entries[0]?.byId ?? '', id), said)),
  ]
  return written(table, because('changed-elsewhere', puts), id, 'the entry was written')
}
