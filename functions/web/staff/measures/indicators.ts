// The register of indicators: all of them, one, its next version, and what its owner says of a month.
import { can } from '#domain/cases/access.ts'
import { one } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { commentBook, commentId } from '#domain/measures/books/comments.ts'
import { codeFrom, indicatorBook } from '#domain/measures/books/indicators.ts'
import { isMonth, provisionalOn } from '#domain/measures/months.ts'
import { type SeenIndicator, seeIndicators } from '#usecases/measures/see-indicators.ts'
import { BadRequest, html, type Reply } from '../../http.ts'
import { monthWords } from '../../show/measures/month-words.ts'
import { indicatorsAt } from '../../show/staff/measures/indicator-pages.ts'
import { measuresAt } from '../../show/staff/measures/measures-page.ts'
import { staffPages } from '../../show/staff/pages.ts'
import { around, type DeskVisit } from '../visit.ts'
import { type Sheet, showSheet, takeSheet } from './sheet.ts'

export const showIndicators = async (visit: DeskVisit): Promise<Reply> =>
  html(
    staffPages.indicators({
      around: around(visit, { back: { text: 'Back to measures', href: measuresAt } }),
      all: await seeIndicators(visit.desk),
      mayWrite: can(visit.user, 'own-kpi'),
    }),
  )

export const showTargets = async (visit: DeskVisit): Promise<Reply> =>
  html(
    staffPages.targets({
      around: around(visit, { back: { text: 'Back to measures', href: measuresAt } }),
      all: await seeIndicators(visit.desk),
    }),
  )

export const showIndicator = async (visit: DeskVisit): Promise<Reply> =>
  html(
    staffPages.indicator({
      around: around(visit, { back: toAll }),
      one: await askedFor(visit),
      services: visit.desk.services,
      mayWrite: can(visit.user, 'own-kpi'),
    }),
  )

const toAll = { text: 'Back to indicators', href: indicatorsAt }

export const showNewIndicator = (visit: DeskVisit): Promise<Reply> => showSheet(visit, newSheet(visit))
export const takeNewIndicator = (visit: DeskVisit): Promise<Reply> => takeSheet(visit, newSheet(visit))

const newSheet = ({ desk }: DeskVisit): Sheet => ({
  book: indicatorBook(desk.services),
  idOf: (typed) => codeFrom(one(typed, 'title')),
  title: 'Add an indicator',
  ...{ action: `${indicatorsAt}/new`, back: toAll, after: indicatorsAt, button: 'Add' },
  changeAt: (code) => `${indicatorsAt}/${code}/change`,
})

export const showIndicatorChange = async (visit: DeskVisit): Promise<Reply> =>
  showSheet(visit, await changeSheet(visit))
export const takeIndicatorChange = async (visit: DeskVisit): Promise<Reply> =>
  takeSheet(visit, await changeSheet(visit))

const changeSheet = async (visit: DeskVisit): Promise<Sheet> => {
  const { now } = await askedFor(visit)
  const at = `${indicatorsAt}/${now.code}`
  return {
    book: indicatorBook(visit.desk.services),
    idOf: () => now.code,
    title: `Change “${now.title}”`,
    words: ['A new target counts from its first day. Earlier months keep theirs.'],
    ...{ action: `${at}/change`, back: { text: 'Back to the indicator', href: at }, after: at },
    changeAt: () => `${at}/change`,
  }
}

export const showComment = async (visit: DeskVisit): Promise<Reply> => showSheet(visit, await commentSheet(visit))
export const takeComment = async (visit: DeskVisit): Promise<Reply> => takeSheet(visit, await commentSheet(visit))

const commentSheet = async (visit: DeskVisit): Promise<Sheet> => {
  const { now } = await askedFor(visit)
  const month = visit.request.pathValues.month ?? ''
  if (!isMonth(month) || provisionalOn(month) > londonDay(visit.desk.clock.now())) throw new BadRequest(404)
  const at = `${indicatorsAt}/${now.code}`
  return {
    book: commentBook(now.measure),
    idOf: () => commentId(now.code, month),
    title: `“${now.title}” in ${monthWords(month)}`,
    ...{ action: `${at}/${month}`, back: { text: 'Back to the indicator', href: at }, after: at },
    changeAt: () => `${at}/${month}`,
  }
}

const askedFor = async ({ desk, request }: DeskVisit): Promise<SeenIndicator> => {
  const [found] = await seeIndicators(desk, request.pathValues.code ?? '')
  if (found === undefined) throw new BadRequest(404)
  return found
}
