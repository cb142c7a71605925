// What an applicant told, part by part: accepted, or not and why.

import { outcomeNow } from '#domain/cases/outcome.ts'
import type { ToldPart } from '#domain/forms/answered/told-parts.ts'
import { choice, longText, reveal } from '#domain/forms/ask.ts'
import { keepFields, problemsOf } from '#domain/forms/fields/index.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import { londonDay } from '#domain/london.ts'
import { assessedFrom } from '#usecases/casework/assess-again.ts'
import { maySettle, type NotAccepted, settleChange, type ToldChange, toldChange } from '#usecases/team/settle-change.ts'
import { BadRequest, html, type Reply, seeOther } from '#web/http.ts'
import { partSaid } from '#web/show/staff/case/told-part.ts'
import { staffPages } from '#web/show/staff/pages.ts'
import type { WhatItDoes } from '#web/show/staff/work/what-it-does.ts'
import { conflictReply } from '../conflict.ts'
import { versionOf } from '../kept.ts'
import { around, backToCase, type CaseVisit, caseAt } from '../visit.ts'

export const showSettle = async (visit: CaseVisit): Promise<Reply> => {
  const told = await toldIn(visit)
  return settleReply(visit, told, visit.kept?.typed ?? allAccepted(told), [])
}

export const takeSettle = async (visit: CaseVisit): Promise<Reply> => {
  const { desk, request, service, whole, user } = visit
  const { subject } = whole
  const version = Number(one(request.posted, 'version'))
  if (version !== subject.version) return conflictReply(visit, { version, typed: [] })
  const told = await toldIn(visit)
  const needs = needsFor(visit, told)
  const typed = keepFields(request.posted, needs)
  const today = londonDay(desk.clock.now())
  const wrong = Object.entries(needs).flatMap(([id, question]) => problemsOf(typed, id, question, today))
  if (wrong.length > 0) return settleReply(visit, told, request.posted, wrong)
  const left = leftIn(told, typed)
  const done = await settleChange(desk, { service, subject, user, told, left })
  if (done.ok) {
    const now = await desk.cases.opened(subject.reference)
    return seeOther(`${caseAt(subject.reference)}?done=${now?.lately.at(-1)?.id ?? ''}`)
  }
  return done.error === 'apart'
    ? settleReply(visit, told, request.posted, [apart(told, left)])
    : conflictReply(visit, { version, typed: [] })
}

const toldIn = async ({ desk, service, whole: { subject }, user }: CaseVisit): Promise<ToldChange> => {
  const told = maySettle({ subject, user }) ? await toldChange(desk, { service, subject, user }) : undefined
  if (told === undefined) throw new BadRequest(404)
  return told
}

const fieldOf = (at: number): string => `part-${at}`

const allAccepted = ({ parts }: ToldChange): Typed =>
  Object.fromEntries(parts.map((_, at) => [fieldOf(at), ['accept']]))

const leftIn = ({ parts }: ToldChange, typed: Typed): NotAccepted =>
  new Map(
    parts.flatMap(({ id }, at): readonly [string, string][] =>
      one(typed, fieldOf(at)) === 'leave' ? [[id, one(typed, `why-${at}`).trim()]] : [],
    ),
  )

const apart = ({ parts }: ToldChange, left: NotAccepted): Problem => ({
  field: fieldOf(parts.findIndex(({ id }) => left.has(id))),
  words: 'Something that you accept belongs to something that you do not. Accept both, or neither',
})

const needsFor = ({ desk }: CaseVisit, { parts }: ToldChange): Readonly<Record<string, Question>> => {
  const today = londonDay(desk.clock.now())
  return Object.fromEntries(parts.map((part, at) => [fieldOf(at), partAsked(part, at, today)]))
}

const partAsked = (part: ToldPart, at: number, today: string): Question => {
  const why = longText('Why not', {
    missing: 'Enter why it is not accepted',
    hint: 'The applicant reads this.',
    most: 500,
    rows: 2,
  })
  return choice(
    'Select if you accept it',
    { accept: 'Accept', leave: reveal('Do not accept', { [`why-${at}`]: why }) },
    partSaid(part, today),
  )
}

const settleReply = (visit: CaseVisit, told: ToldChange, typed: Typed, problems: readonly Problem[]): Reply => {
  const { subject } = visit.whole
  const { parts } = told
  const at = caseAt(subject.reference)
  return html(
    staffPages.form({
      around: around(visit, backToCase(visit)),
      caption: `${subject.title}, ${subject.reference}`,
      title: 'Accept what they told us',
      words: [
        'What you accept stays in the answers. What you do not accept goes back to what it was, and the rules are read again without it. The applicant sees which, and why.',
        ...(parts.length === 0 ? ['Their answers are now as they were before. There is nothing to leave out.'] : []),
      ],
      ...(parts.length === 0 ? {} : { does: whatAllDoes(visit, told) }),
      ...{ needs: needsFor(visit, told), typed, problems },
      ...{ action: `${at}/told`, button: 'Save', cancel: at, version: versionOf(visit.kept, subject.version) },
    }),
  )
}

// Beside what the rules say without it: each part can still be left out.
const whatAllDoes = ({ desk, service, whole: { subject } }: CaseVisit, { was }: ToldChange): WhatItDoes => {
  const before = assessedFrom(service, was.answers, subject, desk.clock.now())
  const decided = outcomeNow(subject) !== undefined || subject.placing !== undefined
  return { before, after: subject, effects: service.forResident.effects?.(before, subject) ?? [], decided }
}
