// Can all that booking does be done in a service that declares it? Each move has its action, for
// whoever makes it, and the questions that choose are of the kinds that choose.
import type { BookingMove } from '#domain/cases/steps/machinery.ts'
import { actionThat } from '#domain/cases/workflow.ts'
import { pagesOf, questionsIn } from '#domain/forms/sound/places.ts'
import type { Booking } from '#domain/slots/booking.ts'
import type { Service } from '../service.ts'

export const bookingFaults = (service: Service): readonly string[] => {
  const { booking, id } = service
  if (booking === undefined) return []
  return [
    ...movesOf(booking)
      .filter(([does, who]) => actionThat(service.workflow, does, who) === undefined)
      .map(([does, who]) => `${id}: no action does ${does} for the ${who}`),
    ...kindFaults(service, booking),
    ...(booking.waiting !== undefined && service.workflow.waits === undefined
      ? [`${id}: has a waiting list, and no state in which its cases start`]
      : []),
    ...service.form.sections
      .filter((section) => section.id === 'keep-time')
      .map((section) => `${id}: a page of every booking form stands where its section ${section.id} is`),
  ]
}

type Move = readonly [BookingMove, 'applicant' | 'system']

const movesOf = ({ waiting }: Booking): readonly Move[] => [
  ['cancel-appointment', 'applicant'],
  ['move-appointment', 'applicant'],
  ...(waiting === undefined ? [] : waitingMoves),
]

const waitingMoves: readonly Move[] = [
  ['offer-time', 'system'],
  ['lapse-offer', 'system'],
  ['take-offer', 'applicant'],
  ['decline-offer', 'applicant'],
  ['leave-list', 'applicant'],
  ['wait-over', 'system'],
  ['wait-unanswered', 'system'],
]

const kindFaults = ({ id, form }: Service, { questions }: Booking): readonly string[] => {
  const asked = questionsIn(pagesOf(form))
  const kindOf = (question: string) => asked.find((place) => place.id === question)?.question.kind
  return [
    ...(kindOf(questions.day) === 'slot-day' ? [] : [`${id}: ${questions.day} chooses no day`]),
    ...(kindOf(questions.time) === 'slot-time' ? [] : [`${id}: ${questions.time} chooses no time`]),
  ]
}
