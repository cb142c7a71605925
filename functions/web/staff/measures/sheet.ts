// Writing an entry of a book: its form, and what comes of sending it.
import { keepFields } from '#domain/forms/fields/index.ts'
import { one, type Typed } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { isPublishedByTwo } from '#domain/measures/books/agreed.ts'
import { type Book, entryVersionsOf } from '#domain/measures/books/book.ts'
import { entriesFor, writeEntry } from '#usecases/measures/write-entry.ts'
import { BadRequest, html, type Reply, seeOther } from '../../http.ts'
import { staffPages } from '../../show/staff/pages.ts'
import { versionOf } from '../kept.ts'
import { around, type DeskVisit } from '../visit.ts'

export type Sheet = {
  readonly book: Book
  // Of an entry that is there, or of one that what is typed names.
  readonly idOf: (typed: Typed) => string
  readonly title: string
  readonly words?: readonly string[]
  readonly action: string
  readonly back: { readonly text: string; readonly href: string }
  readonly after: string
  readonly button?: string
  // Where an entry is changed.
  readonly changeAt: (id: string) => string
  // What a new one begins with.
  readonly fresh?: Typed
}

export const showSheet = async (visit: DeskVisit, sheet: Sheet): Promise<Reply> => {
  const before = await versionsIn(visit, sheet, sheet.idOf({}))
  const kept = visit.kept && keepFields(visit.kept.typed, sheet.book.questions)
  return html(
    staffPages.sheet({
      ...shownOf(visit, sheet),
      ...{ typed: kept ?? before[0]?.typed ?? sheet.fresh ?? {}, problems: [], before },
      version: versionOf(visit.kept, before[0]?.version ?? 0),
    }),
  )
}

export const takeSheet = async (visit: DeskVisit, sheet: Sheet): Promise<Reply> => {
  const { desk, request, user } = visit
  const typed = keepFields(request.posted, sheet.book.questions)
  const version = Number(one(request.posted, 'version'))
  const id = sheet.idOf(typed)
  const done = await writeEntry(desk, { book: sheet.book, id, typed, version, user })
  if (done.ok) return seeOther(sheet.after)
  if (done.error === 'not-you') throw new BadRequest(404)
  if (done.error === 'changed-elsewhere') return conflictReply(visit, sheet, { id, typed })
  return html(staffPages.sheet({ ...shownOf(visit, sheet), typed, problems: done.error, version, before: [] }))
}

const conflictReply = async (
  visit: DeskVisit,
  sheet: Sheet,
  { id, typed }: { readonly id: string; readonly typed: Typed },
): Promise<Reply> => {
  const [now] = await versionsIn(visit, sheet, id)
  const page = {
    around: around(visit, { back: sheet.back }),
    ...{ questions: sheet.book.questions, typed, today: londonDay(visit.desk.clock.now()), href: sheet.changeAt(id) },
    ...(now === undefined ? {} : { now }),
  }
  return html(staffPages.sheetConflict(page), 409)
}

const versionsIn = async ({ desk }: DeskVisit, { book }: Sheet, id: string) =>
  entryVersionsOf(await entriesFor(desk, book, id), id)

const wordsOf = ({ words = [], book }: Sheet): readonly string[] =>
  isPublishedByTwo(book.id) ? [...words, 'The public sees it when another manager has published it.'] : words

const shownOf = (visit: DeskVisit, sheet: Sheet) => ({
  around: around(visit, { back: sheet.back }),
  ...{ title: sheet.title, words: wordsOf(sheet), questions: sheet.book.questions },
  ...{ action: sheet.action, button: sheet.button ?? 'Save' },
})
