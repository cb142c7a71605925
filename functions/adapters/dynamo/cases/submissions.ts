// A draft sent: one transaction makes the case, its history, its texts, its audit entry and its files, confirms the time it holds, and
// closes the draft.
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import type { Case } from '#domain/cases/case.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { Mark } from '#usecases/ports/access.ts'
import type { Seal } from '#usecases/ports/seals.ts'
import type { Keys, Submission, SubmitProblem } from '#usecases/ports/stores.ts'
import { bookerPut, bookingOf, waiterPut } from '../booking/bookers.ts'
import { confirmClaims } from '../booking/holds.ts'
import { rosterChecks } from '../booking/timetables.ts'
import { type Item, itemOf, keyItem, type SealedTable, type Table } from '../client.ts'
import { putNew } from '../conditions.ts'
import { draftItem, sealOf, unchanged } from '../drafts/draft-items.ts'
import { caseFileItems, filesOfDraft, filesUnchanged } from '../files/uploads.ts'
import { fitting, putMore } from '../people/fitting.ts'
import { foundPuts } from '../people/found-items.ts'
import { keys } from '../table.ts'
import { textPuts } from '../texts/text-puts.ts'
import { because, type GuardedWrite, transact } from '../transact.ts'
import { assessedPut, caseItem, eventPuts, indexedAs, type OpenStates, recordPut, rowed } from './case-items.ts'
import { sheetPut } from './day-sheet.ts'

// What stood in the way.
type Why = 'draft' | 'reference' | 'time' | 'booker' | 'files' | 'rest'

// Where only the files changed (a verdict came), they are read again.
export const submit = async (
  table: SealedTable,
  hashes: Keys,
  openStates: OpenStates,
  given: Submission,
): Promise<Result<{ readonly reference: string }, SubmitProblem>> => {
  const { submission, seal } = await sealedFor(table, rowed(table, given))
  const { subject } = submission
  const item = caseItem(subject, indexedAs(table, openStates, subject), seal)
  const steps: readonly GuardedWrite<Why>[] = [
    ...(await submissionHead(table, submission, item)),
    ...because('time', timeOf(table, submission)),
    ...because('booker', bookerOf(table, subject)),
    ...because('rest', belongings(table, hashes, submission, seal)),
  ]
  const found = foundPuts(table, hashes, subject)
  for (let tries = 5; ; tries -= 1) {
    const files = await filesSent(table, submission)
    const [now, later] = fitting(found, steps.length + files.length)
    const done = await transact(
      table,
      [...steps, ...because('files', files), ...because('rest', now)],
      `${tries}${submission.token}`,
    )
    if (done.ok) {
      await putMore(table, later, submission.token)
      return ok({ reference: subject.reference })
    }
    if (done.error.is === 'unknown') return no({ is: 'unknown' })
    const { why } = done.error
    if (tries === 1 || why.some((one) => one !== 'files')) return problemOf(table, submission, why)
  }
}

const timeOf = ({ name }: Table, { draft, subject, claims, rota }: Submission) => [
  ...confirmClaims(name, { holder: draft.id, reference: subject.reference, now: subject.openedAt }, claims),
  ...rosterChecks(name, rota, claims),
]

const bookerOf = ({ name }: Table, subject: Case) => [
  ...bookerPut(name, subject, subject.openedAt),
  ...waiterPut(name, subject, subject.openedAt),
]

// The case is sealed under its draft's key; a draft that was told nothing in confidence gets its key now.
const sealedFor = async (
  table: SealedTable,
  submission: Submission,
): Promise<{ readonly submission: Submission; readonly seal: Seal }> => {
  const { draft, subject } = submission
  const seal = (await sealOf(table, draft)) ?? (await table.seals.newKey(draft.id))
  return {
    seal,
    submission: {
      ...submission,
      draft: { ...draft, wrappedKey: seal.key.wrapped },
      subject: { ...subject, sealedUnder: seal.key },
    },
  }
}

