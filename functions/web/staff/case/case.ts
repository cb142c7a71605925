// The page of one case.
import { can } from '#domain/cases/access.ts'
import type { Case } from '#domain/cases/case.ts'
import { actionsFor, isRuledOut } from '#domain/cases/workflow.ts'
import { askedAs } from '#domain/forms/asked-as.ts'
import { londonDay } from '#domain/london.ts'
import { html, type Reply } from '#web/http.ts'
import type { CasePage } from '#web/show/staff/case-page.ts'
import { staffPages } from '#web/show/staff/pages.ts'
import { around, type CaseVisit } from '../visit.ts'
import { shownBy } from '../worklist.ts'
import { othersSeen } from './same-person.ts'

export const showCase = (visit: CaseVisit): Promise<Reply> => caseReply(visit)

export const caseReply = async (visit: CaseVisit, typed: Pick<CasePage, 'note' | 'reply'> = {}): Promise<Reply> => {
  const { desk, whole, service, user } = visit
  const { subject } = whole
  const done = doneIn(visit)
  const others = await othersSeen(visit)
  const today = londonDay(desk.clock.now())
  return html(
    staffPages.case({
      around: around(visit, { back: { text: 'Back to the worklist', href: '/cases' } }),
      whole,
      serviceName: service.name,
      state: shownBy(desk.services).stateOf(subject),
      ...actionsIn(visit, { ...subject, ...(subject.sameAs && { sameAs: others.map(({ match }) => match) }) }),
      others: others.map((one) => ({ ...one, state: shownBy(desk.services).stateOf(one.other) })),
      today,
      now: desk.clock.now(),
      maySeeSensitive: can(user, 'see-sensitive', { subject }),
      mayNote: can(user, 'note', { subject }),
      mayAssign: isOpen(visit) && can(user, 'assign', { subject }),
      mayStepAside: can(user, 'declare-interest', { subject }),
      asked: askedAs(service.form),
      ...{ contactAnswers: service.contactAnswers, connectionAnswers: service.connectionAnswers ?? [] },
      ...(service.standing === undefined ? {} : { standing: service.standing(subject, today) }),
      ...typed,
      ...(done === undefined ? {} : { done }),
    }),
  )
}

export const isOpen = ({ service, whole }: CaseVisit): boolean =>
  service.workflow.states[whole.subject.state]?.open ?? false

// What this person can do now; and what somebody else must do, because of what this person did.
const actionsIn = (
  { desk, service, whole, user }: CaseVisit,
  subject: Case,
): Pick<CasePage, 'actions' | 'forOthers'> => {
  const { events } = whole
  const now = actionsFor(service.workflow, subject, user, londonDay(desk.clock.now()))
  const all = now.filter((action) => can(user, 'act', { subject, action }))
  return {
    actions: all.filter((action) => !isRuledOut(action, user, events)),
    forOthers: all.filter((action) => isRuledOut(action, user, events)),
  }
}

// The address names the event that was just made; only its own maker is told.
const doneIn = ({ request, whole, user }: CaseVisit): string | undefined => {
  const event = whole.events.find(({ id }) => id === request.query.done?.[0])
  return event?.byId === user.id ? `You ${event.words}` : undefined
}
