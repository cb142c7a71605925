// The six pages of one case. Each is of the same case with the same strip; none shows what another has.

import { can } from '#domain/cases/access.ts'
import type { Case } from '#domain/cases/case.ts'
import { historyIn } from '#domain/cases/desk/hands.ts'
import { nextStep } from '#domain/cases/steps/next-step.ts'
import { actionsFor, isRuledOut } from '#domain/cases/workflow.ts'
import { askedAs } from '#domain/forms/asked-as.ts'
import { one } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { pageNumberIn } from '#domain/texts/thread.ts'
import { mayBundle } from '#usecases/copies/bundle.ts'
import { mayChange } from '#usecases/team/change-for-caller.ts'
import { mayContact } from '#usecases/team/contact-for-caller.ts'
import { maySettle } from '#usecases/team/settle-change.ts'
import { BadRequest, html, type Reply } from '#web/http.ts'
import { type AnswersPage, isMaskedField } from '#web/show/staff/case/answers-page.ts'
import { type CaseFrame, type CasePart, caseParts } from '#web/show/staff/case/frame.ts'
import { fillsAPage, historyKinds } from '#web/show/staff/case/history-page.ts'
import { staffPages } from '#web/show/staff/pages.ts'
import { afterIn, lastListIn } from '../last-list.ts'
import { record } from '../serve.ts'
import { around, type CaseVisit, isOpen, wholeIn } from '../visit.ts'
import { shownBy } from '../worklist.ts'
import { type Other, othersSeen } from './same-person.ts'

type Show = (visit: CaseVisit) => Promise<Reply>

// With a note, or an answer to the applicant, that could not be taken, as its session had run out.
export const showSummary: Show = (visit) =>
  partReply(visit, 'summary', visit.kept && { note: { typed: visit.kept.typed.note?.[0] ?? '', problems: [] } })
export const showTasks: Show = (visit) => partReply(visit, 'tasks')
export const showAnswers: Show = (visit) => partReply(visit, 'answers')
// One answer whole, on this page alone: the next look at it masks it again. It is on record before it is shown.
export const takeShow: Show = async (visit) => {
  const { posted } = visit.request
  const { subject } = visit.whole
  const field = one(posted, 'field')
  const maySeeSensitive = can(visit.user, 'see-sensitive', { subject })
  const today = londonDay(visit.desk.clock.now())
  if (!isMaskedField(subject, field, { maySeeSensitive, today })) throw new BadRequest(404)
  await record(visit, 'show-field', true, field)
  const at = { of: one(posted, 'of'), item: one(posted, 'item') }
  return partReply(visit, partNamed(one(posted, 'part')), { shown: field, ...at })
}
export const showDocuments: Show = (visit) => partReply(visit, 'documents')
export const showMessages: Show = (visit) =>
  partReply(visit, 'messages', visit.kept && { reply: { typed: visit.kept.typed.message?.[0] ?? '', problems: [] } })
export const showHistory: Show = (visit) => partReply(visit, 'history')

export const partReply = async (
  visit: CaseVisit,
  part: CasePart,
  typed: Pick<CaseFrame, 'note' | 'reply' | 'shown'> & Pick<AnswersPage, 'of' | 'item'> = {},
): Promise<Reply> => {
  const seen = readsAll(visit, part) ? await withHistory(visit) : visit
  const others = await othersSeen(seen)
  return html(partOf(seen, part, { ...frameOf(seen, others), ...typed }, others))
}

// What was said is spread over the history. Of that itself a page shows the last, which may be there.
const readsAll = (visit: CaseVisit, part: CasePart): boolean => {
  if (part === 'messages') return true
  const { kind, page } = historyAsked(visit)
  return part === 'history' && (kind !== 'all' || page > 1 || !fillsAPage(visit.whole))
}

const withHistory = async (visit: CaseVisit): Promise<CaseVisit> => {
  const { events, ...parts } = await wholeIn(visit)
  return { ...visit, whole: { ...parts, ...historyIn(events) } }
}

// An address that names no part of a case gets its summary.
export const partNamed = (typed: string): CasePart => caseParts.find(({ id }) => id === typed)?.id ?? 'summary'

