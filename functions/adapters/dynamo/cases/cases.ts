// Cases. Every change of one is one transaction: case, history, texts, audit and time claims, all or none.
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import type { Case } from '#domain/cases/case.ts'
import type { Draft } from '#domain/forms/answered/draft.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { Assessment } from '#domain/rules/assessment.ts'
import { waitingList } from '#domain/slots/waiting.ts'
import type { Seal } from '#usecases/ports/seals.ts'
import type { CaseChange, CaseStore, ChangeProblem, KeptAssessment, Keys, StoredFile } from '#usecases/ports/stores.ts'
import { batchOf } from '../batch.ts'
import { blockedItems } from '../booking/blocks.ts'
import { bookerChanges } from '../booking/bookers.ts'
import { confirmClaims, freeClaims, holdClaims } from '../booking/holds.ts'
import { impactPuts } from '../booking/impacts.ts'
import { rosterChecks } from '../booking/timetables.ts'
import { keyItem, type SealedTable, type Table, textAt } from '../client.ts'
import { putAtVersion } from '../conditions.ts'
import { verdictItems } from '../files/uploads.ts'
import { fitting, putMore } from '../people/fitting.ts'
import { foundChanges } from '../people/found-items.ts'
import { rowOfMany } from '../staff/bulk-row.ts'
import { keys } from '../table.ts'
import { cancelledText } from '../texts/outbox.ts'
import { textPuts } from '../texts/text-puts.ts'
import { because, type GuardedWrite, transact } from '../transact.ts'
import {
  apartChanged,
  assessedPut,
  caseItem,
  eventPuts,
  indexedAs,
  type OpenStates,
  recordPut,
  rowed,
  sealOfCase,
  unsealed,
} from './case-items.ts'
import { putNote } from './case-notes.ts'
import { noticeOf, noticePuts } from './case-notices.ts'
import { partsOfStaff } from './case-parts.ts'
import { taskPut } from './case-tasks.ts'
import { sheetChanges, sheetOf } from './day-sheet.ts'
import { noteHands } from './hands-item.ts'
import { lookAgain } from './look-again.ts'
import { caseIn, opened, partition, whole } from './opened.ts'
import { openedAgain, reopenedItems } from './reopened.ts'
import { stand } from './stand.ts'
import { filesSent, submit } from './submissions.ts'
import { everybodyWaiting } from './waiting.ts'
import { lane, worklist } from './worklist.ts'

export const caseStore = (table: SealedTable, hashes: Keys, openStates: OpenStates): CaseStore => ({
  submit: (submission) => submit(table, hashes, openStates, submission),
  get: (reference) => caseAt(table, reference),
  whole: (reference) => whole(table, reference),
  parts: (reference) => partsOfStaff(table, reference),
  opened: (reference) => opened(table, reference),
  change: (change) => change_(table, hashes, openStates, rowed(table, change)),
  note: (subject, note, still) => putNote(table, { subject, note, still: still !== undefined }),
  open: (subject, draft, files) => openDraft(table, hashes, { subject, draft, files }),
  assessments: (subject) => assessments(table, subject),
  notice: (subject, version, kind) => noticeOf(table, subject, { version, kind }),
  worklist: (query) => worklist(table, query),
  lane: (query) => lane(table, query),
  stand: (subject) => {
    const stands = indexedAs(table, openStates, subject)
    return stand(table, subject, { ...stands, open: stands.open || subject.news !== undefined })
  },
  noteHands: (found) => noteHands(table, found),
  lookAgain: (subject, on) => lookAgain(table, subject, on),
  waiting: (states) => everybodyWaiting(table, states),
  sheet: (place, day) => sheetOf(table, place, day),
})

