// Erases people: their cases with all that belongs to them, and leaves that there was a case of that reference and by which rule it went
// (docs/rules/keeping.md, "Erasing"). Broken off, it is run again and goes on: a case's own items go last, in one transaction.
import { randomUUID } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { S3Client } from '@aws-sdk/client-s3'
import type { NotErased, Receipt, ToErase } from '#usecases/ports/erasing.ts'
import type { Keys } from '#usecases/ports/stores.ts'
import { dataOf, itemOf, keyItem, numberAt, type SealedTable } from '../dynamo/client.ts'
import { ifHeld } from '../dynamo/conditions.ts'
import { keys } from '../dynamo/table.ts'
import { because, transact } from '../dynamo/transact.ts'
import { sha256Of } from '../system.ts'
import { emptied } from './bucket.ts'
import { isOf, stillNames, type Theirs, theirs } from './found.ts'
import { attributeOf, type FoundItem, seeEveryItem, type Whole } from './items.ts'
import { hashedCase, hashedDraft, signed } from './receipt.ts'

export type Eraser = {
  readonly endpoint: string | undefined
  readonly region: string
  readonly table: Pick<SealedTable, 'client' | 'name' | 'audit'>
  readonly keys: Keys
  readonly bucket: { readonly client: S3Client; readonly name: string }
  readonly readers: number
  readonly isOpen: (service: string, state: string) => boolean
  readonly now: () => number
  // Apart from the tables: once before anything goes, and once when all of it has gone.
  readonly keep: (receipt: Receipt) => void | Promise<void>
}

type Wanted = {
  readonly cases: readonly ToErase[]
  readonly drafts?: readonly string[]
  // Told on the receipt where only drafts came back.
  readonly law?: string
  readonly by?: string
  // After a restore: what was closed and erased may be open again, and goes all the same.
  readonly again?: boolean
}

type Case = {
  readonly reference: string
  readonly service: string
  readonly state: string
  readonly openedAt: number
  readonly changedAt: number
  readonly version: number
  readonly held?: object
}

export const erase = (eraser: Eraser, cases: readonly ToErase[]): Promise<Receipt | NotErased> =>
  throughAll(eraser, (whole) => erasing(eraser, whole, { cases }))

const throughAll = async <T>(
  { endpoint, region, readers, table: { name } }: Eraser,
  use: (whole: Whole) => Promise<T>,
): Promise<T> => {
  const client = new DynamoDBClient(endpoint === undefined ? { region } : { endpoint, region })
  try {
    return await use({ client, name, readers })
  } finally {
    client.destroy()
  }
}

const erasing = async (eraser: Eraser, whole: Whole, wanted: Wanted): Promise<Receipt | NotErased> => {
  const found = new Map<string, Case>()
  for (const { reference } of wanted.cases) {
    const subject = await caseAt(eraser, reference)
    if (subject !== undefined) found.set(reference, subject)
  }
  return refusal(eraser, found, wanted) ?? (await erased(eraser, whole, { wanted, found }))
}

const caseAt = async ({ table }: Eraser, reference: string): Promise<Case | undefined> => {
  const Key = keyItem(keys.case(reference))
  const { Item: item } = await table.client.getItem({ TableName: table.name, Key, ConsistentRead: true })
  if (item === undefined) return undefined
  return { ...dataOf<Omit<Case, 'version'>>(item), version: numberAt(item, 'version') }
}

const refusal = (
  { isOpen }: Eraser,
  found: ReadonlyMap<string, Case>,
  { cases, again = false }: Wanted,
): NotErased | undefined => {
  const among = (is: (subject: Case | undefined) => boolean): readonly string[] =>
    cases.flatMap(({ reference }) => (is(found.get(reference)) ? [reference] : []))
  const absent = among((subject) => subject === undefined)
  if (absent.length > 0) return { is: 'not-there', references: absent }
  if (again) return undefined
  const held = among((subject) => subject?.held !== undefined)
  if (held.length > 0) return { is: 'held', references: held }
  const open = among((subject) => subject !== undefined && isOpen(subject.service, subject.state))
  return open.length === 0 ? undefined : { is: 'open', references: open }
}

type Going = { readonly wanted: Wanted; readonly found: ReadonlyMap<string, Case> }

const erased = async (eraser: Eraser, whole: Whole, { wanted, found }: Going): Promise<Receipt | NotErased> => {
  const { bucket, keep } = eraser
  const references = new Set(wanted.cases.map(({ reference }) => reference))
  const all = await theirs(whole, { references, drafts: new Set(wanted.drafts ?? []) })
  await keep(receiptOf(eraser, { wanted, all }, { went: {}, files: 0, keys: [], left: 0, begun: true }))
  const changed = await notShut(eraser, found)
  if (changed.length > 0) return { is: 'changed', references: changed }
  const starts = [...all.drafts].map((draft) => `${draft}/`)
  const files = await emptied(bucket.client, bucket.name, starts)
  const { went, wrapped, last } = await removed(eraser, whole, all)
  await end(eraser, wanted, last)
  const left = await leftOf(whole, all, wrapped)
  const receipt = receiptOf(eraser, { wanted, all }, { went, files, keys: [...wrapped].map(sha256Of), left })
  await keep(receipt)
  return receipt
}

// From now on nobody changes them, and so nobody holds one of which half has gone: the version that a change is made of counts no more.
const notShut = async ({ table }: Eraser, found: ReadonlyMap<string, Case>): Promise<readonly string[]> => {
  const changed: string[] = []
  for (const { reference, version } of found.values()) {
    const shut = table.client.updateItem({
      TableName: table.name,
      Key: keyItem(keys.case(reference)),
      UpdateExpression: 'SET #version = :next',
      ConditionExpression: '#version = :seen',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':next': { N: String(version + 1) }, ':seen': { N: String(version) } },
    })
    if ((await ifHeld(shut)) === undefined) changed.push(reference)
  }
  return changed
}

