// Who is called at a desk, and how long people wait who come without an appointment: numbers and no names, for anybody.
import { isBookable } from '#services/service.ts'
import { queueAt } from '#usecases/booking/walk-ins.ts'
import { BadRequest, html, type Reply } from '#web/http.ts'
import { pages } from '#web/show/citizen/pages.ts'
import type { Visit } from '../visit.ts'

export const showDeskNow = async ({ counter, request }: Visit): Promise<Reply> => {
  const id = request.pathValues.place ?? ''
  const service = counter.services
    .filter(isBookable)
    .find(({ booking }) => booking.timetable.places[id]?.needsRoom === true)
  const place = service?.booking.timetable.places[id]
  if (service === undefined || place === undefined) throw new BadRequest(404)
  const queue = await queueAt(counter, id)
  return html(pages.deskNow({ place, queue, at: request.path, now: counter.clock.now(), books: `/${service.id}` }))
}
