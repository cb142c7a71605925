// Task list, check your answers, the declaration, sending, and the confirmation.
import type { Case } from '#domain/cases/case.ts'
import { inGroups } from '#domain/forms/fields/phone.ts'
import type { Declaration } from '#domain/forms/form.ts'
import { one, type Problem } from '#domain/forms/kind.ts'
import { declarationOf, summaryOf } from '#domain/forms/record.ts'
import { taskGroups } from '#domain/forms/tasks.ts'
import { waitingRules } from '#services/bookings/waiting-rules.ts'
import { sendAnswers } from '#usecases/send-answers.ts'
import { type AlreadyBooked, submitApplication } from '#usecases/submit-application.ts'
import { html, type Reply, seeOther, withRetry } from '../http.ts'
import { pages } from '../show/pages.ts'
import { paths } from '../show/site.ts'
import { isWaiting } from './own-booking.ts'
import { problemReply } from './serve.ts'
import { type Answer, around, type DraftVisit, to, toChange } from './visit.ts'
import { advice, check, instead } from './where.ts'

export const showTasks = (visit: DraftVisit): Answer => {
  const { service, walk, draft } = visit
  if (walk.form.shape === 'straight') return seeOther(to(service, instead(walk)))
  return html(
    pages.tasks({
      around: around(visit, service),
      title: service.name,
      groups: taskGroups(walk),
      to: (key) => to(service, key),
      send: { ready: walk.complete(), href: to(service, check) },
      reference: draft.reference,
      saveHref: to(service, 'save'),
    }),
  )
}

export const showCheck = (visit: DraftVisit): Answer => {
  const { service, walk } = visit
  if (!walk.complete()) return seeOther(to(service, instead(walk)))
  return html(
    pages.check({
      around: around(visit, service, walk.form.shape === 'tasks' ? to(service, 'tasks') : undefined),
      sections: summaryOf(walk),
      to: (key) => toChange(service, key),
      next: to(service, advised(visit) ? advice : 'declaration'),
    }),
  )
}

// Not before answers that were asked for again: the officer has the case, and sees what they change.
const advised = ({ service, draft }: DraftVisit): boolean => service.advice !== undefined && draft.reopens === undefined

export const showDeclaration = (visit: DraftVisit): Answer => {
  return visit.walk.complete() ? declarationReply(visit, []) : seeOther(to(visit.service, instead(visit.walk)))
}

const declarationReply = (visit: DraftVisit, problems: readonly Problem[]): Reply =>
  html(
    pages.declaration({
      around: around(visit, visit.service, to(visit.service, advised(visit) ? advice : check)),
      declaration: declarationFor(visit),
      problems,
      action: to(visit.service, 'declaration'),
    }),
  )

const declarationFor = ({ walk, draft }: DraftVisit): Declaration => {
  const declaration = declarationOf(walk)
  if (draft.reopens === undefined) return declaration
  return { ...declaration, title: 'Now send your answers', button: 'Agree and send answers' }
}

export const send = async (visit: DraftVisit): Promise<Answer> => {
  const { counter, service, draft } = visit
  if (one(visit.request.posted, 'agree') !== 'yes')
    return declarationReply(visit, [{ field: 'agree', words: 'Select that you agree before you send' }])
  const sendIt = draft.reopens === undefined ? submitApplication : sendAnswers
  const sent = await sendIt(counter, service, draft)
  if (sent.ok) return seeOther(to(service, 'confirmation'))
  if (typeof sent.error === 'object') return toBooking(visit, sent.error)
  switch (sent.error) {
    case 'not-complete':
      return seeOther(to(service, instead(visit.walk)))
    case 'time-taken':
      return seeOther(to(service, `${slotPage(visit)}?taken=1`))
    case 'changed-elsewhere':
      return problemReply(counter, visit.request, 409)
    case 'unknown':
      // Nobody knows yet whether it was stored: the confirmation page reads the draft and says what is true.
      return withRetry(seeOther(to(service, 'confirmation')))
  }
}

// To the one they have, once they have proved the number it was booked with: whoever typed it may be somebody else.
const toBooking = ({ counter, session }: DraftVisit, { reference, phone }: AlreadyBooked): Reply =>
  session.owner === counter.keys.hash('phone', phone)
    ? seeOther(`/appointments/${reference}?already=1`)
    : seeOther(`${paths.comeBack}?booked=1`)

const slotPage = ({ service, walk }: DraftVisit): string =>
  service.form.sections
    .flatMap((section) => walk.steps(section))
    .find((step) => step.is === 'page' && step.page.does === 'slot-day')?.key ?? instead(walk)

// Only what is stored is confirmed: without a case reference on the draft there is no confirmation.
export const showConfirmation = async (visit: DraftVisit): Promise<Answer> => {
  const { counter, service, draft } = visit
  if (draft.caseReference === undefined) return seeOther(to(service, instead(visit.walk)))
  const subject = await counter.cases.get(draft.caseReference)
  if (subject === undefined) return problemReply(counter, visit.request, 503)
  if (draft.reopens !== undefined) return answeredReply(visit, subject)
  return isWaiting(subject) ? waitingReply(visit, subject) : sentReply(visit, subject)
}

const answeredReply = (visit: DraftVisit, { reference, state }: Case): Reply =>
  html(
    pages.confirmation({
      around: around(visit, visit.service),
      title: 'Answers sent',
      reference,
      next: [visit.service.workflow.states[state]?.forApplicant ?? ''],
      links: [{ href: `${paths.mine}/${reference}`, text: 'See where it is' }],
    }),
  )

const waitingReply = (visit: DraftVisit, subject: Case): Reply =>
  html(
    pages.confirmation({
      around: around(visit, visit.service),
      title: 'You are on the waiting list',
      reference: subject.reference,
      next: [
        `When a time that suits you comes free, we will text you a link. You have ${waitingRules.offerMinutes} minutes to take the time.`,
        'We send these texts from 8am to 9pm, not on Sundays or bank holidays.',
      ],
      textTo: inGroups(subject.applicant.phone ?? ''),
      details: visit.service.shown?.(subject) ?? [],
      links: [{ href: `/appointments/${subject.reference}`, text: 'See or leave the waiting list' }],
    }),
  )

const sentReply = (visit: DraftVisit, subject: Case): Reply => {
  const { service } = visit
  const { phone, mayText } = subject.applicant
  return html(
    pages.confirmation({
      around: around(visit, service),
      title: service.noun === 'appointment' ? 'Appointment booked' : 'Application sent',
      reference: subject.reference,
      next: service.start.whatHappensNext,
      ...(phone !== undefined && mayText ? { textTo: inGroups(phone) } : {}),
      ...(service.documents === undefined ? {} : { documents: service.documents(visit.walk.answers) }),
      ...(service.shown === undefined ? {} : { details: service.shown(subject) }),
      links:
        service.noun === 'appointment'
          ? [
              { href: `/appointments/${subject.reference}/calendar.ics`, text: 'Add to your calendar' },
              { href: `/appointments/${subject.reference}`, text: 'View or cancel this appointment' },
            ]
          : [],
    }),
  )
}
