// Calendars that staff keep outside: making an address, ending it, and what a calendar program is given by it.
import { choice, text } from '#domain/forms/ask.ts'
import { keepFields, problemsOf } from '#domain/forms/fields/index.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import { londonDay } from '#domain/london.ts'
import { endFeed, feedFor, feedMembers, feedsOf, makeFeed, mostFeeds } from '#usecases/booking/feeds.ts'
import { withTimetables } from '#usecases/booking/live-timetable.ts'
import { BadRequest, html, type Reply, seeOther } from '#web/http.ts'
import { staffPages } from '#web/show/staff/pages.ts'
import { around, type DeskVisit, type OpenVisit } from '../visit.ts'

const feedsAt = '/desk/calendars'

export const showFeeds = (visit: DeskVisit): Promise<Reply> => feedsReply(visit, { typed: {}, problems: [] })

type Shown = { readonly typed: Typed; readonly problems: readonly Problem[]; readonly made?: string }

const feedsReply = async (visit: DeskVisit, shown: Shown): Promise<Reply> => {
  const { desk, user } = visit
  return html(
    staffPages.feeds({
      around: around(visit, { back: { text: 'Back to the front desk', href: '/desk' } }),
      ...{ feeds: await feedsOf(desk, user), needs: needsFor(visit), at: feedsAt, ...shown },
    }),
  )
}

const needsFor = ({ desk, user }: DeskVisit): Readonly<Record<string, Question>> => {
  const members = feedMembers(desk.services, user, londonDay(desk.clock.now()))
  if (members.length === 0) throw new BadRequest(403)
  return {
    whose: choice(
      'Select whose appointments it has',
      Object.fromEntries(members.map(({ service, id, name }) => [`${service.id}.${id}`, name])),
      { label: 'Whose appointments?', for: 'officer' },
    ),
    device: text('Name of the device', { most: 40, hint: 'For example, work phone', for: 'officer' }),
  }
}

// The address is on this page alone: no address of ours, and so no history of a browser, has it.
export const takeFeed = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, user, request } = visit
  const needs = needsFor(visit)
  const typed = keepFields(request.posted, needs)
  const today = londonDay(desk.clock.now())
  const problems = Object.entries(needs).flatMap(([id, question]) => problemsOf(typed, id, question, today))
  if (problems.length > 0) return feedsReply(visit, { typed, problems })
  const [service = '', member = ''] = one(typed, 'whose').split('.')
  const made = await makeFeed(desk, user, { service, member, device: one(typed, 'device') })
  if (made.ok)
    return feedsReply(visit, { typed: {}, problems: [], made: `${desk.staffOrigin}/calendar/${made.value}.ics` })
  const words = `You have ${mostFeeds} calendars: end one of them first`
  return feedsReply(visit, { typed, problems: [{ field: 'whose', words }] })
}

export const takeEndFeed = async (visit: DeskVisit): Promise<Reply> => {
  await endFeed(visit.desk, visit.user, one(visit.request.posted, 'calendar'))
  return seeOther(feedsAt)
}

// Calendar programs cannot sign in. Whatever is no calendar is not found, and says nothing more.
export const giveCalendar = async ({ desk, request }: OpenVisit): Promise<Reply> => {
  const [, token = ''] = /^([\w-]+)\.ics$/.exec(request.pathValues.calendar ?? '') ?? []
  const body = await feedFor(await withTimetables(desk), token)
  if (body === undefined) throw new BadRequest(404)
  const etag = `"${desk.keys.hash('calendar file', body)}"`
  if (request.headers['if-none-match'] === etag) return { status: 304, headers: { etag } }
  return { status: 200, headers: { 'content-type': 'text/calendar; charset=utf-8', etag }, body }
}
