// Time that is closed after it was offered: the list of it, closing more, who is booked in it, and opening it again.
import type { Staff } from '#domain/cases/case.ts'
import { type Day, datePartsOf, isDay } from '#domain/day.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { type Block, closableSessions } from '#domain/slots/block.ts'
import type { Bookable } from '#services/service.ts'
import { appointmentsIn, closeRest, closesFor, closeTime, closingAsked } from '#usecases/booking/close-time.ts'
import { closingNeeds, sessionTyped } from '#usecases/booking/closing-needs.ts'
import { openTime } from '#usecases/booking/open-time.ts'
import { listOfBlock } from '#usecases/booking/treat.ts'
import { BadRequest, html, type Reply, seeOther } from '#web/http.ts'
import { closedAt } from '#web/show/staff/front-desk/closed-pages.ts'
import { staffPages } from '#web/show/staff/pages.ts'
import { around, type DeskVisit } from '../visit.ts'

const toDesk = { back: { text: 'Back to the front desk', href: '/desk' } }
const toList = { back: { text: 'Back to closed time', href: closedAt } }

export const showClosed = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, user } = visit
  const services = mayClose(visit)
  const { standing } = await desk.holds.blocks.standing()
  const today = londonDay(desk.clock.now())
  const blocks = standing
    .filter(({ service, until }) => services.some(({ id }) => id === service) && until >= today)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const closes = closesFor(desk.services, user).map(({ id, name }) => ({ id, name }))
  return html(staffPages.closedTimes({ around: around(visit, toDesk), blocks, closes }))
}

export const showClose = (visit: DeskVisit): Reply =>
  formReply(visit, serviceIn(visit, visit.request.query.service?.[0]), visit.kept?.typed ?? whatIn(visit), [])

const whatIn = (visit: DeskVisit): Typed =>
  visit.request.query.session === undefined ? placeIn(visit) : sessionFrom(visit)

// A session, from its page.
const sessionFrom = (visit: DeskVisit): Typed => {
  const { query } = visit.request
  const { timetable } = serviceIn(visit, query.service?.[0]).booking
  const session = closableSessions(timetable, todayOf(visit)).find(({ id }) => id === query.session?.[0])
  return session === undefined ? {} : closesOn(session.value.replace(':', '--'), session.day)
}

const todayOf = ({ desk }: DeskVisit): Day => londonDay(desk.clock.now())

// A place and its day, from the list of that day; or a thing, from the list of these.
const placeIn = ({ request: { query } }: DeskVisit): Typed => {
  if (query.closed?.[0] !== undefined) return { closed: query.closed.slice(0, 1), part: ['day'], next: ['treat'] }
  const [place, day] = [query.place?.[0], query.day?.[0] ?? '']
  if (place === undefined || !isDay(day)) return {}
  return closesOn(`place--${place}`, day)
}

const closesOn = (closed: string, day: Day): Typed => {
  const { year, month, date } = datePartsOf(day)
  const on = (field: string): Typed => ({
    [`${field}-year`]: [String(year)],
    [`${field}-month`]: [String(month)],
    [`${field}-day`]: [String(date)],
  })
  return { closed: [closed], part: ['day'], ...on('from'), ...on('until'), next: ['treat'] }
}

// Twice: first to see who is booked, then to close it.
export const takeClose = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, user, request } = visit
  const { posted } = request
  const service = serviceIn(visit, one(posted, 'service'))
  const block = closingAsked(desk, service, user, posted)
  if (!block.ok) return formReply(visit, service, posted, block.error)
  if (one(posted, 'sure') !== 'yes') return previewReply(visit, service, block.value)
  // One form is one block, however often it is sent.
  const id = desk.keys.hash('block', one(posted, '_csrf'))
  const done = await closeTime(desk, service, user, { ...block.value, id })
  if (!done.ok) return formReply(visit, service, posted, [{ field: 'closed', words: problemWords[done.error] }])
  return seeOther(`${closedAt}/${encodeURIComponent(id)}${one(posted, 'next') === 'treat' ? '/treat' : ''}`)
}

const problemWords = {
  'changed-elsewhere': 'Somebody else closed time at this moment. Check it, then close it again',
  'too-many': 'So much time is closed already that no more can be: open some of it again first',
} as const

export const showBlock = async (visit: DeskVisit): Promise<Reply> => blockReply(visit, await blockIn(visit))

const blockReply = async (
  visit: DeskVisit,
  { service, block }: BlockFound,
  more: { readonly problem?: string } = {},
) => {
  const list = await listOfBlock(visit.desk, service, block)
  const refused = Number(visit.request.query.refused?.[0] ?? 0)
  const problem = more.problem ?? (refused > 0 ? refusedWords(refused) : undefined)
  return html(
    staffPages.blockOn({ around: around(visit, toList), block, list, ...(problem === undefined ? {} : { problem }) }),
  )
}

const refusedWords = (count: number): string =>
  `For ${count === 1 ? '1 person' : `${count} people`} it could not be done, as somebody was quicker: decide again`

const quicker = 'Somebody else closed or opened time at this moment. Press the button again'

export const takeRest = async (visit: DeskVisit): Promise<Reply> => {
  const found = await blockIn(visit)
  const { service, block } = found
  const closed = await closeRest(visit.desk, service, block)
  if (!closed.ok) return blockReply(visit, found, { problem: quicker })
  return seeOther(`${closedAt}/${encodeURIComponent(block.id)}`)
}

export const takeOpen = async (visit: DeskVisit): Promise<Reply> => {
  const found = await blockIn(visit)
  const { service, block } = found
  const opened = await openTime(visit.desk, service, visit.user, block)
  if (!opened.ok) return blockReply(visit, found, { problem: quicker })
  return seeOther(opened.value === 'all' ? closedAt : `${closedAt}/${encodeURIComponent(block.id)}`)
}

const mayClose = ({ desk, user }: { readonly desk: DeskVisit['desk']; readonly user: Staff }): readonly Bookable[] => {
  const services = closesFor(desk.services, user)
  if (services.length === 0) throw new BadRequest(403)
  return services
}

const serviceIn = (visit: DeskVisit, wanted: string | undefined): Bookable => {
  const service = mayClose(visit).find(({ id }) => id === wanted)
  if (service === undefined) throw new BadRequest(404)
  return service
}

export type BlockFound = { readonly service: Bookable; readonly block: Block }

export const blockIn = async (visit: DeskVisit): Promise<BlockFound> => {
  const services = mayClose(visit)
  const { standing } = await visit.desk.holds.blocks.standing()
  const block = standing.find(({ id }) => id === visit.request.pathValues.block)
  const service = services.find(({ id }) => id === block?.service)
  if (block === undefined || service === undefined) throw new BadRequest(404)
  return { service, block }
}

const formReply = (visit: DeskVisit, service: Bookable, typed: Typed, problems: readonly Problem[]): Reply =>
  html(
    staffPages.closeTime({
      around: around(visit, toList),
      ...{ service: service.id, treats: one(typed, 'next') === 'treat' },
      needs: closingNeeds(service.booking.timetable, sessionTyped(service.booking.timetable, typed, todayOf(visit))),
      ...{ typed, problems },
    }),
  )

const previewReply = async (visit: DeskVisit, service: Bookable, block: Block): Promise<Reply> => {
  const booked = await appointmentsIn(visit.desk, service, block)
  const { _csrf: _, ...typed } = visit.request.posted
  return html(staffPages.closedTime({ around: around(visit, toList), block, booked, typed }))
}
