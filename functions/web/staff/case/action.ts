// An action of the workflow: a page with what it needs and the text that it sends, then done, or told why not.

import { can } from '#domain/cases/access.ts'
import type { Case } from '#domain/cases/case.ts'
import { otherWayInWords } from '#domain/cases/contact.ts'
import { type Action, actionAskedOf, isFor, isRuledOut, type Refusal } from '#domain/cases/workflow.ts'
import type { Day } from '#domain/day.ts'
import { answerLinesOf, keepFields, problemsOf } from '#domain/forms/fields/index.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { askable } from '#usecases/casework/ask-for-more.ts'
import { takeAction } from '#usecases/casework/take-action.ts'
import type { ChangeProblem } from '#usecases/ports/stores.ts'
import { textsFor } from '#usecases/texts/decide-text.ts'
import { BadRequest, html, type Reply, seeOther } from '#web/http.ts'
import { staffPages } from '#web/show/staff/pages.ts'
import type { Weighed } from '#web/show/staff/weighed.ts'
import { conflictReply } from '../conflict.ts'
import { sheetAskedFor } from '../front-desk/sheet-address.ts'
import { otherTimes } from '../front-desk/times.ts'
import { versionOf } from '../kept.ts'
import { around, backToCase, type CaseVisit, caseAt, wholeIn } from '../visit.ts'
import { seenBy } from './same-person.ts'

export const showAction = async (visit: CaseVisit): Promise<Reply> => {
  const subject = await seenBy(visit)
  const action = actionIn(visit, subject)
  const { hands } = visit.whole
  const kept = visit.kept && {
    typed: keepFields(visit.kept.typed, action.needs ?? {}),
    version: versionOf(visit.kept, 0),
  }
  if (!isFor(action, subject, todayOf(visit)) || isRuledOut(action, visit.user, subject, hands))
    return kept === undefined ? seeOther(caseAt(subject.reference)) : typedAside(visit, action, kept)
  const begins = { ...startsFrom(action, subject), ...documentIn(visit, action) }
  return actionReply(visit, action, kept?.typed ?? begins, [])
}

// From the page of that document.
const documentIn = ({ request: { query } }: CaseVisit, { needs }: Action): Typed =>
  query.documents?.[0] === undefined || needs?.documents === undefined ? {} : { documents: query.documents.slice(0, 1) }

// What somebody proposed, or else the rules.
const startsFrom = (action: Action, subject: Case): Typed => {
  const { proposes } = subject.assessment ?? {}
  return action.starts?.(subject) ?? (proposes?.action === action.id ? proposes.typed : {})
}

export const takeActionPost = async (visit: CaseVisit): Promise<Reply> => {
  const { desk, request, service, whole, user } = visit
  const action = actionIn(visit, await seenBy(visit))
  const typed = keepFields(request.posted, action.needs ?? {})
  const version = Number(one(request.posted, 'version'))
  const asksOfCase = action.asks !== undefined && version === whole.subject.version
  const unknown = asksOfCase ? problemsIn(visit, action, typed) : []
  if (unknown.length > 0) return actionReply(visit, action, typed, unknown)
  const done = await takeAction(desk, { service, whole, action, typed, user, version })
  if (!done.ok) return refusedReply(visit, action, { typed, version }, done.error)
  const sheet = sheetAskedFor(request)
  if (sheet !== undefined) return seeOther(`${sheet}?done=${whole.subject.reference}`)
  const now = await desk.cases.opened(whole.subject.reference)
  return seeOther(`${caseAt(whole.subject.reference)}?done=${now?.lately.at(-1)?.id ?? ''}`)
}

// What names other things of the case is asked of those that this person sees.
const problemsIn = (visit: CaseVisit, { needs = {} }: Action, typed: Typed): readonly Problem[] =>
  Object.entries(needs).flatMap(([id, question]) => problemsOf(typed, id, question, todayOf(visit)))

// `seen`: the case as this person sees it.
const actionIn = (visit: CaseVisit, seen: Case): Action => {
  const { request, service } = visit
  const action = service.workflow.actions.find(({ id }) => id === request.pathValues.action)
  if (action === undefined) throw new BadRequest(404)
  return actionAskedOf(action, seen, todayOf(visit))
}

const todayOf = ({ desk }: CaseVisit): Day => londonDay(desk.clock.now())

// Whoever came from the list of a day goes back to it.
const sheetOf = ({ request }: CaseVisit) => {
  const sheet = sheetAskedFor(request)
  return sheet === undefined ? {} : { sheet }
}

type Sent = { readonly typed: Typed; readonly version: number }

const refusedReply = (
  visit: CaseVisit,
  action: Action,
  { typed, version }: Sent,
  why: Refusal | ChangeProblem,
): Promise<Reply> | Reply => {
  if (typeof why !== 'string' && why.is === 'needs') return actionReply(visit, action, typed, why.problems)
  if (why === 'time-taken') return actionReply(visit, action, typed, [timeTaken])
  return typedAside(visit, action, { typed, version })
}

const timeTaken: Problem = { field: 'time', words: 'Somebody has just taken this time. Select another' }

// The action is not to be taken any more: what was typed can still be read.
const typedAside = (visit: CaseVisit, action: Action, { typed, version }: Sent): Promise<Reply> => {
  const lines = Object.entries(action.needs ?? {}).map(([id, question]) => ({
    question: question.label ?? id,
    lines: answerLinesOf(typed, id, question, londonDay(visit.desk.clock.now())),
  }))
  return conflictReply(visit, { version, typed: lines })
}

const actionReply = async (
  visit: CaseVisit,
  action: Action,
  typed: Typed,
  problems: readonly Problem[],
): Promise<Reply> => {
  const { desk, service, whole } = visit
  const { subject } = whole
  return html(
    staffPages.action({
      around: around(visit, backToCase(visit)),
      action: await askable(desk, { service, subject, action }),
      reference: subject.reference,
      caseTitle: subject.title,
      version: versionOf(visit.kept, subject.version),
      typed,
      problems,
      ...sheetOf(visit),
      ...(await textOf(visit, action, typed)),
      ...(await otherTimes(visit, action)),
      ...(await weighedBy(visit, action)),
    }),
  )
}

// Whoever proposes or decides has what it rests on beside the form.
const weighedBy = async (visit: CaseVisit, action: Action): Promise<{ readonly weighed?: Weighed }> => {
  const { subject } = visit.whole
  if (action.weighs !== true || !can(visit.user, 'see-sensitive', { subject })) return {}
  const { events } = await wholeIn(visit)
  const proposal = events.findLast((event) => event.action === action.notBy)
  return { weighed: { subject, ...(proposal === undefined ? {} : { proposal }) } }
}

// The text as it will go out, or why none will.
const textOf = async ({ desk, service, whole }: CaseVisit, action: Action, typed: Typed) => {
  if (action.text === undefined) return {}
  const [text] = await textsFor(desk, service, whole.subject, [
    { template: action.text, values: action.says?.(typed) ?? {} },
  ])
  if (text === undefined)
    return {
      words: [
        'No message will be sent: they have no number, email or address that is safe and that we know.',
        otherWayInWords(whole.subject.applicant, 'text'),
      ],
    }
  if (text.channel !== undefined)
    return { words: [`They will get ${text.channel === 'email' ? 'an email' : 'a letter'}: ${text.body}`] }
  return { text: { body: text.body, today: londonDay(desk.clock.now()) } }
}