const change_ = async (
  table: SealedTable,
  hashes: Keys,
  openStates: OpenStates,
  change: CaseChange,
): Promise<Result<Case, ChangeProblem>> => {
  const { before, subject, event } = change
  const stands = indexedAs(table, openStates, subject)
  const { open } = stands
  const bookers = bookerChanges(table.name, { ...change, open })
  const seal = await sealOfCase(table, subject)
  const sent = await answersSent(table, change)
  const rest = [
    ...timeItems(table, change),
    ...saidItems(table, change, seal),
    ...(await reopenedItems(table, hashes, change)),
    ...verdictItems(table.name, subject.reference, change.files),
    ...sent,
  ]
  const steps: readonly GuardedWrite<ChangeProblem>[] = [
    ...because('changed-elsewhere', [putAtVersion(table.name, caseItem(subject, stands, seal), before.version)]),
    ...because('time-taken', claimsOf(table, change)),
    ...because(before.appointment === undefined ? 'already-booked' : 'changed-elsewhere', bookers),
    ...because('changed-elsewhere', rest),
  ]
  const [now, later] = fitting(foundChanges(table, hashes, change), steps.length)
  const done = await transact(table, [...steps, ...because('changed-elsewhere', now)], event.id)
  if (done.ok) {
    await putMore(table, later, event.id)
    return ok(subject)
  }
  return no(done.error.is === 'unknown' ? 'unknown' : done.error.why[0])
}

// Its id is new: only the same request again finds it there, and then it is the same.
const openDraft = async (
  table: SealedTable,
  hashes: Keys,
  { subject, draft, files }: { readonly subject: Case; readonly draft: Draft; readonly files: readonly StoredFile[] },
): Promise<void> => {
  const done = await transact(
    table,
    because('there', await openedAgain(table, hashes, { subject, opensWith: files }, draft)),
    draft.id.slice(0, 32),
  )
  if (!done.ok) throw new Error('A draft for changes could not be opened')
}

// Time given back or handed on, texts that hold no longer, and new ones.
const timeItems = (table: Table, change: CaseChange): readonly TransactWriteItem[] => [
  ...sheetChanges(table.name, change.before, change.subject),
  ...freeClaims(table.name, change.subject.reference, change.frees ?? []),
  ...keptClaims(table, change),
  ...blockedItems(table, change),
  ...impactPuts(table.name, change.impacts),
  ...(change.cancels ?? []).map((text) => cancelledText(table.name, text)),
  ...textPuts(table.name, change.texts, change.subject.reference),
]

const answersSent = async (table: Table, { closes: draft, subject, sends: files = [] }: CaseChange) =>
  draft === undefined ? [] : filesSent(table, { draft, subject, files })

// Booked for the case, or held for it while an offer stands.
const claimsOf = ({ name }: Table, { subject, event, claims = [], rota, heldBy, holds }: CaseChange) => [
  ...confirmClaims(name, { holder: heldBy ?? subject.draftId, reference: subject.reference, now: event.at }, claims),
  ...rosterChecks(name, rota, claims),
  ...(holds === undefined
    ? []
    : holdClaims(
        name,
        { holder: subject.reference, from: waitingList, until: holds.until, now: event.at },
        holds.claims,
      )),
]

const keptClaims = ({ name }: Table, { subject, event, keeps }: CaseChange) =>
  keeps === undefined
    ? []
    : holdClaims(
        name,
        { holder: waitingList, from: subject.reference, until: keeps.until, now: event.at },
        keeps.claims,
      )

const caseAt = async (table: SealedTable, reference: string): Promise<Case | undefined> => {
  const wanted = [keys.case(reference), keys.record(reference)].map(keyItem)
  return (await caseIn(table, await batchOf(table, wanted)))?.subject
}

const assessments = async (table: SealedTable, subject: Case): Promise<readonly KeptAssessment[]> => {
  const seal = await sealOfCase(table, subject)
  const items = await partition(table, keys.assessed(subject.reference, '').pk)
  return items.map((item) => ({ event: textAt(item, 'sk'), assessment: unsealed<Assessment>(item, seal) }))
}

// What stands sealed: the event's details, and what stands apart from the case where it changed.
const saidItems = (table: SealedTable, change: CaseChange, seal: Seal | undefined): readonly TransactWriteItem[] => {
  const { before, subject } = change
  return [
    ...eventPuts(table, change, seal),
    ...(apartChanged(before, subject) ? [recordPut(table.name, subject, seal)] : []),
    ...noticePuts(table.name, change, seal),
    ...(change.tasks ?? []).map((task) => taskPut(table, task, seal, 'attribute_not_exists(pk)')),
    ...rowOfMany(table, change.ofMany),
    ...(before.assessment === subject.assessment ? [] : assessedPut(table.name, change, seal)),
  ]
}
