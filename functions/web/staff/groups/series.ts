// Making a workshop or a series of them: what is asked, every date looked at, then all of them made.
import type { Day } from '#domain/day.ts'
import { inFullWords } from '#domain/day.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import type { WorkshopSeries } from '#domain/slots/series.ts'
import type { Bookable } from '#services/service.ts'
import { makeSeries, seriesAsked, seriesDates, seriesNeeds } from '#usecases/booking/groups/series.ts'
import { runsSessions } from '#usecases/booking/groups/sessions.ts'
import { BadRequest, html, type Reply, seeOther } from '#web/http.ts'
import { chosenFieldOf } from '#web/show/staff/groups/series-pages.ts'
import { workshopsAt } from '#web/show/staff/groups/session-pages.ts'
import { staffPages } from '#web/show/staff/pages.ts'
import { around, type DeskVisit } from '../visit.ts'

const toList = { back: { text: 'Back to workshops', href: workshopsAt } }

export const showNewSeries = (visit: DeskVisit): Reply => formReply(visit, visit.kept?.typed ?? {}, [])

const serviceIn = ({ desk, user }: DeskVisit): Bookable => {
  const [service] = runsSessions(desk.services, user)
  if (service === undefined) throw new BadRequest(403)
  return service
}

const formReply = (visit: DeskVisit, typed: Typed, problems: readonly Problem[]): Reply =>
  html(
    staffPages.form({
      around: around(visit, toList),
      title: 'Make a workshop or a series',
      words: ['You see every date before any is made. Each is then one of its own, and can be changed by itself.'],
      needs: seriesNeeds(serviceIn(visit).booking.timetable),
      ...{ typed, problems, action: `${workshopsAt}/new`, button: 'See the dates', cancel: workshopsAt },
    }),
  )

// Twice: first to see the dates, then to make them.
export const takeNewSeries = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, request, user } = visit
  const { posted } = request
  const service = serviceIn(visit)
  const asked = seriesAsked(service.booking.timetable, posted, londonDay(desk.clock.now()))
  if (!asked.ok) return formReply(visit, posted, asked.error)
  if (one(posted, 'sure') !== 'yes') return datesReply(visit, service, asked.value, [])
  const id = desk.keys
    .hash('series', one(posted, '_csrf'))
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 12)
  const chosen = (day: Day) => one(posted, chosenFieldOf(day))
  const made = await makeSeries(desk, service, user, { series: asked.value, chosen, id })
  if (!made.ok) return datesReply(visit, service, asked.value, made.error.missing.map(missing))
  const { length } = made.value.made
  return seeOther(`${workshopsAt}?made=${length}&left=${made.value.refused.length}`)
}

const missing = (day: Day): Problem => ({
  field: chosenFieldOf(day),
  words: `Select what to do about ${inFullWords(day)}`,
})

const datesReply = async (
  visit: DeskVisit,
  service: Bookable,
  series: WorkshopSeries,
  problems: readonly Problem[],
): Promise<Reply> => {
  const { posted } = visit.request
  return html(
    staffPages.seriesDates({
      around: around(visit, toList),
      ...{ service, series, problems, typed: posted },
      dates: await seriesDates(visit.desk, service, series),
      chosen: (day) => one(posted, chosenFieldOf(day)) || undefined,
    }),
  )
}
