// What officers do with documents (docs/rules/housing.md, "Evidence"): accept what came, refuse one
// and say why, ask for more, or do without one.
import type { Case } from '#domain/cases/case.ts'
import {
  type EvidenceItem,
  type EvidenceMove,
  evidenceId,
  evidenceName,
  informationReceivedDate,
  moveEvidence,
} from '#domain/cases/evidence.ts'
import type { Sets } from '#domain/cases/steps/sets.ts'
import { type Action, actorName, type Reopening } from '#domain/cases/workflow.ts'
import type { Day } from '#domain/day.ts'
import { choice, choices, longText } from '#domain/forms/ask.ts'
import { one, type Typed } from '#domain/forms/kind.ts'
import type { Options, Question } from '#domain/forms/question.ts'
import { evidencePack } from '../evidence/list.ts'

const officers = ['housing-officer', 'team-manager'] as const
const looking = ['submitted', 'checking', 'more-info', 'assessed', 'reassessment']
const asking = ['submitted', 'checking', 'assessed']

type Is = EvidenceItem['state']['is']

// Every kind of document; of a case, its own.
const kinds = Object.fromEntries(evidencePack.rules.map(({ code, what }) => [code, what]))

const named = (items: readonly EvidenceItem[]): ReadonlyMap<string, EvidenceItem> =>
  new Map(items.map((item, place) => [evidenceId(item, place), item]))

const inState =
  (...states: readonly Is[]) =>
  ({ state }: EvidenceItem): boolean =>
    states.includes(state.is)

type Which = (item: EvidenceItem) => boolean

const came: Which = inState('received')
// What our own officers get is there when they say so.
const acceptable: Which = (item) => came(item) || (item.evidence.internal && inState('requested')(item))
const wanted: Which = (item) => !item.evidence.internal && inState('requested', 'rejected', 'accepted', 'expired')(item)
const open: Which = inState('requested', 'received', 'rejected', 'expired')

const where =
  (which: Which) =>
  ({ evidence = [] }: Case): boolean =>
    evidence.some(which)

const narrowed =
  (which: Which, questions: Readonly<Record<string, Question>>) =>
  ({ evidence = [] }: Case): Readonly<Record<string, Question>> => {
    const { documents } = questions
    if (documents?.kind !== 'choice' && documents?.kind !== 'choices') return questions
    const theirs = [...named(evidence)].filter(([, item]) => which(item))
    const options: Options = Object.fromEntries(theirs.map(([id, item]) => [id, { label: said(item) }]))
    return { ...questions, documents: { ...documents, options } }
  }

const said = ({ evidence, state }: EvidenceItem): string =>
  state.is === 'accepted' ? `${evidenceName(evidence)}, accepted: ask for a newer one` : evidenceName(evidence)

const chosen = (typed: Typed, { evidence = [] }: Case): readonly EvidenceItem[] => {
  const ids = typed.documents ?? []
  return [...named(evidence)].flatMap(([id, item]) => (ids.includes(id) ? [item] : []))
}

// The day on which it was complete stays, should something run out later; a newer day takes its place.
const moved =
  (moves: (item: EvidenceItem, why: Why) => readonly EvidenceMove[]) =>
  (typed: Typed, subject: Case, today: Day, actor: Parameters<typeof actorName>[0]): Sets => {
    const these = new Set(chosen(typed, subject))
    const why = { on: today, by: actorName(actor), reason: one(typed, 'reason') }
    const evidence = (subject.evidence ?? []).map((item) => (these.has(item) ? through(item, moves(item, why)) : item))
    const completeOn = informationReceivedDate(evidence)
    return { evidence, ...(completeOn === undefined ? {} : { completeOn }) }
  }

type Why = { readonly on: Day; readonly by: string; readonly reason: string }

const through = (item: EvidenceItem, moves: readonly EvidenceMove[]): EvidenceItem =>
  moves.reduce((now, move) => {
    const done = moveEvidence(now, move)
    return done.ok ? done.value : now
  }, item)

