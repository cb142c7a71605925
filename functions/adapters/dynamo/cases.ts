// Cases. Submission and every later change are one transaction each: case, history, texts, audit and time claims, all or none.
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import type { Case, CaseEvent, Note } from '#domain/cases/case.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { Text } from '#domain/texts/text.ts'
import type {
  CaseChange,
  CaseStore,
  ChangeProblem,
  Keys,
  StoredFile,
  Submission,
  SubmitProblem,
  WholeCase,
} from '#usecases/ports.ts'
import { dataOf, type Item, itemOf, keyItem, type Table, textAt } from './client.ts'
import { draftFrom, draftItem, unchanged } from './drafts.ts'
import { confirmClaims, freeClaims } from './holds.ts'
import { cancelledText, textFrom } from './outbox.ts'
import { indexKeys, keys, under as prefix, shardOf } from './table.ts'
import { textPuts } from './text-puts.ts'
import { transact } from './transact.ts'
import { caseFileItems, type DraftFiles, filesOfDraft, filesUnchanged, verdictItems } from './uploads.ts'
import { worklist } from './worklist.ts'

export const caseStore = (table: Table, hashes: Keys, openStates: OpenStates): CaseStore => ({
  submit: (submission) => submit(table, hashes, openStates, submission),
  get: async (reference) => {
    const { Item: item } = await table.client.getItem({
      TableName: table.name,
      Key: keyItem(keys.case(reference)),
      ConsistentRead: true,
    })
    return item === undefined ? undefined : dataOf<Case>(item)
  },
  whole: (reference) => whole(table, reference),
  change: (change) => change_(table, hashes, openStates, change),
  note: async (reference, note) => {
    await table.client.putItem({ TableName: table.name, Item: itemOf(keys.note(reference, note.id), note) })
  },
  worklist: (query) => worklist(table, query),
})

// Is a service's state open? Open cases stand in the worklist indexes.
export type OpenStates = (service: string, state: string) => boolean

export const caseItem = (subject: Case, open: boolean): Item => {
  const shard = shardOf(subject.reference)
  return itemOf(keys.case(subject.reference), subject, {
    version: subject.version,
    inState: indexKeys.state(subject.team, subject.state, shard),
    byDue: `${subject.dueOn ?? '9999-12-31'}#${subject.reference}`,
    byCame: `${new Date(subject.openedAt).toISOString()}#${subject.reference}`,
    work: open ? indexKeys.work(subject.team, shard) : undefined,
    mine: open && subject.assignee !== undefined ? indexKeys.mine(subject.assignee.id) : undefined,
  })
}

const submit = async (
  table: Table,
  hashes: Keys,
  openStates: OpenStates,
  submission: Submission,
  tries = 5,
): Promise<Result<{ readonly reference: string }, SubmitProblem>> => {
  const { draft, subject } = submission
  const files = submission.files.length === 0 ? undefined : await filesOfDraft(table, draft.id)
  const head = submissionHead(table, openStates, submission)
  const claims = confirmClaims(
    table.name,
    { holder: draft.id, reference: subject.reference, now: subject.openedAt },
    submission.claims,
  )
  const items = [
    ...head,
    ...claims,
    ...eventPuts(table, subject, submission.event),
    ...textPuts(table.name, submission.texts, subject.reference),
    ...finding(table, hashes, subject, draft.phone),
    ...(files === undefined ? [] : filesSent(table.name, submission, files)),
  ]
  const done = await transact(table, items, `${tries}${submission.token}`)
  if (done.ok) return ok({ reference: subject.reference })
  if (done.error.is === 'unknown') return no({ is: 'unknown' })
  // Only the files changed: a verdict came, so they are read again.
  const filesOnly = files !== undefined && done.error.at.every((position) => position === items.length - 1)
  if (filesOnly && tries > 1) return submit(table, hashes, openStates, submission, tries - 1)
  return problemOf(table, submission, done.error.at, head.length + claims.length)
}

// Those that answer a question, under the names the form gives them; the check that none changed comes last.
const filesSent = (tableName: string, { draft, subject, files }: Submission, now: DraftFiles) => [
  ...caseFileItems(
    tableName,
    subject.reference,
    files.flatMap(({ id, label }) => now.files.filter((file) => file.id === id).map((file) => ({ ...file, label }))),
  ),
  filesUnchanged(tableName, draft.id, now),
]

// Draft → submitted, case, reference guard: the positions that `problemOf` reads.
const submissionHead = (table: Table, openStates: OpenStates, submission: Submission): readonly TransactWriteItem[] => {
  const { draft, subject } = submission
  const sent = draftItem({
    ...draft,
    status: 'submitted',
    caseReference: subject.reference,
    version: draft.version + 1,
  })
  const absent = { ConditionExpression: 'attribute_not_exists(pk)' }
  return [
    { Put: { TableName: table.name, Item: sent, ...unchanged(draft) } },
    { Put: { TableName: table.name, Item: caseItem(subject, openStates(subject.service, subject.state)), ...absent } },
    { Put: { TableName: table.name, Item: itemOf(keys.reference(subject.reference), { draft: draft.id }), ...absent } },
  ]
}

