// An appointment in its owner's hands: see it, put it in a calendar, cancel it. Links in texts lead here by way of a code.

import { calendarOf } from '#domain/cases/calendar.ts'
import { one } from '#domain/forms/kind.ts'
import { whenOf } from '#domain/slots/booking-shown.ts'
import { shownOf } from '#services/service.ts'
import { cancelAppointment } from '#usecases/booking/appointments.ts'
import { goBack, keepTime, mayGoBack } from '#usecases/booking/keep-time.ts'
import { html, seeOther } from '#web/http.ts'
import { pages } from '#web/show/citizen/pages.ts'
import { paths } from '#web/show/site.ts'
import { changeBy, isOnList, mayChangeOwn, type OwnVisit, ownBookingAt } from '../own-booking.ts'
import { problemReply } from '../problem.ts'
import type { CitizenRoute } from '../serve.ts'
import { type Answer, around } from '../visit.ts'
import { herePage, maySayHere } from './say-here.ts'
import { showWaiting } from './waiting.ts'

const show = (visit: OwnVisit): Answer => (isOnList(visit.subject) ? showWaiting(visit) : booked(visit))

const booked = (visit: OwnVisit): Answer => {
  const { service, subject } = visit
  return html(
    pages.booking({
      around: around(visit, undefined, paths.mine),
      title: 'Your appointment',
      reference: subject.reference,
      words: wordsOn(visit),
      details: shownOf(service, subject),
      ...movedByUs(visit),
      ...(maySayHere(visit) ? { here: herePage(subject.reference) } : {}),
      ...(mayChangeOwn(visit, service, subject)
        ? { change: `${ownBookingAt(subject.reference)}/change`, cancel: `${ownBookingAt(subject.reference)}/cancel` }
        : {}),
      calendar: `${ownBookingAt(subject.reference)}/calendar.ics`,
    }),
  )
}

const movedByUs = ({ counter, subject: { appointment, reference, state }, service }: OwnVisit) => {
  const asks = appointment?.byUs?.asks
  if (appointment === undefined || asks === undefined || state !== service.workflow.start) return {}
  const [was, is] = [whenOf(asks.had), whenOf(appointment)]
  const back = mayGoBack(appointment, counter.clock.now())
  const words = back
    ? `We moved your appointment from ${was} to ${is}. The time that you had before is free again.`
    : `We are sorry: we had to move your appointment from ${was} to ${is}. If it does not suit you, change or cancel it.`
  return {
    movedByUs: { words, keep: `${ownBookingAt(reference)}/keep`, ...(back ? { back: `Go back to ${was}` } : {}) },
  }
}

const answerMove = async (visit: OwnVisit): Promise<Answer> => {
  const { counter, subject, request } = visit
  const done =
    one(request.posted, 'do') === 'back'
      ? await goBack(counter, changeBy(visit, 'move-appointment'))
      : await keepTime(counter, changeBy(visit, 'keep-time'))
  return done.ok || done.error !== 'changed-elsewhere'
    ? seeOther(ownBookingAt(subject.reference))
    : problemReply(counter, request, 409)
}

const wordsOn = (visit: OwnVisit): readonly string[] =>
  visit.request.query.already?.[0] === '1' && visit.subject.state === visit.service.workflow.start
    ? [
        'You already have this appointment. You can change or cancel it, but you cannot book another like it until then.',
      ]
    : movedOr(visit)

const movedOr = ({ request, subject, service }: OwnVisit): readonly string[] =>
  request.query.moved?.[0] === '1'
    ? ['We have changed your appointment. The time you had before is free for somebody else.']
    : [service.workflow.states[subject.state]?.forApplicant ?? '']

const calendar = (visit: OwnVisit): Answer => {
  const { subject, service } = visit
  const { appointment } = subject
  if (appointment === undefined) return problemReply(visit.counter, visit.request, 404)
  const place = service.booking.timetable.places[appointment.place]
  const body = calendarOf(appointment, {
    // What it is about stays out of a calendar that others may see.
    title: 'Council appointment',
    place: place?.name ?? appointment.place,
    link: `${visit.counter.citizenOrigin}${ownBookingAt(subject.reference)}`,
    now: visit.counter.clock.now(),
  })
  const headers = {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'attachment; filename="appointment.ics"',
  }
  return { status: 200, headers, body }
}

const askCancel = (visit: OwnVisit): Answer => {
  const { subject } = visit
  return html(
    pages.confirm({
      around: around(visit, undefined, ownBookingAt(subject.reference)),
      title: 'Are you sure you want to cancel your appointment?',
      words:
        subject.appointment === undefined
          ? []
          : [`It is at ${whenOf(subject.appointment)}.`, 'Somebody else can then have the time.'],
      button: 'Yes, cancel my appointment',
      warning: true,
      action: `${ownBookingAt(subject.reference)}/cancel`,
      cancel: { text: 'No, keep it', href: ownBookingAt(subject.reference) },
    }),
  )
}

const cancel = async (visit: OwnVisit): Promise<Answer> => {
  const { subject, service } = visit
  if (!mayChangeOwn(visit, service, subject)) return seeOther(ownBookingAt(subject.reference))
  const done = await cancelAppointment(visit.counter, changeBy(visit, 'cancel-appointment'))
  return done.ok || done.error !== 'changed-elsewhere'
    ? seeOther(ownBookingAt(subject.reference))
    : problemReply(visit.counter, visit.request, 409)
}

export const appointmentRoutes: readonly CitizenRoute[] = [
  { method: 'GET', path: '/appointments/{reference}', policy: 'booking', answer: show },
  { method: 'GET', path: '/appointments/{reference}/calendar.ics', policy: 'booking', answer: calendar },
  { method: 'POST', path: '/appointments/{reference}/keep', policy: 'booking', answer: answerMove },
  { method: 'GET', path: '/appointments/{reference}/cancel', policy: 'booking', answer: askCancel },
  { method: 'POST', path: '/appointments/{reference}/cancel', policy: 'booking', answer: cancel },
]