const which = (missing: string) => choices(missing, kinds, { label: 'Documents', for: 'officer' })
const whichOne = (missing: string) => choice(missing, kinds, { label: 'Document', for: 'officer' })
const toldReason = (label: string, missing: string) =>
  longText(label, { most: 500, rows: 4, missing, noun: 'Reason', toldTo: 'applicant', for: 'officer' })

const accepted = { documents: which('Select the documents that you accept') }
const refused = {
  documents: whichOne('Select the document that you cannot accept'),
  reason: toldReason('Why it cannot be accepted', 'Enter why it cannot be accepted'),
}
const more = {
  documents: which('Select the documents that you need'),
  reason: toldReason('What you need and why', 'Enter what you need and why'),
}
const without = {
  documents: whichOne('Select the document that is not needed'),
  reason: longText('Why it is not needed', { most: 500, missing: 'Enter why it is not needed', for: 'officer' }),
}

// They are asked for their list of documents again, and told which one it is about.
const again = (typed: Typed, subject: Case): Reopening => ({
  pages: ['documents'],
  message: [...chosen(typed, subject).map(({ evidence }) => `${evidenceName(evidence)}.`), one(typed, 'reason')].join(
    ' ',
  ),
  days: evidencePack.dueDays,
})

export const evidenceActions: readonly Action[] = [
  {
    id: 'accept-documents',
    label: 'Accept documents',
    history: 'accepted documents',
    from: looking,
    to: 'same',
    who: officers,
    needs: accepted,
    when: where(acceptable),
    asks: narrowed(acceptable, accepted),
    sets: moved(({ evidence }, { on, by }) => [
      ...(evidence.internal ? [{ is: 'receive' as const, on }] : []),
      { is: 'accept', on, by },
    ]),
    assesses: true,
  },
  {
    id: 'refuse-document',
    label: 'Refuse a document',
    history: 'could not accept a document and asked for another',
    from: asking,
    to: 'more-info',
    who: officers,
    needs: refused,
    when: where(came),
    asks: narrowed(came, refused),
    sets: moved((_item, why) => [{ is: 'reject', ...why }]),
    text: 'document-not-accepted',
    does: 'ask-for-more',
    reopens: again,
  },
  {
    id: 'ask-for-documents',
    label: 'Ask for documents',
    history: 'asked for documents',
    from: asking,
    to: 'more-info',
    who: officers,
    needs: more,
    when: where(wanted),
    asks: narrowed(wanted, more),
    sets: moved(({ state }, { on }) => (state.is === 'accepted' ? [{ is: 'expire', on }] : [])),
    text: 'documents-wanted',
    does: 'ask-for-more',
    reopens: again,
  },
  {
    id: 'waive-document',
    label: 'Do without a document',
    history: 'decided that a document is not needed',
    from: looking,
    to: 'same',
    who: officers,
    needs: without,
    when: where(open),
    asks: narrowed(open, without),
    sets: moved((_item, why) => [{ is: 'waive', ...why }]),
    assesses: true,
  },
  {
    id: 'remind-documents',
    label: 'Remind of documents',
    history: 'reminded the applicant of the documents',
    from: ['more-info'],
    to: 'same',
    who: ['system'],
    text: 'reminder-documents',
  },
  {
    id: 'warn-documents',
    label: 'Warn of the last day for documents',
    history: 'told the applicant the last day for the documents',
    from: ['more-info'],
    to: 'same',
    who: ['system'],
    text: 'documents-last-days',
  },
  {
    // An application is not ended by software: the request closes, and an officer cancels or goes on.
    id: 'documents-not-sent',
    label: 'Close the request for documents',
    history: 'closed the request, as the documents did not come in time',
    from: ['more-info'],
    to: 'checking',
    who: ['system'],
  },
]