const partOf = (visit: CaseVisit, part: CasePart, frame: CaseFrame, others: readonly Other[]): string => {
  const { service, request } = visit
  switch (part) {
    case 'summary':
      return summaryOf(visit, frame, others)
    case 'tasks':
      return staffPages.caseTasks({ ...frame, asked: askedAs(service.form) })
    case 'answers':
      return staffPages.caseAnswers({ of: request.query.of?.[0] ?? '', item: request.query.item?.[0] ?? '', ...frame })
    case 'documents':
      return staffPages.caseDocuments(frame)
    case 'messages':
      return staffPages.caseMessages({ ...frame, page: pageNumberIn(request.query.page?.[0]) })
    case 'history':
      return staffPages.caseHistory({ ...frame, ...historyAsked(visit) })
  }
}

const summaryOf = (
  { desk, service, user, whole: { subject } }: CaseVisit,
  frame: CaseFrame,
  others: readonly Other[],
): string =>
  staffPages.case({
    ...frame,
    mayBundle: mayBundle(user, subject),
    others: others.map((one) => ({ ...one, state: shownBy(desk.services).stateOf(one.other) })),
    connectionAnswers: service.connectionAnswers ?? [],
    ...(service.standing === undefined ? {} : { standing: service.standing(subject, frame.today) }),
  })

const historyAsked = ({ request: { query } }: CaseVisit) => {
  const page = Number(query.page?.[0] ?? '1')
  return {
    kind: historyKinds.find((kind) => kind === query.kind?.[0]) ?? ('all' as const),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  }
}

const frameOf = (visit: CaseVisit, others: readonly Other[]): CaseFrame => {
  const { desk, whole, service, user } = visit
  const { subject } = whole
  const done = doneIn(visit)
  const list = lastListIn(visit.request)
  const after = afterIn(list, subject.reference)
  const now = desk.clock.now()
  return {
    around: around(visit, { back: { text: 'Back to the list', href: list?.at ?? '/cases' } }),
    ...(after === undefined ? {} : { after }),
    whole,
    serviceName: service.name,
    state: shownBy(desk.services).stateOf(subject),
    ...actionsIn(visit, { ...subject, ...(subject.sameAs && { sameAs: others.map(({ match }) => match) }) }),
    ...{ now, today: londonDay(now), contactAnswers: service.contactAnswers },
    maySeeSensitive: can(user, 'see-sensitive', { subject }),
    mayNote: can(user, 'note', { subject }),
    mayAudit: can(user, 'read-audit', { subject }),
    mayAssign: isOpen(visit) && can(user, 'assign', { subject }),
    mayStepAside: can(user, 'declare-interest', { subject }),
    mayContact: mayContact({ service, subject, user }, now),
    mayChange: mayChange({ service, subject, user }, now),
    ...{ maySettle: maySettle({ subject, user }), mayHold: can(user, 'hold', { subject }) },
    isMine: subject.assignee?.id === user.id,
    ...(service.facts === undefined ? {} : { facts: service.facts(subject) }),
    ...(done === undefined ? {} : { done }),
  }
}

// What this person can do now; and what somebody else must do, because of what this person did.
const actionsIn = (
  { desk, service, whole, user }: CaseVisit,
  subject: Case,
): Pick<CaseFrame, 'actions' | 'forOthers' | 'next'> => {
  const today = londonDay(desk.clock.now())
  const now = actionsFor(service.workflow, subject, user, today)
  const next = nextStep(service.workflow, subject, today)
  const all = now.filter((action) => can(user, 'act', { subject, action }))
  return {
    actions: all.filter((action) => !isRuledOut(action, user, subject, whole.hands)),
    forOthers: all.filter((action) => isRuledOut(action, user, subject, whole.hands)),
    ...(next === undefined ? {} : { next }),
  }
}

// The address names the event that was just made; only its own maker is told.
const doneIn = ({ request, whole, user }: CaseVisit): string | undefined => {
  const event = whole.lately.find(({ id }) => id === request.query.done?.[0])
  return event?.byId === user.id ? `You ${event.words}` : undefined
}
