// Task list, check your answers, the declaration, sending, and the confirmation.

import type { Case } from '#domain/cases/case.ts'
import { capital } from '#domain/first-letter.ts'
import type { OwnAccord } from '#domain/forms/answered/draft.ts'
import { stepThat } from '#domain/forms/answered/journey.ts'
import { declarationOf, type RecordSection, summaryOf } from '#domain/forms/answered/record.ts'
import { taskGroups } from '#domain/forms/answered/tasks.ts'
import type { Declaration } from '#domain/forms/form.ts'
import { one, type Problem } from '#domain/forms/kind.ts'
import { offerMinutes } from '#domain/slots/booking.ts'
import { wayTo } from '#domain/texts/channel.ts'
import { shownOf } from '#services/service.ts'
import type { Sender } from '#usecases/answering/sender.ts'
import { submitApplication } from '#usecases/answering/submit-application.ts'
import type { AlreadyBooked, ByPhone } from '#usecases/booking/in-the-way.ts'
import { sendAnswers } from '#usecases/casework/send-answers.ts'
import { html, type Reply, seeOther, withRetry } from '#web/http.ts'
import { masked, maskedEmail, phoneEnding } from '#web/show/citizen/masked.ts'
import { pages } from '#web/show/citizen/pages.ts'
import { paths } from '#web/show/site.ts'
import { sitesIn } from '#web/show/site-pictures.ts'
import { mayText } from '../coming-back/may-text.ts'
import { typedBy } from '../coming-back/tie.ts'
import { whom } from '../help-said.ts'
import { isOwn, whatChangesPath, whatChangesReply } from '../own/what-changes.ts'
import { helpersPage } from '../own/who-helps.ts'
import { isOnList } from '../own-booking.ts'
import { problemReply } from '../problem.ts'
import { type Answer, around, type DraftVisit, markOf, to, toChange } from '../visit.ts'
import { adviceKey, check, instead } from '../where.ts'
import { withoutAlone } from './alone.ts'

export const showTasks = (visit: DraftVisit): Answer => {
  const { service, walk, draft } = visit
  if (walk.form.shape === 'straight') return seeOther(to(service, instead(walk)))
  if (onlySees(visit)) return seeOther(to(service, check))
  return html(
    pages.tasks({
      around: around(visit, service),
      title: service.name,
      groups: taskGroups(walk),
      to: (key) => to(service, key),
      send: { ready: walk.complete(), href: to(service, check) },
      reference: draft.reference,
      ...(visit.helper === undefined ? { saveHref: to(service, 'save'), helpHref: to(service, helpersPage) } : {}),
    }),
  )
}

const onlySees = ({ helper }: DraftVisit): boolean => helper?.may === 'see'

export const showCheck = (visit: DraftVisit): Answer => {
  const { service, walk, draft } = visit
  if (onlySees(visit))
    return html(pages.check({ around: around(visit, service), sections: answeredIn(shownTo(visit)) }))
  if (!walk.complete()) return seeOther(to(service, instead(walk)))
  return html(
    pages.check({
      around: around(visit, service, walk.form.shape === 'tasks' ? to(service, 'tasks') : undefined),
      sections: draft.reopens === undefined ? shownTo(visit) : masked(summaryOf(walk), Object.keys(draft.pages)),
      to: (key) => toChange(service, key),
      next: to(service, nextOf(visit)),
    }),
  )
}

const shownTo = ({ service, walk, helper }: DraftVisit) =>
  helper === undefined ? summaryOf(walk) : withoutAlone(service, summaryOf(walk))

const answeredIn = (sections: readonly RecordSection[]): readonly RecordSection[] =>
  sections
    .map((section) => ({
      ...section,
      parts: section.parts.map((part) => ({ ...part, entries: part.entries.filter(({ lines }) => lines.length > 0) })),
    }))
    .filter(({ parts }) => parts.some(({ entries }) => entries.length > 0))

