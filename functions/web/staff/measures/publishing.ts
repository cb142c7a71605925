// What waits for a second person before the public sees it, and that person's yes.
import { can } from '#domain/cases/access.ts'
import { answerLinesOf } from '#domain/forms/fields/index.ts'
import { one } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { agreedBook, agreedId } from '#domain/measures/books/agreed.ts'
import type { BookEntry, Questions } from '#domain/measures/books/book.ts'
import { channelBook } from '#domain/measures/books/channels.ts'
import { commentBook } from '#domain/measures/books/comments.ts'
import { costBook } from '#domain/measures/books/costs.ts'
import { indicatorBook } from '#domain/measures/books/indicators.ts'
import { seeWaiting, type ToPublish } from '#usecases/measures/published-books.ts'
import { BadRequest, html, type Reply } from '../../http.ts'
import { entryWords } from '../../show/measures/month-words.ts'
import { measuresAt } from '../../show/staff/measures/measures-page.ts'
import { publishAt } from '../../show/staff/measures/publish-page.ts'
import { staffPages } from '../../show/staff/pages.ts'
import { around, type DeskVisit } from '../visit.ts'
import { type Sheet, showSheet, takeSheet } from './sheet.ts'

export const showWaiting = async (visit: DeskVisit): Promise<Reply> =>
  html(
    staffPages.waiting({
      around: around(visit, { back: { text: 'Back to measures', href: measuresAt } }),
      all: await seeWaiting(visit.desk),
      userId: visit.user.id,
      mayWrite: can(visit.user, 'own-kpi'),
    }),
  )

export const showPublish = async (visit: DeskVisit): Promise<Reply> => showSheet(visit, await publishSheet(visit))
export const takePublish = async (visit: DeskVisit): Promise<Reply> => takeSheet(visit, await publishSheet(visit))

const publishSheet = async (visit: DeskVisit): Promise<Sheet> => {
  const waiting = await askedFor(visit)
  const { book, entry } = waiting
  const at = `${publishAt}/${book}/${encodeURIComponent(entry.id)}/${entry.version}`
  return {
    book: agreedBook(entry),
    idOf: () => agreedId(book, entry),
    title: 'Publish what somebody typed',
    words: [`${entry.by} typed this.`, ...linesIn(waiting, visit)],
    ...{ action: at, back: { text: 'Back to what waits', href: publishAt }, after: publishAt, button: 'Publish' },
    changeAt: () => publishAt,
  }
}

const askedFor = async ({ desk, request }: DeskVisit): Promise<ToPublish> => {
  const { book, entry = '', version } = request.pathValues
  const found = (await seeWaiting(desk)).find(
    (one) => one.book === book && one.entry.id === decodeURIComponent(entry) && `${one.entry.version}` === version,
  )
  if (found === undefined) throw new BadRequest(404)
  return found
}

const linesIn = ({ book, entry }: ToPublish, { desk }: DeskVisit): readonly string[] => {
  const today = londonDay(desk.clock.now())
  const named = book === 'indicators' ? [] : [entryWords(entry.id)]
  const lines = Object.entries(questionsOf(book, entry, desk.services)).flatMap(([id, question]) => {
    const said = answerLinesOf(entry.typed, id, question, today)
    return one(entry.typed, id) === '' && said.join('') === '' ? [] : [`${question.label ?? id}: ${said.join(', ')}`]
  })
  return [...named, ...lines]
}

const questionsOf = (
  book: ToPublish['book'],
  { typed }: BookEntry,
  services: DeskVisit['desk']['services'],
): Questions => {
  if (book === 'indicators') return indicatorBook(services).questions
  if (book === 'channels') return channelBook.questions
  if (book === 'costs') return costBook.questions
  return commentBook(typed.value === undefined ? 'completion' : 'typed-percent').questions
}
