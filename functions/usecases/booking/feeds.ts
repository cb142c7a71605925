// A calendar of somebody's appointments that their own calendar program asks for by a secret address
// (docs/rules/bookings.md, "In one's own calendar").
import { can } from '#domain/cases/access.ts'
import { feedOf } from '#domain/cases/calendar.ts'
import type { ListedCase, Staff } from '#domain/cases/case.ts'
import { addDays, type Day } from '#domain/day.ts'
import { londonDay } from '#domain/london.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { type Timetable, timetableOn } from '#domain/slots/timetable.ts'
import { type Bookable, isBookable, type Service } from '#services/service.ts'
import type { AuditEntry, StaffDirectory } from '../ports/staff.ts'
import type { Clock, Ids, Keys } from '../ports/stores.ts'
import type { Feed, FeedStore } from '../ports/timetables.ts'

type Ports = {
  readonly clock: Clock
  readonly ids: Ids
  readonly keys: Keys
  readonly feeds: FeedStore
  readonly directory: StaffDirectory
  readonly services: readonly Service[]
  readonly staffOrigin: string
}

// Days. Council to confirm: how long an address works, how far back and ahead it shows, how long after their last sign-in
// somebody counts as being with the council, and how many addresses one person has.
const [lastsDays, backDays, aheadDays, seenDays] = [180, 7, 56, 30]
export const mostFeeds = 10

// Whose time it may be: of the teams that they work in.
export const feedMembers = (
  services: readonly Service[],
  user: Staff,
  today: Day,
): readonly { readonly service: Bookable; readonly id: string; readonly name: string }[] =>
  services
    .filter(isBookable)
    .filter(({ team }) => can(user, 'work-in', { team }))
    .flatMap((service) =>
      timetableOn(service.booking.timetable, today).staff.map(({ id, name = id }) => ({ service, id, name })),
    )

export const feedsOf = async ({ feeds, clock }: Ports, user: Staff): Promise<readonly Feed[]> => {
  const today = londonDay(clock.now())
  return (await feeds.of(user.id)).filter(({ until }) => until >= today).toSorted((a, b) => a.madeAt - b.madeAt)
}

type FeedWanted = { readonly service: string; readonly member: string; readonly device: string }

/** The secret of its address, told this once: only its hash is kept. */
export const makeFeed = async (
  ports: Ports,
  user: Staff,
  { service, member, device }: FeedWanted,
): Promise<Result<string, 'not-theirs' | 'too-many'>> => {
  const now = ports.clock.now()
  const today = londonDay(now)
  const found = feedMembers(ports.services, user, today).find((one) => one.id === member && one.service.id === service)
  if (found === undefined) return no('not-theirs')
  if ((await feedsOf(ports, user)).length >= mostFeeds) return no('too-many')
  const token = ports.ids.secret()
  const feed: Feed = {
    ...{ id: idOf(ports, token), service, member, name: found.name, device, madeAt: now },
    ...{ by: user.id, team: found.service.team, until: addDays(today, lastsDays) },
  }
  await ports.feeds.make(feed, entryOf(ports, user, 'make-calendar'))
  return ok(token)
}

export const endFeed = async (ports: Ports, user: Staff, id: string): Promise<void> => {
  const feed = (await ports.feeds.of(user.id)).find((one) => one.id === id)
  if (feed !== undefined) await ports.feeds.end(feed, entryOf(ports, user, 'end-calendar'))
}

/** The calendar; undefined for what is unknown, ended, past, or of somebody who is not with the team any more. Nothing is written. */
export const feedFor = async (ports: Ports, token: string): Promise<string | undefined> => {
  if (!/^[\w-]{20,64}$/.test(token)) return undefined
  const now = ports.clock.now()
  const today = londonDay(now)
  const feed = await ports.feeds.get(idOf(ports, token))
  const service = ports.services.filter(isBookable).find(({ id }) => id === feed?.service)
  if (feed === undefined || service === undefined || feed.until < today) return undefined
  const seen = await ports.directory.colleagues(feed.team, now - seenDays * 86_400_000)
  if (!seen.some(({ id, teams }) => id === feed.by && teams.includes(feed.team))) return undefined
  const days = Array.from({ length: backDays + aheadDays + 1 }, (_, at) => addDays(today, at - backDays))
  const cases = await ports.feeds.booked(feed.member, days)
  return feedOf(
    `Appointments: ${feed.name}`,
    cases.flatMap((subject) => eventOf(ports, service, feed, subject)),
  )
}

const idOf = ({ keys }: Pick<Ports, 'keys'>, token: string): string => keys.hash('calendar', token)

// What, where and when; nothing of who. The link is to the list of that day, behind sign-in.
const eventOf = ({ staffOrigin }: Ports, service: Bookable, { member }: Feed, subject: ListedCase) => {
  const { appointment, changedAt, state } = subject
  if (subject.service !== service.id || appointment === undefined || appointment.cancelled === true) return []
  if (!appointment.claimants.includes(member) || state === 'cancelled') return []
  const timetable = timetableOn(service.booking.timetable, appointment.day)
  return [
    {
      appointment,
      words: {
        ...{ title: appointment.what, place: placeIn(timetable, appointment.place, appointment.claimants) },
        ...{ link: `${staffOrigin}/desk/${encodeURIComponent(appointment.place)}/${appointment.day}`, now: changedAt },
      },
    },
  ]
}

const placeIn = ({ places, rooms }: Timetable, place: string, claimants: readonly string[]): string =>
  [
    places[place]?.name ?? place,
    ...rooms.filter(({ id }) => claimants.includes(id)).map(({ id, name }) => name ?? id),
  ].join(', ')

const entryOf = ({ clock, ids }: Ports, { id: by }: Staff, did: string): AuditEntry => {
  const at = clock.now()
  return { id: ids.ordered(at), at, by, did, allowed: true }
}
