// Changing the day or time of an appointment: a day, a time, done. The old time stays theirs until the new one is.
import type { Appointment, Case } from '#domain/cases/case.ts'
import { type Day, inFullWords, isDay } from '#domain/day.ts'
import { slotDay, slotTime } from '#domain/forms/ask.ts'
import { type Page, page } from '#domain/forms/form.ts'
import { one, type Problem } from '#domain/forms/kind.ts'
import { bookings, whenOf } from '#services/bookings/service.ts'
import { moveAppointment } from '#usecases/booking/appointments.ts'
import { html, type Reply, seeOther } from '#web/http.ts'
import { pages } from '#web/show/citizen/pages.ts'
import type { Extra } from '#web/show/controls/extra.ts'
import { at, mayChange, ofMine } from '../own-booking.ts'
import { type CitizenRoute, problemReply } from '../serve.ts'
import { type Answer, around, type Visit } from '../visit.ts'
import { daysExtra, timesExtra } from './slots.ts'

const dayPage = page('day', 'Choose a new day', { day: slotDay('Select a day') }, { does: 'slot-day' })
const timePage = page('time', 'Choose a new time', { time: slotTime('Select a time') }, { does: 'slot-time' })

type Moving = (visit: Visit, subject: Case, appointment: Appointment) => Promise<Answer> | Answer

const whileOpen = (answer: Moving) =>
  ofMine((visit, subject) =>
    subject.appointment !== undefined && mayChange(visit, subject)
      ? answer(visit, subject, subject.appointment)
      : seeOther(at(subject.reference)),
  )

const showDays: Moving = async (visit, subject, appointment) =>
  reply(visit, subject, { page: dayPage, problems: [], extra: await daysExtra(visit, appointment, subject.reference) })

const takeDay: Moving = async (visit, subject, appointment) => {
  const day = one(visit.request.posted, 'day')
  if (isDay(day)) return seeOther(`${at(subject.reference)}/change/${day}`)
  const problems = [{ field: 'day', words: 'Select a day' }]
  return reply(visit, subject, {
    page: dayPage,
    problems,
    extra: await daysExtra(visit, appointment, subject.reference),
  })
}

const showTimes: Moving = (visit, subject, appointment) => timesReply(visit, subject, { appointment, problems: [] })

const takeTime: Moving = async (visit, subject, appointment) => {
  const [day, time] = [dayIn(visit), one(visit.request.posted, 'time')]
  if (day === undefined || !/^\d{4}/.test(time))
    return timesReply(visit, subject, { appointment, problems: [{ field: 'time', words: 'Select a time' }] })
  const actor = { is: 'applicant' } as const
  const moved = await moveAppointment(visit.counter, {
    service: bookings,
    subject,
    action: 'move',
    actor,
    typed: {},
    day,
    time,
  })
  if (moved.ok) return seeOther(`${at(subject.reference)}?moved=1`)
  if (moved.error !== 'time-taken') return problemReply(visit.counter, visit.request, 409)
  const problems = [{ field: 'time', words: 'Somebody has just taken this time. Select another' }]
  return timesReply(visit, subject, { appointment, problems })
}

type Times = { readonly appointment: Appointment; readonly problems: readonly Problem[] }

const timesReply = async (visit: Visit, subject: Case, { appointment, problems }: Times): Promise<Reply> => {
  const otherDay = `${at(subject.reference)}/change`
  const day = dayIn(visit)
  const extra = await timesExtra(visit, appointment, { day, holder: subject.reference, otherDay })
  return reply(visit, subject, { page: timePage, problems, extra })
}

type Shown = { readonly page: Page; readonly problems: readonly Problem[]; readonly extra: Extra }

const reply = (visit: Visit, subject: Case, { page, problems, extra }: Shown): Reply => {
  const { path, pathValues } = visit.request
  const back = pathValues.day === undefined ? at(subject.reference) : `${at(subject.reference)}/change`
  const chosen = dayIn(visit)
  const now = subject.appointment === undefined ? '' : `Your appointment is at ${whenOf(subject.appointment)}`
  return html(
    pages.question({
      around: around(visit, { name: bookings.name, id: bookings.id }, back),
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
  { method: 'GET', path: '/appointments/{reference}/change', policy: 'open', answer: whileOpen(showDays) },
  { method: 'POST', path: '/appointments/{reference}/change', policy: 'open', answer: whileOpen(takeDay) },
  { method: 'GET', path: '/appointments/{reference}/change/{day}', policy: 'open', answer: whileOpen(showTimes) },
  { method: 'POST', path: '/appointments/{reference}/change/{day}', policy: 'open', answer: whileOpen(takeTime) },
]
