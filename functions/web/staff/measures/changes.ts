// What we changed because of what people said: the list, a new one, and one that is put right.
import { can } from '#domain/cases/access.ts'
import { one } from '#domain/forms/kind.ts'
import { standingEntries } from '#domain/measures/books/book.ts'
import { changeBook, changeId, newestChanges } from '#domain/measures/books/changes.ts'
import type { Service } from '#services/service.ts'
import { BadRequest, html, type Reply } from '../../http.ts'
import { changesAt } from '../../show/staff/measures/changes-page.ts'
import { staffPages } from '../../show/staff/pages.ts'
import { around, type DeskVisit } from '../visit.ts'
import { type Sheet, showSheet, takeSheet } from './sheet.ts'

export const showChanges = async (visit: DeskVisit): Promise<Reply> =>
  html(
    staffPages.changes({
      around: around(visit, { back: { text: 'Back to feedback', href: '/feedback' } }),
      all: newestChanges(standingEntries(await visit.desk.books.all('changes'))),
      mayWrite: can(visit.user, 'answer-feedback'),
    }),
  )

export const showNewChange = (visit: DeskVisit): Promise<Reply> => showSheet(visit, newSheet(visit))
export const takeNewChange = (visit: DeskVisit): Promise<Reply> => takeSheet(visit, newSheet(visit))

const toAll = { back: { text: 'Back to what we changed', href: changesAt }, after: changesAt }

const newSheet = ({ desk, request }: DeskVisit): Sheet => ({
  book: changeBook(pagesOf(desk.services)),
  idOf: changeId,
  title: 'Say what we changed',
  ...{ action: `${changesAt}/new`, ...toAll, button: 'Publish' },
  fresh: { page: [one(request.query, 'page')] },
  changeAt: (id) => `${changesAt}/${id}`,
})

export const showOneChange = async (visit: DeskVisit): Promise<Reply> => showSheet(visit, await oneSheet(visit))
export const takeOneChange = async (visit: DeskVisit): Promise<Reply> => takeSheet(visit, await oneSheet(visit))

const oneSheet = async ({ desk, request }: DeskVisit): Promise<Sheet> => {
  const { change = '' } = request.pathValues
  if (!(await desk.books.all('changes')).some(({ id }) => id === change)) throw new BadRequest(404)
  return {
    book: changeBook(pagesOf(desk.services)),
    idOf: () => change,
    title: 'Change what we said',
    ...{ action: `${changesAt}/${change}`, ...toAll },
    changeAt: () => `${changesAt}/${change}`,
  }
}

// Start pages and every page of a form, as feedback names them.
const pagesOf = (services: readonly Service[]): readonly string[] =>
  services.flatMap(({ id, form }) => [
    `/${id}`,
    ...form.sections.flatMap((section) => section.pages.map((page) => `/${id}/${section.id}/${page.id}`)),
  ])
