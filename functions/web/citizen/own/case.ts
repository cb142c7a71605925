// The page of one case, for whoever sent it: where it stands and why, what is next, what they can do, what they sent, what was said.
import { isForApplicant } from '#domain/cases/assignment.ts'
import type { Case, CaseEvent } from '#domain/cases/case.ts'
import { messageAction } from '#domain/cases/message.ts'
import { outcomeNow } from '#domain/cases/outcome.ts'
import { type Action, actorName, isFor, mayTake, waitingStates } from '#domain/cases/workflow.ts'
import { type Day, inWords } from '#domain/day.ts'
import type { OwnAccord } from '#domain/forms/answered/draft.ts'
import { londonDay } from '#domain/london.ts'
import { pageNumberIn, pageOf, theirThread } from '#domain/texts/thread.ts'
import { standOf } from '#services/for-resident.ts'
import { type Service, shownOf } from '#services/service.ts'
import { takesOwn } from '#usecases/casework/own-accord.ts'
import type { WholeCase } from '#usecases/ports/stores.ts'
import { settledAction } from '#usecases/team/settle-change.ts'
import { html, type Reply } from '#web/http.ts'
import { noticeLinks } from '#web/notice.ts'
import { decisionShown } from '#web/show/citizen/decision.ts'
import { messageShown } from '#web/show/citizen/messages.ts'
import { ownDocuments } from '#web/show/citizen/own-documents.ts'
import { pages } from '#web/show/citizen/pages.ts'
import { aboutIt, standingOf } from '#web/show/citizen/standing.ts'
import { onOneLine } from '#web/show/controls/entered.ts'
import { paths, telephone } from '#web/show/site.ts'
import { moment } from '#web/show/when.ts'
import { isOnList, mayChangeOwn, ownBookingAt } from '../own-booking.ts'
import { aroundOwn, ownPath, type SentVisit } from './own-case.ts'
import { waysBackPage } from './ways-back.ts'
import { helpersPage } from './who-helps.ts'

export const showOwnCase = (visit: SentVisit): Reply => {
  const { service, whole } = visit
  const { subject } = whole
  const today = todayOf(visit)
  const state = service.workflow.states[subject.state]
  return html(
    pages.status({
      around: aroundOwn(visit, paths.mine),
      title: service.forResident.yours,
      reference: subject.reference,
      about: aboutIt(service, subject),
      ...standingOf(service, subject, today),
      words: [state?.forApplicant ?? '', ...reasonsFor(service, whole)],
      history: whole.events.filter(isTold).map((event) => ({
        when: moment(event.at),
        words: `${byWhom(event)} ${event.words}`,
      })),
      after: state?.open === true && !isOnList(subject) ? service.start.whatHappensNext : [],
      links: [...noticesOn(visit), ...linksOn(visit), ...ownLinks(visit)],
      copies: copiesOn(subject.reference),
      told: toldRows(whole.events),
      ...decisionOn(visit),
      ...documentsOn(visit),
      ...messagesOn(visit),
      ...askedOf(visit),
    }),
  )
}

// What became of what they told last, as far as an officer has looked.
const toldRows = (events: readonly CaseEvent[]) => {
  const last = events.findLast(({ action }) => action === settledAction)
  return (last?.details ?? []).map(({ question, lines }) => ({ question: onOneLine(question), lines }))
}

export const todayOf = ({ counter }: Pick<SentVisit, 'counter'>): Day => londonDay(counter.clock.now())

const isTold = (event: CaseEvent): boolean => isForApplicant(event) && event.action !== messageAction

// Nothing more can be sent about what is over.
export const caseIsOver = ({ service, whole }: SentVisit): boolean =>
  standOf(service.forResident, whole.subject.state).over === true

export const mayOwn = ({ service, whole, ...visit }: SentVisit, own: OwnAccord): boolean =>
  takesOwn(service.workflow, whole.subject, own, todayOf(visit)) !== undefined

// The newest first: it is the one that counts.
const noticesOn = ({ whole: { subject } }: SentVisit) =>
  (subject.outcomes ?? []).toReversed().flatMap((outcome) => noticeLinks(outcome, ownPath(subject.reference)))

// Where an appointment is changed, or a place on the waiting list given up.
const linksOn = (visit: SentVisit) => {
  const { service, whole } = visit
  const { subject } = whole
  const href = ownBookingAt(subject.reference)
  if (mayChangeOwn(visit, service, subject)) return [{ href, text: 'Change or cancel the appointment' }]
  if (!isOnList(subject) || !waitingStates(service.workflow).includes(subject.state)) return []
  return subject.state === service.workflow.waits
    ? [{ href, text: 'See or leave the waiting list' }]
    : [{ href, text: 'See the time that we can offer you' }]
}

