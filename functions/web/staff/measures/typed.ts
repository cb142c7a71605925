// What staff type for the figures: other ways than online, costs, and that a month is counted again.
import { can } from '#domain/cases/access.ts'
import { one } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { standingEntries } from '#domain/measures/books/book.ts'
import { channelBook, channelCounts, channelIdTyped } from '#domain/measures/books/channels.ts'
import {
  costBook,
  costId,
  costMonth,
  costOver,
  type PaidWay,
  paidWayIds,
  paidWays,
  unitCostBook,
  unitCostOf,
} from '#domain/measures/books/costs.ts'
import { revisionBook, revisionId, revisionOf } from '#domain/measures/books/revisions.ts'
import { joined } from '#domain/measures/counting/sums.ts'
import { savedInAll, shiftsBetween } from '#domain/measures/figures/savings.ts'
import { isMonth } from '#domain/measures/months.ts'
import { seeEditions } from '#usecases/measures/see-editions.ts'
import { baselineMonths, sealedMonths } from '#usecases/measures/see-months.ts'
import { BadRequest, html, type Reply } from '../../http.ts'
import { monthWords } from '../../show/measures/month-words.ts'
import { measuresAt } from '../../show/staff/measures/measures-page.ts'
import { channelsAt, costsAt, monthsAt } from '../../show/staff/measures/typed-pages.ts'
import { staffPages } from '../../show/staff/pages.ts'
import { around, type DeskVisit } from '../visit.ts'
import { serviceIn } from './dashboard.ts'
import { type Sheet, showSheet, takeSheet } from './sheet.ts'

const back = { back: { text: 'Back to measures', href: measuresAt } }

const today = ({ desk }: DeskVisit): string => londonDay(desk.clock.now())

export const showChannels = async (visit: DeskVisit): Promise<Reply> =>
  html(
    staffPages.channels({
      ...{ around: around(visit, back), services: visit.desk.services, mayWrite: can(visit.user, 'own-kpi') },
      all: channelCounts(await visit.desk.books.all('channels')),
    }),
  )

export const showChannel = (visit: DeskVisit): Promise<Reply> => showSheet(visit, channelSheet(visit))
export const takeChannel = (visit: DeskVisit): Promise<Reply> => takeSheet(visit, channelSheet(visit))

// With an entry in the address that one is changed, else a new one is named by what is typed.
const channelSheet = (visit: DeskVisit): Sheet => {
  const service = serviceIn(visit)
  const { entry } = visit.request.pathValues
  const at = `${channelsAt}/${service.id}`
  if (entry !== undefined && !entry.startsWith(`${service.id}.`)) throw new BadRequest(404)
  return {
    book: channelBook,
    idOf: (typed) => entry ?? channelIdTyped(service.id, typed, today(visit)),
    title: `${entry === undefined ? 'Add' : 'Change'} a number: “${service.name}”`,
    ...{ action: `${at}/${entry ?? 'new'}`, back: { text: 'Back to other ways', href: channelsAt }, after: channelsAt },
    changeAt: (id) => `${at}/${id}`,
  }
}

export const showCosts = async (visit: DeskVisit): Promise<Reply> => {
  const { desk } = visit
  const [costs, prices] = await Promise.all([desk.books.all('costs'), desk.books.all('unit-costs')])
  const [lines, priced] = [standingEntries(costs), standingEntries(prices)]
  const price = (way: PaidWay) => unitCostOf(priced, way)
  const each = await Promise.all(
    desk.services.map(async (service) => {
      const [months, start] = await Promise.all([sealedMonths(desk, service.id), baselineMonths(desk, service.id)])
      const cost = costOver(lines, service.id, months.at(-1)?.month ?? '', months)
      const [before, after] = [start, months.slice(-12)].map((some) => joined(some.map(({ sums }) => sums)))
      const shifts = shiftsBetween(before ?? {}, after ?? {}, (way) => price(way)?.pence)
      return { service, cost, ...(shifts === undefined ? {} : { saved: savedInAll(shifts) }) }
    }),
  )
  return html(
    staffPages.costs({
      ...{ around: around(visit, back), services: desk.services, mayWrite: can(visit.user, 'own-kpi'), costs: each },
      prices: { self: price('self'), keyed: price('keyed'), paper: price('paper'), other: price('other') },
    }),
  )
}

