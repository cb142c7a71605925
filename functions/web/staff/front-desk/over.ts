// Booking somebody beside an appointment that stands already: when, with whom, and why.
import type { Problem, Typed } from '#domain/forms/kind.ts'
import type { SlotQuery } from '#domain/slots/timetable.ts'
import { extraNeeds, holdExtra, mayOverbook } from '#usecases/answering/overbook.ts'
import { journeyOf } from '#usecases/answering/save-page.ts'
import { BadRequest, html, type Reply, seeOther } from '#web/http.ts'
import { staffPages } from '#web/show/staff/pages.ts'
import { around } from '../visit.ts'
import { bookingAt, type CallerBooking, inBooking } from './book.ts'

export const showOver = inBooking((visit) => formReply(visit, {}, []))

export const takeOver = inBooking(async (visit) => {
  const { desk, service, draft, user, request } = visit
  const held = await holdExtra(desk, { service, draft, query: queryIn(visit), user }, request.posted)
  return held.ok ? seeOther(`${bookingAt(draft)}/who`) : formReply(visit, request.posted, held.error)
})

// Only where enough was asked to know what for.
const queryIn = ({ desk, service, draft, user }: CallerBooking): SlotQuery => {
  if (!mayOverbook(user, service)) throw new BadRequest(403)
  const query = service.booking.query(journeyOf(service, draft, desk.clock).answers)
  if (query === undefined) throw new BadRequest(404)
  return query
}

const formReply = (visit: CallerBooking, typed: Typed, problems: readonly Problem[]): Reply => {
  const { service, draft } = visit
  const back = `${bookingAt(draft)}/time`
  return html(
    staffPages.form({
      around: around(visit, { back: { text: 'Back to the times', href: back } }),
      title: 'Book beside another appointment',
      words: [
        'Whoever is booked already keeps their time. The member of staff meets both.',
        'At most 1 an hour for each member of staff, and 3 a day at a place.',
      ],
      ...{ needs: extraNeeds(service, queryIn(visit)), typed, problems },
      ...{ action: `${bookingAt(draft)}/over`, button: 'Keep this time', cancel: back },
    }),
  )
}
