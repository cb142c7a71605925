// The waiting list in the hands of whoever waits: where they stand, the time that they are offered, taking it or not, leaving the list.
// The link of an offer opens it without a code: its token is as good as the phone, for half an hour. Opening it changes nothing, as phones and
// networks open links to look at them.
import type { Case } from '#domain/cases/case.ts'
import { waitingStates } from '#domain/cases/workflow.ts'
import { timeInWords } from '#domain/forms/fields/slot-time.ts'
import { one } from '#domain/forms/kind.ts'
import { londonTime } from '#domain/london.ts'
import type { Result } from '#domain/result.ts'
import { offerShown } from '#domain/slots/booking-shown.ts'
import { hasOffer, type Offer } from '#domain/slots/waiting.ts'
import { type Bookable, shownOf } from '#services/service.ts'
import { declineOffer, leaveList, type OfferProblem, takeOffer } from '#usecases/booking/offers.ts'
import { html, type Reply, seeOther } from '#web/http.ts'
import type { Link } from '#web/show/citizen/journey-pages.ts'
import { pages } from '#web/show/citizen/pages.ts'
import { paths } from '#web/show/site.ts'
import { bookingAt, changeBy, type OwnVisit, ownBookingAt } from '../own-booking.ts'
import { problemReply } from '../problem.ts'
import type { CitizenRoute } from '../serve.ts'
import { type Answer, around, type Visit } from '../visit.ts'

export const showWaiting = (visit: OwnVisit): Reply => {
  const { subject, service } = visit
  const { waiting } = subject
  const leave = { href: `${ownBookingAt(subject.reference)}/leave`, text: 'Leave the waiting list' }
  if (waiting?.offer !== undefined && hasOffer(waiting, visit.counter.clock.now()))
    return offerReply(visit, {
      offer: waiting.offer,
      action: `${ownBookingAt(subject.reference)}/offer`,
      links: [leave],
    })
  const open = waitingStates(service.workflow).includes(subject.state)
  return html(
    pages.waiting({
      around: around(visit, undefined, paths.mine),
      title: open ? 'You are on the waiting list' : 'You are not on the waiting list',
      reference: subject.reference,
      words: [stateWords(service, open ? service.workflow.waits : subject.state)],
      details: open ? shownOf(service, subject) : [],
      links: [...(open ? [leave] : []), { href: `/${service.id}`, text: service.name }],
    }),
  )
}

const stateWords = ({ workflow }: Bookable, state = ''): string => workflow.states[state]?.forApplicant ?? ''

type Offering = { readonly offer: Offer; readonly action: string; readonly links: readonly Link[] }

const offerReply = (visit: OwnVisit, { offer, action, links }: Offering): Reply => {
  const { subject, service } = visit
  return html(
    pages.waiting({
      around: around(visit),
      title: 'Do you want this time?',
      reference: subject.reference,
      words: [
        `Take it by ${timeInWords(londonTime(offer.until))}. After that we will offer it to the next person on the waiting list.`,
      ],
      details: subject.waiting === undefined ? [] : offerShown(service.booking, subject.waiting, offer.slot),
      offer: action,
      links,
    }),
  )
}

const dayMs = 86_400_000

// The case whose offer this link is of: while it stands, and after it was taken until the day after the appointment.
const offered = async (visit: Visit): Promise<(OwnVisit & { readonly offer: Offer }) | undefined> => {
  const { counter, request } = visit
  const { token = '' } = request.pathValues
  const found = await bookingAt(visit)
  const offer = found?.subject.waiting?.offer
  if (found === undefined || offer === undefined) return undefined
  if (!counter.keys.same(offer.tokenHash, counter.keys.hash('offer', token))) return undefined
  const until = offer.takenAt === undefined ? offer.until : offer.slot.endsAt + dayMs
  return counter.clock.now() <= until ? { ...found, offer } : undefined
}

const linkOf = ({ request }: Visit): string =>
  `/offer/${[request.pathValues.reference, request.pathValues.token].map((part = '') => encodeURIComponent(part)).join('/')}`

const showOffer = async (visit: Visit): Promise<Answer> => {
  if (visit.request.query.declined?.[0] === '1') return declinedReply(visit)
  const found = await offered(visit)
  if (found === undefined) return endedReply(visit)
  const { offer } = found
  return offer.takenAt === undefined
    ? offerReply(found, { offer, action: linkOf(visit), links: [] })
    : takenReply(found)
}