const nextOf = (visit: DraftVisit): string => {
  if (isOwn(visit.draft)) return whatChangesPath
  return advised(visit) ? adviceKey : 'declaration'
}

// Not before answers that were asked for again: the officer has the case, and sees what they change.
const advised = ({ service, draft, walk, helper }: DraftVisit): boolean =>
  service.advice !== undefined &&
  draft.reopens === undefined &&
  (helper === undefined || service.sensitive?.(walk.answers) !== true)

export const showDeclaration = (visit: DraftVisit): Answer => {
  if (isOwn(visit.draft)) return seeOther(to(visit.service, whatChangesPath))
  return visit.walk.complete() ? declarationReply(visit, []) : seeOther(to(visit.service, instead(visit.walk)))
}

const declarationReply = (visit: DraftVisit, problems: readonly Problem[]): Reply =>
  html(
    pages.declaration({
      around: around(visit, visit.service, to(visit.service, advised(visit) ? adviceKey : check)),
      declaration: declarationFor(visit),
      problems,
      action: to(visit.service, 'declaration'),
    }),
  )

const declarationFor = ({ walk, draft, service, helper }: DraftVisit): Declaration => {
  const declaration = declarationOf(walk)
  if (helper !== undefined) return sentFor(declaration, whom(service, walk))
  if (draft.reopens === undefined) return declaration
  return { ...declaration, title: 'Now send your answers', button: 'Agree and send answers' }
}

const sentFor = (declaration: Declaration, name: string): Declaration => ({
  ...declaration,
  title: `Send this for ${name}`,
  agree: `${name} has read this, or I read it to them. They agree, and they asked me to send it`,
})

export const send = async (visit: DraftVisit): Promise<Answer> => {
  const { counter, service, draft } = visit
  const problems = notAgreed(visit)
  if (problems.length > 0) return isOwn(draft) ? whatChangesReply(visit, problems) : declarationReply(visit, problems)
  const sent =
    draft.reopens === undefined
      ? await submitApplication(counter, service, draft, await senderOf(visit))
      : await sendAnswers(counter, service, draft)
  if (sent.ok) return seeOther(to(service, 'confirmation'))
  if (typeof sent.error === 'object') return refusedReply(visit, sent.error)
  switch (sent.error) {
    case 'not-complete':
      return seeOther(to(service, instead(visit.walk)))
    case 'time-taken':
      return seeOther(to(service, `${stepThat(visit.walk, 'slot-day')?.key ?? instead(visit.walk)}?taken=1`))
    case 'changed-elsewhere':
      return problemReply(counter, visit.request, 409)
    case 'unknown':
      // Nobody knows yet whether it was stored: the confirmation page reads the draft and says what is true.
      return withRetry(seeOther(to(service, 'confirmation')))
  }
}

// Nothing that they typed is lost: whoever they call sees what they can book.
const refusedReply = (visit: DraftVisit, refused: AlreadyBooked | ByPhone): Answer =>
  refused.is === 'already-booked'
    ? seeOther(`/appointments/${refused.reference}?already=1`)
    : html(
        pages.byPhone({
          ...{ around: around(visit, visit.service), missed: refused.missed, phone: visit.service.start.phone },
          mine: paths.mine,
        }),
      )

// Documents and ways to be reached are no statement that somebody has to vouch for.
const notAgreed = ({ request, draft }: DraftVisit): readonly Problem[] => {
  const { own } = draft.reopens ?? {}
  if ((own !== undefined && own !== 'take-change') || one(request.posted, 'agree') === 'yes') return []
  return [{ field: 'agree', words: 'Select that you agree before you send' }]
}

const senderOf = async (visit: DraftVisit): Promise<Sender> => {
  const { phone, mayText: isSafe } = visit.service.applicant(visit.walk.answers)
  if (phone !== undefined && visit.helper === undefined && typedBy(visit, phone) === 'owner') return { is: 'owner' }
  // Pressed twice it is texted once.
  const texts = phone !== undefined && isSafe && visit.draft.caseReference === undefined && visit.walk.complete()
  const { helper } = visit
  const tooMany = texts && !(await mayText(visit))
  return { is: 'browser', mark: markOf(visit), tooMany, ...(helper === undefined ? {} : { helper }) }
}