type Of = { readonly wanted: Wanted; readonly all: Theirs }

const receiptOf = (
  { keys: hashes, now }: Eraser,
  { wanted, all }: Of,
  counts: Pick<Receipt, 'went' | 'files' | 'keys' | 'left' | 'begun'>,
): Receipt =>
  signed(hashes, {
    ...{ version: 1, id: randomUUID(), at: new Date(now()).toISOString() },
    by: wanted.by ?? saidOnce(wanted.cases.map(({ by }) => by)),
    law: wanted.law ?? saidOnce(wanted.cases.map(({ law }) => law)),
    cases: [...all.references].map((reference) => hashedCase(hashes, reference)),
    drafts: [...all.drafts].map((draft) => hashedDraft(hashes, draft)),
    ...counts,
  })

const saidOnce = (words: readonly string[]): string => [...new Set(words)].join('; ')

type Removed = {
  readonly went: Readonly<Record<string, number>>
  readonly wrapped: ReadonlySet<string>
  readonly last: readonly FoundItem[]
}

// All but a case and its record, by which a second run knows what is left to do.
const removed = async ({ table }: Eraser, whole: Whole, all: Theirs): Promise<Removed> => {
  const [went, wrapped, last]: [Record<string, number>, Set<string>, FoundItem[]] = [{}, new Set(), []]
  await seeEveryItem(whole, async (item) => {
    if (!isOf(item, all)) return
    const [kind = ''] = attributeOf(item, 'pk').split('#')
    went[kind] = (went[kind] ?? 0) + 1
    const key = attributeOf(item, 'wrappedKey')
    if (key !== '') wrapped.add(key)
    if (kind === 'CASE' && ['CASE', 'RECORD'].includes(attributeOf(item, 'sk'))) last.push(item)
    else await table.client.transactWriteItems({ TransactItems: [deleteOf(table.name, item)] })
  })
  return { went, wrapped, last }
}

const deleteOf = (TableName: string, item: FoundItem) => ({
  Delete: { TableName, Key: keyItem({ pk: attributeOf(item, 'pk'), sk: attributeOf(item, 'sk') }) },
})

// The case goes, and that it was erased stands in its place and in the audit log: all or none. The reference stays taken.
const end = async (eraser: Eraser, { cases }: Wanted, last: readonly FoundItem[]): Promise<void> => {
  for (const item of last) {
    if (attributeOf(item, 'sk') !== 'CASE') continue
    const { reference, ...subject }: Case = JSON.parse(attributeOf(item, 'data'))
    const named = cases.find((one) => one.reference === reference)
    if (named === undefined) continue
    const own = last.filter((one) => attributeOf(one, 'pk') === attributeOf(item, 'pk'))
    const { table, now } = eraser
    const items = [...own.map((one) => deleteOf(table.name, one)), ...tombstone(eraser, named, subject)]
    const done = await transact(table, because('there', items), `erase-${reference}-${now()}`)
    if (!done.ok) throw new Error(`${reference} was not erased to its end: run it again`)
  }
}

const tombstone = (
  { table, now }: Eraser,
  { reference, by, law }: ToErase,
  { service, state, openedAt, changedAt }: Omit<Case, 'reference'>,
) => {
  const told = { reference, service, outcome: state, openedAt, closedAt: changedAt, erasedAt: now(), law }
  const entry = { at: now(), by, did: 'erase', allowed: true, on: law }
  const auditKey = keys.audit(keys.case(reference).pk, `erased-${now()}`)
  return [
    { Put: { TableName: table.name, Item: itemOf(keys.erased(reference), told) } },
    { Put: { TableName: table.name, Item: itemOf(keys.reference(reference), {}) } },
    { Put: { TableName: table.audit, Item: itemOf(auditKey, entry) } },
  ]
}

const leftOf = async (whole: Whole, all: Theirs, wrapped: ReadonlySet<string>): Promise<number> => {
  let left = 0
  await seeEveryItem(whole, (item) => {
    if (stillNames(item, all, wrapped)) left += 1
  })
  return left
}

/** After a restore: whatever the receipts name and the table has again goes again. Gives a receipt where something did. */
export const replay = (eraser: Eraser, receipts: readonly Receipt[], by: string): Promise<Receipt | undefined> =>
  throughAll(eraser, async (whole) => {
    const { references, drafts } = await cameBack(eraser, whole, receipts)
    if (references.length + drafts.length === 0) return undefined
    const law = receipts.at(-1)?.law ?? ''
    const cases = references.map((reference) => ({ reference, by, law }))
    const done = await erasing(eraser, whole, { cases, drafts, by, law, again: true })
    if ('signature' in done) return done
    throw new Error(`Not erased again: ${done.references.join(', ')} (${done.is})`)
  })

const cameBack = async ({ keys: hashes }: Eraser, whole: Whole, receipts: readonly Receipt[]) => {
  const cases = new Set(receipts.flatMap((one) => one.cases))
  const ids = new Set(receipts.flatMap((one) => one.drafts))
  const [references, drafts]: [string[], string[]] = [[], []]
  await seeEveryItem(whole, (item) => {
    const [kind, id = ''] = attributeOf(item, 'pk').split('#')
    if (kind === 'CASE' && attributeOf(item, 'sk') === 'CASE' && cases.has(hashedCase(hashes, id))) references.push(id)
    if (kind === 'DRAFT' && attributeOf(item, 'sk') === 'DRAFT' && ids.has(hashedDraft(hashes, id))) drafts.push(id)
  })
  return { references, drafts }
}