const takenReply = (visit: OwnVisit): Reply => {
  const { subject, service } = visit
  const stands = subject.state === service.workflow.start
  return html(
    pages.waiting({
      around: around(visit),
      title: stands ? 'Your appointment is booked' : 'Your appointment',
      reference: subject.reference,
      words: stands ? service.start.whatHappensNext : [stateWords(service, subject.state)],
      details: shownOf(service, subject),
      links: [{ href: `${paths.comeBack}/${subject.reference}`, text: 'Change or cancel the appointment' }],
    }),
  )
}

const declinedReply = (visit: Visit): Reply =>
  html(
    pages.waiting({
      around: around(visit),
      title: 'You are still on the waiting list',
      words: ['We will offer the time to the next person, and text you when another time comes free.'],
      details: [],
      links: [{ href: paths.comeBack, text: 'See or leave the waiting list' }],
    }),
  )

// The same for a link that never was: nobody learns from it who is on the list.
const endedReply = (visit: Visit): Reply =>
  html(
    pages.waiting({
      around: around(visit),
      title: 'This time is not offered any more',
      words: [
        'We keep a time only until the time that our text says, and then offer it to the next person.',
        'If you are still on the waiting list, we will text you when another time comes free.',
      ],
      details: [],
      links: [{ href: paths.comeBack, text: 'See or leave the waiting list' }],
    }),
    404,
  )

const answerOffer = async (visit: Visit): Promise<Answer> => {
  const found = await offered(visit)
  if (found === undefined) return endedReply(visit)
  const done = await answered(found)
  return done.ok ? seeOther(`${linkOf(visit)}${declined(visit) ? '?declined=1' : ''}`) : problemOf(visit, done.error)
}

const answerMine = async (visit: OwnVisit): Promise<Answer> => {
  const done = await answered(visit)
  return done.ok || done.error === 'gone'
    ? seeOther(ownBookingAt(visit.subject.reference))
    : problemOf(visit, done.error)
}

const declined = ({ request }: Visit): boolean => one(request.posted, 'do') === 'decline'

const answered = (visit: OwnVisit): Promise<Result<Case, OfferProblem>> =>
  declined(visit)
    ? declineOffer(visit.counter, changeBy(visit, 'decline-offer'))
    : takeOffer(visit.counter, changeBy(visit, 'take-offer'))

const problemOf = (visit: Visit, problem: OfferProblem): Reply => {
  if (problem === 'gone' || problem === 'time-taken') return endedReply(visit)
  if (problem !== 'already-booked') return problemReply(visit.counter, visit.request, 409)
  return html(
    pages.waiting({
      around: around(visit),
      title: 'You have an appointment like this already',
      words: ['To take this time, cancel the one that you have. Then open the link in our text again.'],
      details: [],
      links: [{ href: paths.comeBack, text: 'See or cancel your appointment' }],
    }),
  )
}

const askLeave = (visit: OwnVisit): Answer => {
  const { subject } = visit
  return html(
    pages.confirm({
      around: around(visit, undefined, ownBookingAt(subject.reference)),
      title: 'Are you sure you want to leave the waiting list?',
      words: ['If you join again later, you start at the end of the list.'],
      button: 'Yes, leave the list',
      warning: true,
      action: `${ownBookingAt(subject.reference)}/leave`,
      cancel: { text: 'No, stay on the list', href: ownBookingAt(subject.reference) },
    }),
  )
}

const leave = async (visit: OwnVisit): Promise<Answer> => {
  const { subject } = visit
  const left = await leaveList(visit.counter, changeBy(visit, 'leave-list'))
  return left.ok || left.error !== 'changed-elsewhere'
    ? seeOther(ownBookingAt(subject.reference))
    : problemReply(visit.counter, visit.request, 409)
}

export const waitingRoutes: readonly CitizenRoute[] = [
  { method: 'GET', path: '/offer/{reference}/{token}', policy: 'open', answer: showOffer },
  { method: 'POST', path: '/offer/{reference}/{token}', policy: 'open', answer: answerOffer },
  { method: 'POST', path: '/appointments/{reference}/offer', policy: 'booking', answer: answerMine },
  { method: 'GET', path: '/appointments/{reference}/leave', policy: 'booking', answer: askLeave },
  { method: 'POST', path: '/appointments/{reference}/leave', policy: 'booking', answer: leave },
]