// Only what is stored is confirmed: without a case reference on the draft there is no confirmation.
export const showConfirmation = async (visit: DraftVisit): Promise<Answer> => {
  const { counter, service, draft } = visit
  if (draft.caseReference === undefined) return seeOther(to(service, instead(visit.walk)))
  const subject = await counter.cases.get(draft.caseReference)
  if (subject === undefined) return problemReply(counter, visit.request, 503)
  if (draft.reopens !== undefined) return answeredReply(visit, subject)
  return isOnList(subject) ? waitingReply(visit, subject) : sentReply(visit, subject)
}

const answeredReply = (visit: DraftVisit, { reference, state }: Case): Reply =>
  html(
    pages.confirmation({
      around: around(visit, visit.service),
      title: visit.draft.reopens?.own === undefined ? 'Answers sent' : sentTitles[visit.draft.reopens.own],
      reference,
      next: [visit.service.workflow.states[state]?.forApplicant ?? ''],
      links: [{ href: `${paths.mine}/${reference}`, text: 'See where it is' }],
    }),
  )

const sentTitles: Readonly<Record<OwnAccord, string>> = {
  'take-documents': 'Documents sent',
  'take-change': 'Your change is sent',
  'take-contact': 'Your contact details are changed',
}

const waitingReply = (visit: DraftVisit, subject: Case): Reply =>
  html(
    pages.confirmation({
      around: around(visit, visit.service),
      ...{ title: 'You are on the waiting list', end: 'listed' },
      reference: subject.reference,
      next: [
        `When a time that suits you comes free, we will text you a link. You have ${offerMinutes(visit.service.booking)} minutes to take the time.`,
        'We send these texts from 8am to 9pm, not on Sundays or bank holidays.',
      ],
      textTo: ending(subject.applicant.phone ?? ''),
      details: shownOf(visit.service, subject),
      links: [{ href: `/appointments/${subject.reference}`, text: 'See or leave the waiting list' }, phrase(visit)],
    }),
  )

const phrase = ({ service }: DraftVisit) => ({
  href: to(service, 'recovery-phrase'),
  text: 'Get a recovery phrase, to come back without a phone',
})

// What was sent is not shown whole again: somebody else may see the screen after them.
const ending = (phone: string): string => `your ${phoneEnding(phone)}`

const sentReply = (visit: DraftVisit, subject: Case): Reply => {
  const { service } = visit
  const { phone, mayText } = subject.applicant
  const way = wayTo(subject.applicant, service.texts.confirmation ?? {})
  return html(
    pages.confirmation({
      ...{ around: around(visit, service), end: 'sent' },
      title: service.booking === undefined ? `${capital(service.noun)} sent` : `${capital(service.noun)} booked`,
      reference: subject.reference,
      next: service.start.whatHappensNext,
      urgent: visit.helper === undefined ? (service.urgent?.(visit.walk.answers) ?? []) : [],
      ...(phone !== undefined && mayText ? { textTo: ending(phone) } : {}),
      ...(way?.channel === 'email' ? { emailTo: maskedEmail(way.to) } : {}),
      ...(service.documents === undefined ? {} : { documents: service.documents(visit.walk.answers) }),
      details: shownOf(service, subject),
      sites: sitesIn(subject.record.sections),
      links:
        visit.helper !== undefined
          ? []
          : service.booking !== undefined
            ? [
                { href: `/appointments/${subject.reference}/calendar.ics`, text: 'Add to your calendar' },
                { href: `/appointments/${subject.reference}`, text: 'View or cancel this appointment' },
                phrase(visit),
              ]
            : [phrase(visit)],
    }),
  )
}