// The condition that failed says what happened; the draft says whether it was this very draft that was sent before.
const problemOf = async (
  table: Table,
  submission: Submission,
  at: readonly number[],
  afterClaims: number,
): Promise<Result<{ readonly reference: string }, SubmitProblem>> => {
  const { Item: item } = await table.client.getItem({
    TableName: table.name,
    Key: keyItem(keys.draft(submission.draft.id)),
    ConsistentRead: true,
  })
  const now = item === undefined ? undefined : draftFrom(item)
  if (now?.caseReference !== undefined) return no({ is: 'already', reference: now.caseReference })
  if (at.includes(0)) return no({ is: 'changed-elsewhere' })
  if (at.some((position) => position < 3)) return no({ is: 'reference-taken' })
  return at.some((position) => position < afterClaims) ? no({ is: 'time-taken' }) : no({ is: 'unknown' })
}

const eventPuts = (table: Table, subject: Case, event: CaseEvent): readonly TransactWriteItem[] => [
  {
    Put: {
      TableName: table.name,
      Item: itemOf(keys.event(subject.reference, event.id), event),
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  },
  {
    Put: {
      TableName: table.audit,
      Item: itemOf(keys.audit(keys.case(subject.reference).pk, event.id), auditOf(subject, event)),
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  },
]

// Ids and names of fields, never what was answered (GUARANTEES, audit log).
const auditOf = (subject: Case, event: CaseEvent) => ({
  at: event.at,
  by: event.byId ?? event.by,
  action: event.action,
  from: event.from,
  to: event.to,
  version: event.version,
  service: subject.service,
})

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

const change_ = async (
  table: Table,
  hashes: Keys,
  openStates: OpenStates,
  change: CaseChange,
): Promise<Result<Case, ChangeProblem>> => {
  const { before, subject, event } = change
  const claims = confirmClaims(
    table.name,
    { holder: subject.draftId, reference: subject.reference, now: event.at },
    change.claims ?? [],
  )
  const done = await transact(
    table,
    [
      {
        Put: {
          TableName: table.name,
          Item: caseItem(subject, openStates(subject.service, subject.state)),
          ConditionExpression: '#version = :seen',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':seen': { N: String(before.version) } },
        },
      },
      ...claims,
      ...(change.cancels ?? []).map((text) => cancelledText(table.name, text)),
      ...freeClaims(table.name, subject.reference, change.frees ?? []),
      ...eventPuts(table, subject, event),
      ...textPuts(table.name, change.texts, subject.reference),
      ...reopening(table, hashes, change),
      ...verdictItems(table.name, subject, change.files ?? []),
    ],
    event.id,
  )
  if (done.ok) return ok(subject)
  if (done.error.is === 'unknown') return no('unknown')
  const taken = done.error.at.some((position) => position > 0 && position <= claims.length)
  return taken && !done.error.at.includes(0) ? no('time-taken') : no('changed-elsewhere')
}

const reopening = (table: Table, hashes: Keys, change: CaseChange): readonly TransactWriteItem[] => {
  const opened = change.opens
  const closed = change.closes
  const phone = change.subject.applicant.phone ?? opened?.phone
  return [
    ...(opened === undefined ? [] : [{ Put: { TableName: table.name, Item: draftItem(opened) } }]),
    ...(opened === undefined || phone === undefined
      ? []
      : [
          {
            Put: { TableName: table.name, Item: keyItem(keys.found(hashes.hash('phone', phone), 'DRAFT', opened.id)) },
          },
        ]),
    ...(closed === undefined
      ? []
      : [
          {
            Put: {
              TableName: table.name,
              Item: draftItem({
                ...closed,
                status: 'submitted',
                caseReference: change.subject.reference,
                version: closed.version + 1,
              }),
              ...unchanged(closed),
            },
          },
        ]),
  ]
}

// The case page: one Query of its partition, one batch for its texts.
const whole = async (table: Table, reference: string): Promise<WholeCase | undefined> => {
  const { Items: items = [] } = await table.client.query({
    TableName: table.name,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': { S: keys.case(reference).pk } },
    ConsistentRead: true,
  })
  const subject = items.find((item) => textAt(item, 'sk') === 'CASE')
  if (subject === undefined) return undefined
  const under = <T>(start: string): readonly T[] =>
    items.filter((item) => textAt(item, 'sk').startsWith(start)).map((item) => dataOf<T>(item))
  return {
    subject: dataOf<Case>(subject),
    events: under<CaseEvent>(prefix.event).toSorted((a, b) => a.version - b.version),
    notes: under<Note>(prefix.note),
    files: under<StoredFile>(prefix.file),
    texts: await textsOf(table, under<{ readonly textId: string }>(prefix.text)),
  }
}

const textsOf = async (table: Table, pointers: readonly { readonly textId: string }[]): Promise<readonly Text[]> => {
  const wanted = pointers.slice(-50).map((pointer) => keyItem(keys.text(pointer.textId)))
  if (wanted.length === 0) return []
  const { Responses: found = {} } = await table.client.batchGetItem({
    RequestItems: { [table.name]: { Keys: wanted, ConsistentRead: true } },
  })
  return (found[table.name] ?? []).map(textFrom).toSorted((a, b) => a.madeAt - b.madeAt)
}