// What this case takes from its applicant as it stands, and nothing else.
const ownLinks = (visit: SentVisit) => {
  const { service, whole } = visit
  const to = (page: string) => ownPath(whole.subject.reference, page)
  const { changes, contact, copies } = service.forResident
  return [
    ...(changes !== undefined && mayOwn(visit, 'take-change')
      ? [{ href: to('change'), text: 'Tell us that something has changed' }]
      : []),
    ...(contact !== undefined && mayOwn(visit, 'take-contact')
      ? [{ href: to('contact'), text: 'Change how we contact you' }]
      : []),
    ...(caseIsOver(visit) ? [] : [{ href: to(helpersPage), text: 'See who helps you, or let somebody help' }]),
    ...(copies === undefined ? [] : [{ href: to('again'), text: 'Start another with the same details' }]),
    { href: to(waysBackPage), text: 'See how you can come back to this' },
    ...deedsOn(visit).map(({ id, words }) => ({ href: to(`do/${id}`), text: words.link })),
  ]
}

export const deedsOn = ({ service, whole, ...visit }: SentVisit) =>
  Object.entries(service.forResident.deeds ?? {}).flatMap(([id, words]) => {
    const action = service.workflow.actions.find((one) => one.id === id)
    const may =
      action !== undefined && isFor(action, whole.subject, todayOf(visit)) && mayTake(action, { is: 'applicant' })
    return may ? [{ id, words, action }] : []
  })

const copiesOn = (reference: string) => [
  { href: ownPath(reference, 'answers'), text: 'See, print or keep all your answers' },
  { href: ownPath(reference, 'my-data'), text: 'See or keep all that we hold about it' },
]

// What was decided last and still stands says what the service would show of the case beside it.
const decisionOn = ({ service, whole: { subject } }: SentVisit) => {
  const outcome = outcomeNow(subject)
  return outcome === undefined
    ? { details: shownOf(service, subject) }
    : { decision: decisionShown(outcome, outcome.state === subject.state) }
}

const documentsOn = (visit: SentVisit) => {
  const { service, whole } = visit
  const may = service.forResident.documents !== undefined && mayOwn(visit, 'take-documents')
  return {
    documents: ownDocuments(whole, may ? ownPath(whole.subject.reference, 'documents') : undefined),
  }
}

const size = 12

const messagesOn = (visit: SentVisit) => {
  const { whole, request, counter } = visit
  const at = ownPath(whole.subject.reference)
  const all = theirThread(whole, counter.clock.now())
  const { rows, page, pages: last } = pageOf(all, pageNumberIn(request.query.messages?.[0]), size)
  return {
    messages: rows.map(messageShown),
    ...(page > 1 ? { newer: `${at}?messages=${page - 1}#messages` } : {}),
    ...(page < last ? { older: `${at}?messages=${page + 1}#messages` } : {}),
    ...(caseIsOver(visit) ? {} : { write: ownPath(whole.subject.reference, 'messages') }),
  }
}

// What staff wrote for them when they last did something. What decided the case stands in the decision.
const reasonsFor = ({ workflow }: Service, { events, subject }: WholeCase): readonly string[] => {
  const actionOf = (event: CaseEvent | undefined) => workflow.actions.find(({ id }) => id === event?.action)
  const last = events.findLast((event) => event.byId !== undefined && actionOf(event) !== undefined)
  const action = actionOf(last)
  if (action === undefined || standsElsewhere(action, last, subject)) return []
  const told = Object.values(action.needs ?? {}).flatMap(({ toldTo, label }) => (toldTo === undefined ? [] : [label]))
  return (last?.details ?? []).filter(({ question }) => told.includes(question)).map(({ lines }) => lines.join(' '))
}

// In the decision that it made; beside the document, or in the decision put right, where it changed no state and is not against them.
const standsElsewhere = ({ to, adverse }: Action, event: CaseEvent | undefined, subject: Case): boolean =>
  to === 'same' ? adverse !== true : outcomeNow(subject)?.state === event?.to

// What the program does by itself is the council's doing.
const byWhom = ({ by, byId }: CaseEvent): string =>
  byId === undefined && by !== actorName({ is: 'system' })
    ? by === actorName({ is: 'applicant' })
      ? 'You'
      : by
    : 'The council'

const askedOf = ({ counter, service, whole, yours }: SentVisit) => {
  const { asked } = whole.subject
  if (asked === undefined) return {}
  const open = yours.drafts.find(({ id, expiresAt }) => id === asked.draftId && expiresAt >= counter.clock.now())
  const href = open === undefined ? {} : { href: `${paths.mine}/continue/${open.reference}` }
  return { asked: { message: asked.message, by: inWords(asked.by), phone: telephone(service.start.phone), ...href } }
}
