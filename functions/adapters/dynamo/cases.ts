// Cases. Every change of one is one transaction: case, history, texts, audit and time claims, all or none.
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import type { Case, CaseEvent, Note } from '#domain/cases/case.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { Assessment } from '#domain/rules/assessment.ts'
import type { Text } from '#domain/texts/text.ts'
import type { CaseChange, CaseStore, ChangeProblem, Keys, StoredFile, WholeCase } from '#usecases/ports.ts'
import { bookerChanges } from './bookers.ts'
import { apartChanged, assessedPut, caseFrom, caseItem, eventPuts, type OpenStates, recordPut } from './case-items.ts'
import { putNote } from './case-notes.ts'
import { dataOf, type Item, keyItem, type Table, textAt } from './client.ts'
import { confirmClaims, freeClaims } from './holds.ts'
import { cancelledText, textFrom } from './outbox.ts'
import { reopenedItems } from './reopened.ts'
import { filesSent, submit } from './submissions.ts'
import { keys, under as prefix } from './table.ts'
import { textPuts } from './text-puts.ts'
import { transact } from './transact.ts'
import { verdictItems } from './uploads.ts'
import { worklist } from './worklist.ts'

export const caseStore = (table: Table, hashes: Keys, openStates: OpenStates): CaseStore => ({
  submit: (submission) => submit(table, hashes, openStates, submission),
  get: (reference) => caseAt(table, reference),
  whole: (reference) => whole(table, reference),
  change: (change) => change_(table, hashes, openStates, change),
  note: (subject, note) => putNote(table, subject, note),
  assessments: async (reference) =>
    (await partition(table, keys.assessed(reference, '').pk)).map((item) => ({
      event: textAt(item, 'sk'),
      assessment: dataOf<Assessment>(item),
    })),
  worklist: (query) => worklist(table, query),
})

const change_ = async (
  table: Table,
  hashes: Keys,
  openStates: OpenStates,
  change: CaseChange,
): Promise<Result<Case, ChangeProblem>> => {
  const { before, subject, event } = change
  const claims = claimsOf(table, change)
  const open = openStates(subject.service, subject.state)
  const sent = await answersSent(table, change)
  const done = await transact(
    table,
    [
      stillAt(table, subject, { before, open }),
      ...claims,
      ...bookerChanges(table.name, { ...change, open }),
      ...(change.cancels ?? []).map((text) => cancelledText(table.name, text)),
      ...freeClaims(table.name, subject.reference, change.frees ?? []),
      ...eventPuts(table, subject, event),
      ...textPuts(table.name, change.texts, subject.reference),
      ...recordChanged(table.name, change),
      ...reopenedItems(table, hashes, change),
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

const caseAt = async (table: Table, reference: string): Promise<Case | undefined> => {
  const wanted = [keys.case(reference), keys.record(reference)].map(keyItem)
  const { Responses: found = {} } = await table.client.batchGetItem({
    RequestItems: { [table.name]: { Keys: wanted, ConsistentRead: true } },
  })
  return caseIn(found[table.name] ?? [])
}

const caseIn = (items: readonly Item[]): Case | undefined => {
  const [listed, record] = ['CASE', 'RECORD'].map((sk) => items.find((item) => textAt(item, 'sk') === sk))
  return listed === undefined || record === undefined ? undefined : caseFrom(listed, record)
}

const recordChanged = (tableName: string, { before, subject, event }: CaseChange): readonly TransactWriteItem[] => [
  ...(apartChanged(before, subject) ? [recordPut(tableName, subject)] : []),
  ...(before.assessment === subject.assessment ? [] : assessedPut(tableName, subject, event)),
]

const stillAt = (
  table: Table,
  subject: Case,
  { before, open }: { readonly before: Case; readonly open: boolean },
): TransactWriteItem => ({
  Put: {
    TableName: table.name,
    Item: caseItem(subject, open),
    ConditionExpression: '#version = :seen',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':seen': { N: String(before.version) } },
  },
})

// The case page: its partition, and one batch for its texts.
const whole = async (table: Table, reference: string): Promise<WholeCase | undefined> => {
  const items = await partition(table, keys.case(reference).pk)
  const subject = caseIn(items)
  if (subject === undefined) return undefined
  const under = <T>(start: string): readonly T[] =>
    items.filter((item) => textAt(item, 'sk').startsWith(start)).map((item) => dataOf<T>(item))
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
