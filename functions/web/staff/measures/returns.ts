// Statutory returns: sheets to copy from, the development codes that they need, and that one was sent.
import { can } from '#domain/cases/access.ts'
import { keepFields } from '#domain/forms/fields/index.ts'
import { one } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { type BookEntry, entryVersionsOf } from '#domain/measures/books/book.ts'
import { codeBook, sheetBook } from '#domain/measures/books/returns.ts'
import { yearWith } from '#domain/measures/returns/designation.ts'
import { countedSheet } from '#domain/measures/returns/planning-sheet.ts'
import { type Quarter, quarterBefore, quarterOf, quarterWith } from '#domain/measures/returns/quarter.ts'
import { begunFor, readSoFar, type SoFar, writtenSoFar } from '#domain/measures/returns/so-far.ts'
import { sealReturn } from '#usecases/measures/seal-return.ts'
import { countPlanning } from '#usecases/measures/see-returns.ts'
import { BadRequest, html, type Reply, seeOther } from '../../http.ts'
import { measuresAt } from '../../show/staff/measures/measures-page.ts'
import { returnsAt } from '../../show/staff/measures/returns-pages.ts'
import { staffPages } from '../../show/staff/pages.ts'
import { around, type DeskVisit } from '../visit.ts'
import { type Sheet, showSheet, takeSheet } from './sheet.ts'

export const toAll = { text: 'Back to returns', href: returnsAt }

export const showReturns = (visit: DeskVisit): Reply =>
  html(staffPages.returns({ around: around(visit, { back: { text: 'Back to measures', href: measuresAt } }) }))

export const today = ({ desk }: DeskVisit): string => londonDay(desk.clock.now())

// One that began; a quarter to come has no figures.
const quarterIn = (visit: DeskVisit, id: string): Quarter => {
  const quarter = quarterOf(id)
  if (quarter === undefined || quarter.from > today(visit)) throw new BadRequest(404)
  return quarter
}

export const sealedOf = async ({ desk }: DeskVisit, id: string): Promise<{ readonly sealed?: BookEntry }> => {
  const [sealed] = entryVersionsOf(await desk.books.of('returns', id), id)
  return sealed === undefined ? {} : { sealed }
}

const purpose = 'return so far'

// As it goes on in the next page's address.
export const carriedOf = ({ desk }: DeskVisit, so: SoFar): string => {
  const written = writtenSoFar(so)
  return `so=${encodeURIComponent(written)}&mark=${desk.keys.hash(purpose, written)}`
}

// What another page counted, as far as it was us who wrote it; else from the start.
export const carriedIn = (visit: DeskVisit, of: string): SoFar => {
  const [written, mark] = [one(visit.request.query, 'so'), one(visit.request.query, 'mark')]
  const known = { of, on: today(visit) }
  const ours = written !== '' && visit.desk.keys.same(mark, visit.desk.keys.hash(purpose, written))
  return (ours ? readSoFar(written, known) : undefined) ?? begunFor(of, known.on)
}

export const showPlanning = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, request, user } = visit
  const quarter = quarterIn(visit, one(request.query, 'quarter') || quarterWith(today(visit)))
  const { so, part } = await countPlanning(desk, quarter, carriedIn(visit, `ps.${quarter.id}`))
  return html(
    staffPages.planningReturn({
      ...{ around: around(visit, { back: toAll }), quarter, before: quarterBefore(quarter.id) },
      ...{ sheet: countedSheet(so.counts, part), part, line: one(request.query, 'line') },
      ...{ carried: carriedOf(visit, so), done: so.done },
      ...{ mayWrite: can(user, 'prepare-return'), ...(await sealedOf(visit, `ps.${quarter.id}`)) },
    }),
  )
}

