// Changing the day or time of an appointment: a day, a time, done. The old time stays theirs until the new one is.

import { type Day, inFullWords, isDay } from '#domain/day.ts'
import { slotDay, slotTime } from '#domain/forms/ask.ts'
import { type Page, page } from '#domain/forms/form.ts'
import { one, type Problem } from '#domain/forms/kind.ts'
import type { Appointment } from '#domain/slots/appointment.ts'
import { whenOf } from '#domain/slots/booking-shown.ts'
import { moveAppointment } from '#usecases/booking/appointments.ts'
import { html, type Reply, seeOther } from '#web/http.ts'
import { pages } from '#web/show/citizen/pages.ts'
import type { Extra } from '#web/show/controls/extra.ts'
import { changeBy, mayChangeOwn, type OwnVisit, ownBookingAt } from '../own-booking.ts'
import { problemReply } from '../problem.ts'
import type { CitizenRoute } from '../serve.ts'
import { type Answer, around, type Visit } from '../visit.ts'
import { daysExtra, type SlotsFor, timesExtra } from './slots.ts'

const dayPage = page('day', 'Choose a new day', { day: slotDay('Select a day') }, { does: 'slot-day' })
const timePage = page('time', 'Choose a new time', { time: slotTime('Select a time') }, { does: 'slot-time' })

type Moving = OwnVisit & { readonly appointment: Appointment }

const whileOpen =
  (answer: (visit: Moving) => Promise<Answer> | Answer) =>
  (visit: OwnVisit): Promise<Answer> | Answer => {
    const { subject, service } = visit
    return subject.appointment !== undefined && mayChangeOwn(visit, service, subject)
      ? answer({ ...visit, appointment: subject.appointment })
      : seeOther(ownBookingAt(subject.reference))
  }

const showDays = async (visit: Moving): Promise<Reply> => daysReply(visit, [])

const takeDay = async (visit: Moving): Promise<Reply> => {
  const day = one(visit.request.posted, 'day')
  if (isDay(day)) return seeOther(`${ownBookingAt(visit.subject.reference)}/change/${day}`)
  return daysReply(visit, [{ field: 'day', words: 'Select a day' }])
}

const daysReply = async (visit: Moving, problems: readonly Problem[]): Promise<Reply> =>
  reply(visit, { page: dayPage, problems, extra: await daysExtra(visit, slotsFor(visit)) })

const slotsFor = ({ service, subject, appointment }: Moving): SlotsFor => ({
  booking: service.booking,
  query: appointment,
  holder: subject.reference,
})

const showTimes = (visit: Moving): Promise<Reply> => timesReply(visit, [])

const takeTime = async (visit: Moving): Promise<Reply> => {
  const [day, time] = [dayIn(visit), one(visit.request.posted, 'time')]
  if (day === undefined || !/^\d{4}/.test(time)) return timesReply(visit, [{ field: 'time', words: 'Select a time' }])
  const moved = await moveAppointment(visit.counter, { ...changeBy(visit, 'move-appointment'), day, time })
  if (moved.ok) return seeOther(`${ownBookingAt(visit.subject.reference)}?moved=1`)
  if (moved.error !== 'time-taken') return problemReply(visit.counter, visit.request, 409)
  return timesReply(visit, [{ field: 'time', words: 'Somebody has just taken this time. Select another' }])
}

const timesReply = async (visit: Moving, problems: readonly Problem[]): Promise<Reply> => {
  const otherDay = `${ownBookingAt(visit.subject.reference)}/change`
  const extra = await timesExtra(visit, { ...slotsFor(visit), day: dayIn(visit), otherDay })
  return reply(visit, { page: timePage, problems, extra })
}

type Shown = { readonly page: Page; readonly problems: readonly Problem[]; readonly extra: Extra }

const reply = (visit: Moving, { page, problems, extra }: Shown): Reply => {
  const { subject, service, appointment } = visit
  const { path, pathValues } = visit.request
  const back =
    pathValues.day === undefined ? ownBookingAt(subject.reference) : `${ownBookingAt(subject.reference)}/change`
  const chosen = dayIn(visit)
  const now = `Your appointment is at ${whenOf(appointment)}`
  return html(
    pages.question({
      around: around(visit, { name: service.name, id: service.id }, back),
      page,
      typed: {},
      problems,
      action: path,
      caption: chosen === undefined ? now : inFullWords(chosen),
      extra,
    }),
  )
}

const dayIn = ({ request }: Visit): Day | undefined => {
  const day = request.pathValues.day ?? ''
  return isDay(day) ? day : undefined
}

export const moveRoutes: readonly CitizenRoute[] = [
  { method: 'GET', path: '/appointments/{reference}/change', policy: 'booking', answer: whileOpen(showDays) },
  { method: 'POST', path: '/appointments/{reference}/change', policy: 'booking', answer: whileOpen(takeDay) },
  { method: 'GET', path: '/appointments/{reference}/change/{day}', policy: 'booking', answer: whileOpen(showTimes) },
  { method: 'POST', path: '/appointments/{reference}/change/{day}', policy: 'booking', answer: whileOpen(takeTime) },
]