export const showCost = (visit: DeskVisit): Promise<Reply> => showSheet(visit, costSheet(visit))
export const takeCost = (visit: DeskVisit): Promise<Reply> => takeSheet(visit, costSheet(visit))

const toCosts = { back: { text: 'Back to costs', href: costsAt }, after: costsAt }

const costSheet = (visit: DeskVisit): Sheet => {
  const service = serviceIn(visit)
  const { entry } = visit.request.pathValues
  if (entry !== undefined && !entry.startsWith(`${service.id}.`)) throw new BadRequest(404)
  return {
    book: costBook,
    idOf: (typed) => entry ?? costId(service.id, costMonth(typed, today(visit)) ?? '', one(typed, 'line')),
    title: `${entry === undefined ? 'Add' : 'Change'} a cost: “${service.name}”`,
    ...{ action: `${costsAt}/${service.id}/${entry ?? 'new'}`, ...toCosts },
    changeAt: (id) => `${costsAt}/${service.id}/${id}`,
  }
}

export const showPrice = (visit: DeskVisit): Promise<Reply> => showSheet(visit, priceSheet(visit))
export const takePrice = (visit: DeskVisit): Promise<Reply> => takeSheet(visit, priceSheet(visit))

const priceSheet = ({ request }: DeskVisit): Sheet => {
  const way = paidWayIds.find((known) => known === request.pathValues.way)
  if (way === undefined) throw new BadRequest(404)
  return {
    book: unitCostBook,
    idOf: () => way,
    title: `What one costs: ${paidWays[way].toLowerCase()}`,
    ...{ action: `${costsAt}/one/${way}`, ...toCosts },
    changeAt: () => `${costsAt}/one/${way}`,
  }
}

export const showMonths = async (visit: DeskVisit): Promise<Reply> =>
  html(
    staffPages.months({
      ...{ around: around(visit, back), services: visit.desk.services, mayWrite: can(visit.user, 'revise-figures') },
      all: await Promise.all(
        visit.desk.services.map(async (service) => ({ service, months: await seeEditions(visit.desk, service.id) })),
      ),
    }),
  )

export const showRevision = async (visit: DeskVisit): Promise<Reply> => showSheet(visit, await revisionSheet(visit))
export const takeRevision = async (visit: DeskVisit): Promise<Reply> => takeSheet(visit, await revisionSheet(visit))

const revisionSheet = async (visit: DeskVisit): Promise<Sheet> => {
  const { desk, request } = visit
  const service = serviceIn(visit)
  const { month = '' } = request.pathValues
  const found = isMonth(month) ? (await seeEditions(desk, service.id)).find((one) => one.month === month) : undefined
  if (found === undefined || !found.editions.includes('f')) throw new BadRequest(404)
  const { asked } = revisionOf(await desk.books.all('revisions'), service.id, month)
  return {
    book: revisionBook(asked === undefined ? 'ask' : 'agree'),
    idOf: () => revisionId(service.id, month),
    title: `Count ${monthWords(month)} again: “${service.name}”`,
    words: asked === undefined ? [] : [`${asked.by} asked for it: ${one(asked.typed, 'reason')}`],
    ...{ action: `${monthsAt}/${service.id}/${month}`, back: { text: 'Back to months', href: monthsAt } },
    ...{ after: monthsAt, button: asked === undefined ? 'Ask' : 'Agree' },
    changeAt: () => `${monthsAt}/${service.id}/${month}`,
  }
}
