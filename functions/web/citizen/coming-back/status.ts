// Where a case stands, for the person who sent it: state, history in plain words, what is asked of them.
import { isForApplicant } from '#domain/cases/assignment.ts'
import type { Case, CaseEvent } from '#domain/cases/case.ts'
import { outcomeNow, rightInWords } from '#domain/cases/outcome.ts'
import { actorName, waitingIn } from '#domain/cases/workflow.ts'
import { inWords } from '#domain/day.ts'
import { type Service, shownOf } from '#services/service.ts'
import type { Yours } from '#usecases/ports/access.ts'
import type { StoredFile, WholeCase } from '#usecases/ports/stores.ts'
import { html, seeOther } from '#web/http.ts'
import { pages } from '#web/show/citizen/pages.ts'
import { stillWanted } from '#web/show/evidence.ts'
import { paths, telephone } from '#web/show/site.ts'
import { moment } from '#web/show/when.ts'
import { at, isWaiting, mayChange } from '../own-booking.ts'
import { problemReply } from '../problem.ts'
import { type Answer, around, type Visit } from '../visit.ts'
import { asksBirthDate, birthDatePath } from './birth-date.ts'
import { stateOf } from './mine.ts'
import { yoursOf } from './yours.ts'

export const showStatus = async (visit: Visit): Promise<Answer> => {
  const reference = visit.request.pathValues.reference ?? ''
  const yours = await yoursOf(visit)
  const listed = yours.cases.find((one) => one.reference === reference)
  const service = visit.counter.services.find(({ id }) => id === listed?.service)
  if (service !== undefined && listed !== undefined && (await asksBirthDate(visit, service, listed)))
    return seeOther(birthDatePath(reference))
  const whole = service === undefined ? undefined : await visit.counter.cases.whole(reference)
  if (service === undefined || whole === undefined) return problemReply(visit.counter, visit.request, 404)
  return html(statusHtml(visit, { service, whole, yours }))
}

type Shown = { readonly service: Service; readonly whole: WholeCase; readonly yours: Yours }

const statusHtml = (visit: Visit, { service, whole, yours }: Shown): string => {
  const { subject } = whole
  const state = service.workflow.states[subject.state]
  return pages.status({
    around: around(visit, undefined, paths.mine),
    title: service.name,
    reference: subject.reference,
    state: stateOf(visit.counter.services, service.id, subject.state),
    words: [state?.forApplicant ?? '', ...decisionOf(service, whole)],
    history: whole.events.filter(isForApplicant).map((event) => ({
      when: moment(event.at),
      words: `${byWhom(event)} ${event.words}`,
    })),
    next: state?.open === true && !isWaiting(subject) ? service.start.whatHappensNext : [],
    links: linksOn(visit, service, subject),
    files: whole.files.map(fileLine),
    wanted: state?.open === true ? stillWanted(subject) : [],
    details: shownOf(service, subject),
    ...askedOf(visit, { service, whole, yours }),
  })
}

// Where an appointment is changed, or a place on the waiting list given up.
const linksOn = (visit: Visit, service: Service, subject: Case) => {
  const href = at(subject.reference)
  if (mayChange(visit, service, subject)) return [{ href, text: 'Change or cancel the appointment' }]
  if (!isWaiting(subject)) return []
  if (!waitingIn(service.workflow).includes(subject.state)) return []
  return subject.state === service.workflow.waits
    ? [{ href, text: 'See or leave the waiting list' }]
    : [{ href, text: 'See the time that we can offer you' }]
}

// The decision that it stands on, with its reasons and what can be done about it.
const decisionOf = (service: Service, whole: WholeCase): readonly string[] => {
  const { subject } = whole
  const outcome = outcomeNow(subject)
  if (outcome?.state !== subject.state) return reasonsFor(service, whole)
  return [...outcome.reasons, ...(outcome.right === undefined ? [] : rightInWords(outcome.right))]
}

// Whoever is decided against is told why; what only we do with it is ours.
const reasonsFor = ({ workflow }: Service, { events }: WholeCase): readonly string[] => {
  const actionOf = (event: CaseEvent | undefined) => workflow.actions.find(({ id }) => id === event?.action)
  const last = events.findLast((event) => actionOf(event) !== undefined)
  const needs = Object.values(actionOf(last)?.needs ?? {})
  const ours = needs.filter(({ kind }) => kind === 'yes-no').map(({ label }) => label)
  const told = (last?.details ?? []).filter(({ question }) => !ours.includes(question))
  return actionOf(last)?.adverse === true ? told.map(({ lines }) => lines.join(' ')) : []
}

// What the program does by itself is the council's doing.
const byWhom = ({ by, byId }: CaseEvent): string =>
  byId === undefined && by !== actorName({ is: 'system' }) ? 'You' : 'The council'

// "Location plan: plan.pdf, being checked"
const fileLine = ({ label, name, verdict, reason }: StoredFile): string => {
  const state = { clean: '', checking: ', being checked', refused: `, not accepted. ${reason ?? ''}` }[verdict]
  return `${label === '' ? '' : `${label}: `}${name}${state}`
}

const askedOf = ({ counter }: Visit, { service, whole, yours }: Shown) => {
  const { asked } = whole.subject
  if (asked === undefined) return {}
  const open = yours.drafts.find(({ id, expiresAt }) => id === asked.draftId && expiresAt >= counter.clock.now())
  const href = open === undefined ? {} : { href: `${paths.mine}/continue/${open.reference}` }
  return { asked: { message: asked.message, by: inWords(asked.by), phone: telephone(service.start.phone), ...href } }
}

export const moreTime = (visit: Visit): Answer =>
  html(pages.moreTime({ around: around(visit), cancelHref: paths.home }))

// Any request refreshes the session; this one exists to be pressed.
export const stay = (visit: Visit): Answer => seeOther(lastPlace(visit))

const lastPlace = (visit: Visit): string => {
  const service = Object.keys(visit.session.drafts)[0]
  return service === undefined ? paths.home : `/${service}/tasks`
}

export const sessionTaken = (visit: Visit): Answer => html(pages.sessionTaken(around(visit)))

export const sessionEnded = (visit: Visit): Answer => html(pages.sessionEnded(around(visit)))
