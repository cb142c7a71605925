// Files of a draft, and the same files on the case that the draft becomes. A count stands beside a draft's files and is raised with each
// change: sending the draft is conditional on it, so no verdict falls between reading the files and making the case.
import { randomUUID } from 'node:crypto'
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import type { Draft } from '#domain/forms/answered/draft.ts'
import type { Result } from '#domain/result.ts'
import { mostFiles } from '#domain/uploads/upload.ts'
import type { FileProblem, UploadStore } from '#usecases/ports/files.ts'
import type { CaseChange, StoredFile } from '#usecases/ports/stores.ts'
import { dataOf, type Item, itemOf, keyItem, numberAt, type Table, textAt } from '../client.ts'
import { absent } from '../conditions.ts'
import { timeToLive } from '../schema.ts'
import { keys } from '../table.ts'
import { because, type GuardedWrite, written } from '../transact.ts'
import { uncheckedAs, uncheckedOfCases, uncheckedOfDrafts } from './unchecked.ts'

export const uploadStore = (table: Table): UploadStore => ({
  arrive: (draft, file) => write(table, draft, file, { kind: 'a', ifStill: 'attribute_not_exists(pk)', adds: 1 }),
  settle: (draft, file) => write(table, draft, file, { kind: 's', ifStill: '#state = :checking', adds: 0 }),
  addShown: (draft, file) => write(table, draft, file, { kind: 'p', ifStill: '#state = :clean', adds: 0 }),
  // What was removed leaves its mark, so that a late verdict does not bring it back.
  remove: (draft, file) =>
    write(table, draft, file, { kind: 'r', ifStill: 'attribute_exists(pk) AND #state <> :removed', adds: -1 }),
  unchecked: (before) => uncheckedOfDrafts(table, before),
  casesUnchecked: (before) => uncheckedOfCases(table, before),
  ofDraft: async (draftId) => (await filesOfDraft(table, draftId)).files,
})

type Write = { readonly kind: 'a' | 's' | 'p' | 'r'; readonly ifStill: string; readonly adds: 1 | 0 | -1 }

const write = async (
  table: Table,
  draft: Draft,
  file: StoredFile,
  change: Write,
): Promise<Result<null, FileProblem>> => {
  const sent = draft.caseReference
  const put = { Put: { TableName: table.name, Item: fileItem(draft, file, change), ...stillAs(change.ifStill) } }
  const steps: readonly GuardedWrite<FileProblem>[] = [
    ...because('known', [put]),
    ...because('full', [countChange(table.name, draft, change)]),
    ...because(
      'changed-elsewhere',
      sent === undefined ? [stillDraft(table.name, draft)] : caseFileItems(table.name, sent, [file]),
    ),
  ]
  return written(table, steps, randomUUID(), 'the file was stored')
}

const fileItem = (draft: Draft, file: StoredFile, { kind }: Pick<Write, 'kind'>): Item =>
  itemOf(keys.draftFile(draft.id, file.id), file, {
    state: kind === 'r' ? 'removed' : file.verdict,
    ...(kind === 'r' ? {} : uncheckedAs('draft', draft.id, file)),
    [timeToLive]: Math.ceil(draft.expiresAt / 1000),
  })

const stillAs = (condition: string) => {
  if (!condition.includes('#state')) return { ConditionExpression: condition }
  const [, state = ''] = /:(\w+)/.exec(condition) ?? []
  return {
    ConditionExpression: condition,
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: { [`:${state}`]: { S: state } },
  }
}

const countChange = (tableName: string, draft: Draft, { adds }: Write): TransactWriteItem => ({
  Update: {
    TableName: tableName,
    Key: keyItem(keys.draftFiles(draft.id)),
    UpdateExpression: 'SET #ttl = :ttl ADD changes :one, held :adds',
    ...(adds === 1 ? { ConditionExpression: 'attribute_not_exists(held) OR held < :most' } : {}),
    ExpressionAttributeNames: { '#ttl': timeToLive },
    ExpressionAttributeValues: {
      ':ttl': { N: String(Math.ceil(draft.expiresAt / 1000)) },
      ':one': { N: '1' },
      ':adds': { N: String(adds) },
      ...(adds === 1 ? { ':most': { N: String(mostFiles) } } : {}),
    },
  },
})

const stillDraft = (tableName: string, draft: Draft): TransactWriteItem => ({
  ConditionCheck: {
    TableName: tableName,
    Key: keyItem(keys.draft(draft.id)),
    ConditionExpression: '#status = :draft',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: { ':draft': { S: 'draft' } },
  },
})

export type DraftFiles = { readonly files: readonly StoredFile[]; readonly changes: number }

export const filesOfDraft = async (table: Table, draftId: string): Promise<DraftFiles> => {
  const { pk, sk } = keys.draftFiles(draftId)
  const { Items: items = [] } = await table.client.query({
    TableName: table.name,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
    ExpressionAttributeValues: { ':pk': { S: pk }, ':sk': { S: 'FILE' } },
    ConsistentRead: true,
  })
  return {
    files: items
      .filter((item) => textAt(item, 'sk') !== sk && textAt(item, 'state') !== 'removed')
      .map((item) => dataOf<StoredFile>(item)),
    changes: numberAt(items.find((item) => textAt(item, 'sk') === sk) ?? {}, 'changes'),
  }
}

// The files that a reopened draft begins with, and their count.
export const copiedFiles = (
  tableName: string,
  draft: Draft,
  files: readonly StoredFile[],
): readonly TransactWriteItem[] => {
  if (files.length === 0) return []
  const ttl = Math.ceil(draft.expiresAt / 1000)
  const count = { changes: files.length, held: files.length, [timeToLive]: ttl }
  const puts = files.map((file) => ({ Put: { TableName: tableName, Item: fileItem(draft, file, { kind: 'a' }) } }))
  return [...puts, { Put: { TableName: tableName, Item: itemOf(keys.draftFiles(draft.id), {}, count) } }]
}

// Verdicts as part of a change of the case: on the case, and on the draft that it was.
export const verdictItems = (
  tableName: string,
  reference: string,
  told: CaseChange['files'],
): readonly TransactWriteItem[] =>
  told === undefined
    ? []
    : [
        ...caseFileItems(tableName, reference, told.files),
        ...told.files.map((file) => ({
          Put: {
            TableName: tableName,
            Item: itemOf(keys.draftFile(told.draftId, file.id), file, { state: file.verdict }),
            ...stillAs('#state = :checking'),
          },
        })),
      ]

// Part of the transaction that sends a draft: its files are still those that were read.
export const filesUnchanged = (tableName: string, draftId: string, { changes }: DraftFiles): TransactWriteItem => ({
  ConditionCheck: {
    TableName: tableName,
    Key: keyItem(keys.draftFiles(draftId)),
    ...(changes === 0
      ? absent
      : { ConditionExpression: 'changes = :seen', ExpressionAttributeValues: { ':seen': { N: String(changes) } } }),
  },
})

export const caseFileItems = (
  tableName: string,
  reference: string,
  files: readonly StoredFile[],
): readonly TransactWriteItem[] =>
  files.map((file) => ({
    Put: {
      TableName: tableName,
      Item: itemOf(keys.caseFile(reference, file.id), file, uncheckedAs('case', reference, file)),
    },
  }))
