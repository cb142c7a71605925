// Cases. Every change of one is one transaction: case, history, texts, audit and time claims, all or none.
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import type { Case, CaseEvent, Note } from '#domain/cases/case.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { Assessment } from '#domain/rules/assessment.ts'
import type { Text } from '#domain/texts/text.ts'
import type {
  CaseChange,
  CaseStore,
  ChangeProblem,
  KeptAssessment,
  Keys,
  StoredFile,
  WholeCase,
} from '#usecases/ports.ts'
import type { Seal } from '#usecases/seal-ports.ts'
import { bookerChanges } from './bookers.ts'
import {
  apartChanged,
  assessedPut,
  caseFrom,
  caseItem,
  eventPuts,
  type OpenStates,
  recordPut,
  sealOfCase,
  unsealed,
} from './case-items.ts'
import { putNote } from './case-notes.ts'
import { type Item, keyItem, type SealedTable, type Table, textAt } from './client.ts'
import { confirmClaims, freeClaims } from './holds.ts'
import { cancelledText, textFrom } from './outbox.ts'
import { reopenedItems } from './reopened.ts'
import { filesSent, submit } from './submissions.ts'
import { keys, under as prefix } from './table.ts'
import { textPuts } from './text-puts.ts'
import { transact } from './transact.ts'
import { verdictItems } from './uploads.ts'
import { worklist } from './worklist.ts'

export const caseStore = (table: SealedTable, hashes: Keys, openStates: OpenStates): CaseStore => ({
  submit: (submission) => submit(table, hashes, openStates, submission),
  get: (reference) => caseAt(table, reference),
  whole: (reference) => whole(table, reference),
  change: (change) => change_(table, hashes, openStates, change),
  note: (subject, note) => putNote(table, subject, note),
  assessments: (subject) => assessments(table, subject),
  worklist: (query) => worklist(table, query),
})

const change_ = async (
  table: SealedTable,
  hashes: Keys,
  openStates: OpenStates,
  change: CaseChange,
): Promise<Result<Case, ChangeProblem>> => {
  const { before, subject, event } = change
  const claims = claimsOf(table, change)
  const open = openStates(subject.service, subject.state)
  const seal = await sealOfCase(table, subject)
  const sent = await answersSent(table, change)
  const done = await transact(
    table,
    [
      stillAt(table, before, caseItem(subject, open, seal)),
      ...claims,
      ...bookerChanges(table.name, { ...change, open }),
      ...(change.cancels ?? []).map((text) => cancelledText(table.name, text)),
      ...freeClaims(table.name, subject.reference, change.frees ?? []),
      ...saidItems(table, change, seal),
      ...textPuts(table.name, change.texts, subject.reference),
      ...(await reopenedItems(table, hashes, change)),
      ...verdictItems(table.name, subject.reference, change.files),
      ...sent,
    ],
    event.id,
  )
  if (done.ok) return ok(subject)
  if (done.error.is === 'unknown') return no('unknown')
  const taken = done.error.at.some((position) => position > 0 && position <= claims.length)
  return taken && !done.error.at.includes(0) ? no('time-taken') : no('changed-elsewhere')
}

const answersSent = async (table: Table, { closes: draft, subject, sends: files = [] }: CaseChange) =>
  draft === undefined ? [] : filesSent(table, { draft, subject, files })

const claimsOf = ({ name }: Table, { subject, event, claims = [] }: CaseChange) =>
  confirmClaims(name, { holder: subject.draftId, reference: subject.reference, now: event.at }, claims)

const caseAt = async (table: SealedTable, reference: string): Promise<Case | undefined> => {
  const wanted = [keys.case(reference), keys.record(reference)].map(keyItem)
  const { Responses: found = {} } = await table.client.batchGetItem({
    RequestItems: { [table.name]: { Keys: wanted, ConsistentRead: true } },
  })
  return (await caseIn(table, found[table.name] ?? []))?.subject
}

const caseIn = async (table: SealedTable, items: readonly Item[]) => {
  const [listed, record] = ['CASE', 'RECORD'].map((sk) => items.find((item) => textAt(item, 'sk') === sk))
  return listed === undefined || record === undefined ? undefined : caseFrom(table, listed, record)
}

const assessments = async (table: SealedTable, subject: Case): Promise<readonly KeptAssessment[]> => {
  const seal = await sealOfCase(table, subject)
  const items = await partition(table, keys.assessed(subject.reference, '').pk)
  return items.map((item) => ({ event: textAt(item, 'sk'), assessment: unsealed<Assessment>(item, seal) }))
}

// What stands sealed: the event's details, and what stands apart from the case where it changed.
const saidItems = (table: Table, change: CaseChange, seal: Seal | undefined): readonly TransactWriteItem[] => {
  const { before, subject } = change
  return [
    ...eventPuts(table, change, seal),
    ...(apartChanged(before, subject) ? [recordPut(table.name, subject, seal)] : []),
    ...(before.assessment === subject.assessment ? [] : assessedPut(table.name, change, seal)),
  ]
}

const stillAt = (table: Table, before: Case, item: Item): TransactWriteItem => ({
  Put: {
    TableName: table.name,
    Item: item,
    ConditionExpression: '#version = :seen',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':seen': { N: String(before.version) } },
  },
})

// The case page: its partition, and one batch for its texts.
const whole = async (table: SealedTable, reference: string): Promise<WholeCase | undefined> => {
  const items = await partition(table, keys.case(reference).pk)
  const found = await caseIn(table, items)
  if (found === undefined) return undefined
  const { subject, seal } = found
  const under = <T>(start: string): readonly T[] =>
    items.filter((item) => textAt(item, 'sk').startsWith(start)).map((item) => unsealed<T>(item, seal))
  return {
    subject,
    events: under<CaseEvent>(prefix.event).toSorted((a, b) => a.version - b.version),
    notes: under<Note>(prefix.note).toSorted((a, b) => a.at - b.at),
    files: under<StoredFile>(prefix.file),
    texts: await textsOf(table, under<{ readonly textId: string }>(prefix.text)),
  }
}

// A Query gives 1 MB at a time (DynamoDB, Query).
const partition = async (table: Table, pk: string, from?: Item): Promise<readonly Item[]> => {
  const { Items: items = [], LastEvaluatedKey: next } = await table.client.query({
    TableName: table.name,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': { S: pk } },
    ConsistentRead: true,
    ...(from === undefined ? {} : { ExclusiveStartKey: from }),
  })
  return next === undefined ? items : [...items, ...(await partition(table, pk, next))]
}

const textsOf = async (table: Table, pointers: readonly { readonly textId: string }[]): Promise<readonly Text[]> => {
  const wanted = pointers.slice(-50).map((pointer) => keyItem(keys.text(pointer.textId)))
  if (wanted.length === 0) return []
  const { Responses: found = {} } = await table.client.batchGetItem({
    RequestItems: { [table.name]: { Keys: wanted, ConsistentRead: true } },
  })
  return (found[table.name] ?? []).map(textFrom).toSorted((a, b) => a.madeAt - b.madeAt)
}
