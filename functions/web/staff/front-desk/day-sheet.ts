// The list of a day at a place: who comes when, to whom, with which needs; on paper, the plan for when nothing else works.
import { can } from '#domain/cases/access.ts'
import { type Day, isDay } from '#domain/day.ts'
import { londonDay } from '#domain/london.ts'
import { closesPlace } from '#domain/slots/block.ts'
import type { Place } from '#domain/slots/rota.ts'
import { isBookable } from '#services/service.ts'
import { closedOn, closesFor } from '#usecases/booking/close-time.ts'
import { desksOf, seeDaySheet } from '#usecases/booking/day-sheet.ts'
import { seesSessions } from '#usecases/booking/groups/sessions.ts'
import { readsTimetableOf } from '#usecases/booking/rota/draft.ts'
import { deskCodeOf } from '#usecases/booking/say-here.ts'
import { BadRequest, html, type Reply, seeOther } from '#web/http.ts'
import { closedAt, closePlaceAt } from '#web/show/staff/front-desk/closed-pages.ts'
import { workshopsAt } from '#web/show/staff/groups/session-pages.ts'
import { staffPages } from '#web/show/staff/pages.ts'
import { record } from '../serve.ts'
import { around, type DeskVisit } from '../visit.ts'
import { resourcesAt } from './resources.ts'
import { sheetAt, walkInsAt } from './sheet-address.ts'

export const showDesks = (visit: DeskVisit): Reply => {
  const { desk, user } = visit
  const places = [...desksOf(desk.services, user)].map(([id, { name }]) => ({
    name,
    href: sheetAt(id, todayOf(visit)),
  }))
  const books = desk.services.filter(isBookable).filter(({ team }) => can(user, 'book-for', { team }))
  return html(
    staffPages.desks({
      ...{ around: around(visit), places, books: books.map(({ id, name }) => ({ id, name })) },
      ...(closesFor(desk.services, user).length === 0 ? {} : { closed: closedAt }),
      ...(desk.services.filter(isBookable).some(({ team }) => can(user, 'work-in', { team }))
        ? { calendars: '/desk/calendars', resources: resourcesAt }
        : {}),
      ...(seesSessions(desk.services, user).length === 0 ? {} : { sessions: workshopsAt }),
      ...(readsTimetableOf(desk.services, user).length === 0 ? {} : { timetable: '/timetable' }),
    }),
  )
}

export const showToday = (visit: DeskVisit): Reply => seeOther(sheetAt(deskPlaceIn(visit).id, todayOf(visit)))

export const showDaySheet = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, user, request } = visit
  const [{ id, place }, day] = [deskPlaceIn(visit), dayIn(visit)]
  await record(visit, `see-day-sheet-${id}-${day}`, true)
  const [rows, closed] = await Promise.all([
    seeDaySheet(desk, user, { place: id, day }),
    closedOn(desk, { place: id, day }),
  ])
  const [state, done] = [request.query.state?.[0], request.query.done?.[0]]
  return html(
    staffPages.daySheet({
      around: around(visit, { back: { text: 'Back to all places', href: '/desk' } }),
      at: sheetAt(id, day),
      sheetOn: (other) => sheetAt(id, other),
      ...{ place, day, rows, closed },
      ...(place.needsRoom && day === todayOf(visit) ? { desk: deskToday(visit, id, day) } : {}),
      ...closingOf(visit, id, day),
      now: desk.clock.now(),
      ...(state === undefined ? {} : { state }),
      ...(done === undefined ? {} : { done }),
    }),
  )
}

// Of today and days to come.
const closingOf = ({ desk, user }: DeskVisit, place: string, day: Day) => {
  const service = closesFor(desk.services, user).find(({ booking }) => closesPlace(booking.timetable, place))
  return service === undefined || day < londonDay(desk.clock.now())
    ? {}
    : { close: closePlaceAt({ service: service.id, place, day }) }
}

const deskToday = ({ desk }: DeskVisit, place: string, day: Day) => ({
  code: deskCodeOf(desk, place, day),
  sign: `/desk/${encodeURIComponent(place)}/sign`,
  walkIns: walkInsAt(place),
})

const todayOf = ({ desk }: DeskVisit): Day => londonDay(desk.clock.now())

// One that is not there, and one that this person may not see, are the same to them.
export const deskPlaceIn = ({ desk, user, request }: DeskVisit): { readonly id: string; readonly place: Place } => {
  const id = request.pathValues.place ?? ''
  const place = desksOf(desk.services, user).get(id)
  if (place === undefined) throw new BadRequest(404)
  return { id, place }
}

const dayIn = ({ request }: DeskVisit): Day => {
  const day = request.pathValues.day ?? ''
  if (!isDay(day)) throw new BadRequest(404)
  return day
}