export const showDesignation = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, request } = visit
  const now = yearWith(today(visit))
  const asked = one(request.query, 'year') || now.id
  if (!/^20\d\d$/.test(asked) || asked > now.id) throw new BadRequest(404)
  const year = yearWith(`${asked}-09-30`)
  const { so, part } = await countPlanning(desk, year, carriedIn(visit, `designation.${year.id}`))
  return html(
    staffPages.designation({
      ...{ around: around(visit, { back: toAll }), year, sheet: countedSheet(so.counts, part) },
      ...{ carried: carriedOf(visit, so), done: so.done },
    }),
  )
}

export const showCode = (visit: DeskVisit): Promise<Reply> => showSheet(visit, codeSheet(visit))
export const takeCode = (visit: DeskVisit): Promise<Reply> => takeSheet(visit, codeSheet(visit))

const codeSheet = ({ request }: DeskVisit): Sheet => {
  const { reference = '' } = request.pathValues
  const at = `${returnsAt}/ps/code/${encodeURIComponent(reference)}`
  return {
    ...{ book: codeBook, idOf: () => reference, title: `Development code of ${reference}`, action: at },
    ...{ back: { text: 'Back to the return', href: `${returnsAt}/ps` }, after: `${returnsAt}/ps`, changeAt: () => at },
  }
}

export const showPlanningSent = async (visit: DeskVisit): Promise<Reply> =>
  shownSending(visit, await planningSent(visit))

export const takePlanningSent = async (visit: DeskVisit): Promise<Reply> => seal(visit, await planningSent(visit))

// `counting`: there are more cases than were counted, so there is nothing to seal yet.
export type SheetSending = { readonly sheet: Sheet; readonly numbers: readonly string[]; readonly counting?: string }

const planningSent = async (visit: DeskVisit): Promise<SheetSending> => {
  const quarter = quarterIn(visit, visit.request.pathValues.quarter ?? '')
  const { so, part } = await countPlanning(visit.desk, quarter, carriedIn(visit, `ps.${quarter.id}`))
  const { lines, byCode, uncoded } = countedSheet(so.counts, part)
  const over = quarter.until < today(visit)
  const blocked = [
    ...(uncoded > 0 ? [`${uncoded} decisions have no development code yet`] : []),
    ...(over ? [] : ['The quarter is not over yet']),
  ]
  const at = `${returnsAt}/ps/${quarter.id}/sent`
  const after = `${returnsAt}/ps?quarter=${quarter.id}`
  return {
    numbers: [...lines, ...byCode].map(({ label, count }) => `${label}: ${count}`),
    sheet: {
      ...{ book: sheetBook(blocked), idOf: () => `ps.${quarter.id}`, title: 'Say that the return is sent' },
      ...{
        words: sealingWords,
        action: `${at}?${carriedOf(visit, so)}`,
        back: { text: 'Back to the return', href: after },
      },
      ...{ after, changeAt: () => after },
    },
    ...(so.done ? {} : { counting: `${after}&${carriedOf(visit, so)}` }),
  }
}

export const sealingWords = ['Its numbers are then kept as they are, with the day.']

export const shownSending = async (visit: DeskVisit, { sheet, counting }: SheetSending): Promise<Reply> =>
  counting === undefined ? showSheet(visit, sheet) : seeOther(counting)

export const seal = async (visit: DeskVisit, { sheet, numbers, counting }: SheetSending): Promise<Reply> => {
  if (counting !== undefined) return seeOther(counting)
  const { desk, request, user } = visit
  const typed = keepFields(request.posted, sheet.book.questions)
  const done = await sealReturn(desk, { book: sheet.book, id: sheet.idOf({}), typed, numbers, user })
  if (done.ok) return seeOther(sheet.after)
  if (done.error === 'not-you') throw new BadRequest(404)
  const problems = done.error === 'changed-elsewhere' ? [{ field: 'sent', words: 'It is sealed already' }] : done.error
  return html(staffPages.sheet({ ...sheetOf(visit, sheet), typed, problems }))
}

const sheetOf = (visit: DeskVisit, { title, words = [], book, action, back }: Sheet) => ({
  ...{ around: around(visit, { back }), title, words, questions: book.questions },
  ...{ action, button: 'Seal', version: 0, before: [] },
})
