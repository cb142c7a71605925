// Workshops: which come, one with whoever has a seat, who came, and how many seats there are.
import { addDays, type Day, isDay } from '#domain/day.ts'
import { one, type Problem } from '#domain/forms/kind.ts'
import { instantOf, londonDay } from '#domain/london.ts'
import { inOrderOfTime, mostSeats, seatingOf, type Workshop } from '#domain/slots/workshop.ts'
import type { Bookable } from '#services/service.ts'
import { mayTick, tickWhoCame } from '#usecases/booking/groups/came.ts'
import {
  attendeesOf,
  closesIt,
  resizeSession,
  runsSessions,
  seatsTaken,
  seatWhoCame,
  seesSessions,
  sessionsSeen,
  ticksSessions,
  unseatWhoCame,
} from '#usecases/booking/groups/sessions.ts'
import { BadRequest, html, type Reply, seeOther } from '#web/http.ts'
import { closedAt } from '#web/show/staff/front-desk/closed-pages.ts'
import { workshopAt, workshopsAt } from '#web/show/staff/groups/session-pages.ts'
import { tallyAt } from '#web/show/staff/groups/tally-page.ts'
import { staffPages } from '#web/show/staff/pages.ts'
import { around, type DeskVisit } from '../visit.ts'

const weeksShown = 56

export const showWorkshopList = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, user } = visit
  const [service] = seesSessions(desk.services, user)
  if (service === undefined) throw new BadRequest(403)
  const today = londonDay(desk.clock.now())
  const from = fromIn(visit, today)
  const told = toldIn(visit)
  return html(
    staffPages.groupSessions({
      around: around(visit, { back: { text: 'Back to the front desk', href: '/desk' } }),
      ...{
        service,
        from,
        today,
        days: weeksShown,
        runs: runsSessions([service], user).length > 0,
        tallies: talliesOf(service),
      },
      seen: await sessionsSeen(desk, service, { from, days: weeksShown }),
      ...(told === undefined ? {} : { told }),
    }),
  )
}

const talliesOf = ({ booking: { timetable } }: Bookable) =>
  Object.entries(timetable.places).flatMap(([id, { name, needsRoom }]) =>
    needsRoom ? [{ text: name, href: tallyAt(id) }] : [],
  )

const fromIn = ({ request }: DeskVisit, today: Day): Day => {
  const from = request.query.from?.[0] ?? ''
  return isDay(from) ? from : today
}

const toldIn = ({ request: { query } }: DeskVisit): string | undefined => {
  const [made, left] = [Number(query.made?.[0] ?? 0), Number(query.left?.[0] ?? 0)]
  if (made + left === 0) return undefined
  const words = made === 1 ? '1 workshop was made.' : `${made} workshops were made.`
  return left === 0 ? words : `${words} ${left} could not be: somebody took the room or the person meanwhile.`
}

export const showSession = async (visit: DeskVisit): Promise<Reply> => sessionReply(visit, await sessionIn(visit), {})

type Found = { readonly service: Bookable; readonly session: Workshop }
type More = { readonly problem?: Problem; readonly typed?: string }

// As it is at this moment, and not as it was some seconds ago.
const sessionIn = async ({ desk, user, request }: DeskVisit): Promise<Found> => {
  for (const service of seesSessions(desk.services, user)) {
    const { all } = await desk.holds.sessions.now(service.id)
    const session = all.find(({ id }) => id === request.pathValues.session)
    const { booking } = service
    if (session !== undefined)
      return {
        session,
        service: { ...service, booking: { ...booking, timetable: { ...booking.timetable, sessions: all } } },
      }
  }
  throw new BadRequest(404)
}