const belongings = (table: SealedTable, hashes: Keys, submission: Submission, seal: Seal) => {
  const { draft, subject, texts, marks } = submission
  return [
    recordPut(table.name, subject, seal),
    ...assessedPut(table.name, submission, seal),
    ...eventPuts(table, submission, seal),
    ...textPuts(table.name, texts, subject.reference),
    ...finding(table, hashes, subject, draft.phone),
    ...marked(table, subject, marks),
    ...sheetPut(table.name, subject),
  ]
}

// Those that answer a question, under the names the form gives them; the check that none changed comes last.
export const filesSent = async (
  table: Table,
  { draft, subject, files }: Pick<Submission, 'draft' | 'subject' | 'files'>,
): Promise<readonly TransactWriteItem[]> => {
  if (files.length === 0) return []
  const now = await filesOfDraft(table, draft.id)
  const named = files.flatMap(({ id, label }) =>
    now.files.filter((file) => file.id === id).map((file) => ({ ...file, label })),
  )
  return [...caseFileItems(table.name, subject.reference, named), filesUnchanged(table.name, draft.id, now)]
}

// Draft → submitted, case, reference guard.
const submissionHead = async (
  table: SealedTable,
  { draft, subject }: Submission,
  item: Item,
): Promise<readonly GuardedWrite<Why>[]> => {
  const sent = await draftItem(table, {
    ...draft,
    status: 'submitted',
    touchedAt: subject.openedAt,
    ...(subject.waiting === undefined ? {} : { walked: { ...draft.walked, ended: listed(subject) } }),
    caseReference: subject.reference,
    version: draft.version + 1,
  })
  const guard = itemOf(keys.reference(subject.reference), { draft: draft.id })
  return [
    ...because('draft', [{ Put: { TableName: table.name, Item: sent, ...unchanged(draft) } }]),
    ...because('reference', [putNew(table.name, item), putNew(table.name, guard)]),
  ]
}

// For whoever counts: they wait for a time, and have none yet.
const listed = ({ openedAt: at }: Case) => ({ is: 'listed', page: '', at }) as const

// The condition that failed says what happened; the draft says whether it was this very draft that was sent before.
const problemOf = async (
  table: Table,
  submission: Submission,
  why: readonly Why[],
): Promise<Result<{ readonly reference: string }, SubmitProblem>> => {
  const { Item: item } = await table.client.getItem({
    TableName: table.name,
    Key: keyItem(keys.draft(submission.draft.id)),
    ConsistentRead: true,
  })
  const already = item?.caseReference?.S
  if (already !== undefined) return no({ is: 'already', reference: already })
  if (why.includes('draft')) return no({ is: 'changed-elsewhere' })
  if (why.includes('reference')) return no({ is: 'reference-taken' })
  if (why.includes('booker')) {
    const reference = await bookingOf(table, submission.subject)
    return reference === undefined ? no({ is: 'unknown' }) : no({ is: 'already-booked', reference })
  }
  return why.includes('time') ? no({ is: 'time-taken' }) : no({ is: 'unknown' })
}

const finding = (
  table: Table,
  hashes: Keys,
  subject: Case,
  draftPhone: string | undefined,
): readonly TransactWriteItem[] => {
  const phones = new Set([subject.applicant.phone, draftPhone].filter((phone) => phone !== undefined))
  return [...phones].map((phone) => ({
    Put: { TableName: table.name, Item: keyItem(keys.found(hashes.hash('phone', phone), 'CASE', subject.reference)) },
  }))
}

// A phone's are written above.
const marked = (table: Table, { reference }: Case, marks: readonly Mark[] = []): readonly TransactWriteItem[] =>
  marks
    .filter(({ by }) => by !== 'phone')
    .map(({ by, hash }) => ({ Put: { TableName: table.name, Item: keyItem(keys.marked(by, hash, reference)) } }))
