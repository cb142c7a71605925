// Workshops that somebody can have a place in: when, where, and whether there are places left. No names.
import { londonDay } from '#domain/london.ts'
import { isBookable } from '#services/service.ts'
import { sessionsSeen } from '#usecases/booking/groups/sessions.ts'
import { groupTypes, hasGroups } from '#usecases/booking/live-timetable.ts'
import { BadRequest, html, type Reply } from '#web/http.ts'
import { pages } from '#web/show/citizen/pages.ts'
import type { Visit } from '../visit.ts'

export const showWorkshops = async ({ counter, request }: Visit): Promise<Reply> => {
  const service = counter.services
    .filter(isBookable)
    .find(({ id, booking }) => request.path === `/${id}/sessions` && hasGroups(booking.timetable))
  if (service === undefined) throw new BadRequest(404)
  const { timetable } = service.booking
  const today = londonDay(counter.clock.now())
  const ahead = Math.max(...groupTypes(timetable).map(([id]) => timetable.types[id]?.horizonDays ?? 0))
  const seen = await sessionsSeen(counter, service, { from: today, days: ahead + 1 })
  return html(pages.workshops({ timetable, seen: seen.filter(({ closed }) => !closed), books: `/${service.id}` }))
}