const sessionReply = async (
  visit: DeskVisit,
  { service, session }: Found,
  { problem, typed }: More,
): Promise<Reply> => {
  const { desk, user, request } = visit
  const now = desk.clock.now()
  const { timetable } = service.booking
  const [attendees, taken, blocks] = await Promise.all([
    attendeesOf(desk, session),
    seatsTaken(desk, session),
    desk.holds.blocks.standing(),
  ])
  const block = closesIt(timetable, blocks.standing, session)
  const takesIn = ticksSessions([service], user).length > 0
  const came = request.query.came?.[0]
  return html(
    staffPages.groupSession({
      around: around(visit, { back: { text: 'Back to workshops', href: workshopsAt } }),
      ...{ service, session, attendees, takesIn, seating: seatingOf(session, taken) },
      ...{ runs: runsSessions([service], user).length > 0, past: isPast(session, now) },
      ticks: takesIn && block === undefined && mayTick(session, now),
      ...(block === undefined ? {} : { block: `${closedAt}/${encodeURIComponent(block.id)}` }),
      others: othersOf(session, timetable.sessions),
      problems: problem === undefined ? [] : [problem],
      typed: { seats: typed ?? String(seatingOf(session, taken).offered) },
      ...(came === undefined ? {} : { told: cameInWords(Number(came)) }),
    }),
    problem === undefined ? 200 : 400,
  )
}

const cameInWords = (count: number): string => (count === 1 ? 'Saved: 1 person came.' : `Saved: ${count} people came.`)

const isPast = ({ day, until }: Workshop, now: number): boolean => (instantOf(day, until) ?? 0) < now

const othersOf = ({ id, series, day }: Workshop, all: readonly Workshop[] = []): readonly Workshop[] =>
  series === undefined
    ? []
    : inOrderOfTime(all.filter((other) => other.series === series && other.id !== id && other.day >= addDays(day, -28)))

export const takeCame = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, user, request } = visit
  const found = await sessionIn(visit)
  const { service, session } = found
  if (ticksSessions([service], user).length === 0) throw new BadRequest(403)
  if (!mayTick(session, desk.clock.now())) return seeOther(workshopAt(session))
  const { came } = await tickWhoCame(desk, service, user, { session, references: request.posted.came ?? [] })
  return seeOther(`${workshopAt(session)}?came=${came}`)
}

export const takeSeat = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, user, request } = visit
  const found = await sessionIn(visit)
  const { service, session } = found
  if (ticksSessions([service], user).length === 0) throw new BadRequest(403)
  const undo = one(request.posted, 'do') === 'undo'
  const done = await (undo ? unseatWhoCame : seatWhoCame)(desk, service, user, session.id)
  if (done.ok) return seeOther(workshopAt(session))
  return sessionReply(visit, found, { problem: { field: 'content', words: seatWords[done.error] } })
}

const quicker = 'Somebody else changed it at this moment. Press the button again'

const seatWords = {
  'changed-elsewhere': quicker,
  taken: quicker,
  gone: quicker,
  full: 'Every seat is taken',
  'too-many': quicker,
  'over-already': 'Nobody has come without a place, so there is nothing to undo',
} as const

export const takeSeats = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, user, request } = visit
  const found = await sessionIn(visit)
  const { service, session } = found
  if (runsSessions([service], user).length === 0) throw new BadRequest(403)
  const typed = one(request.posted, 'seats').trim()
  const seats = Number(typed)
  const wrong = (words: string): Promise<Reply> =>
    sessionReply(visit, found, { problem: { field: 'seats', words }, typed })
  if (!/^\d{1,3}$/.test(typed) || seats < 1 || seats > mostSeats)
    return wrong(`How many seats must be a number from 1 to ${mostSeats}`)
  const done = await resizeSession(desk, service, user, { id: session.id, seats })
  if (done.ok) return seeOther(workshopAt(session))
  if (done.error === 'past') return wrong('It has begun, so it has the seats that it has')
  return wrong(typeof done.error === 'string' ? quicker : overInWords(done.error.over))
}

// Nobody loses a seat that they have.
const overInWords = (over: number): string =>
  `More seats are taken than that: ${over} too many. Move or cancel for ${over === 1 ? 'that person' : 'those people'} first`
