// "I am here": the code on the sign at the desk, typed on one's own phone.
import { text } from '#domain/forms/ask.ts'
import { page } from '#domain/forms/form.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import { whenOf } from '#domain/slots/booking-shown.ts'
import { arrivalOf, type HereProblem, sayHere } from '#usecases/booking/say-here.ts'
import { html, type Reply, seeOther } from '#web/http.ts'
import { pages } from '#web/show/citizen/pages.ts'
import { changeBy, type OwnVisit, ownBookingAt } from '../own-booking.ts'
import { problemReply } from '../problem.ts'
import type { CitizenRoute } from '../serve.ts'
import { type Answer, around } from '../visit.ts'

export const herePage = (reference: string): string => `${ownBookingAt(reference)}/here`

// On the day, as long as they may arrive.
export const maySayHere = ({ counter, service, subject }: OwnVisit): boolean =>
  subject.state === service.workflow.start && arrivalOf(service, subject, counter.clock.now()) === 'in-time'

const codePage = page('here', 'Tell us that you are here', {
  code: text('Code of the day', { most: 10, hint: 'Four letters, on the sign at the desk', missing: 'Enter the code' }),
})

const show = (visit: OwnVisit): Answer =>
  maySayHere(visit) ? reply(visit, {}, []) : seeOther(ownBookingAt(visit.subject.reference))

const take = async (visit: OwnVisit): Promise<Answer> => {
  const { counter, request, subject } = visit
  const typed = { code: [one(request.posted, 'code')] }
  const said = await sayHere(counter, { ...changeBy(visit, 'say-here'), typed })
  if (said.ok) return seeOther(ownBookingAt(subject.reference))
  const problem = wordsOf(said.error)
  if (problem !== undefined) return reply(visit, typed, [{ field: 'code', words: problem }])
  return said.error === 'unknown' ? problemReply(counter, request, 503) : seeOther(ownBookingAt(subject.reference))
}

const words: Readonly<Record<HereProblem, string | undefined>> = {
  'wrong-code': 'This is not today’s code. Look at the sign at the desk',
  'too-many': 'You have tried too often. Tell somebody at the desk that you are here',
  late: 'Your appointment began more than 15 minutes ago. Tell somebody at the desk that you are here',
  'too-early': undefined,
  'in-time': undefined,
}

const wordsOf = (problem: unknown): string | undefined => Object.entries(words).find(([id]) => id === problem)?.[1]

const reply = (visit: OwnVisit, typed: Typed, problems: readonly Problem[]): Reply => {
  const { subject, service, request } = visit
  const { appointment, reference } = subject
  return html(
    pages.question({
      around: around(visit, { name: service.name, id: service.id }, ownBookingAt(reference)),
      ...{ page: codePage, typed, problems, action: request.path },
      ...(appointment === undefined ? {} : { caption: `Your appointment is at ${whenOf(appointment)}` }),
    }),
  )
}

export const sayHereRoutes: readonly CitizenRoute[] = [
  { method: 'GET', path: '/appointments/{reference}/here', policy: 'booking', answer: show },
  { method: 'POST', path: '/appointments/{reference}/here', policy: 'booking', answer: take },
]
