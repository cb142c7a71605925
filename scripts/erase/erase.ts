// Erases people: their cases with all that belongs to them, and leaves that there was a case of that reference and by which rule it went
// (docs/rules/keeping.md, "Erasing"). Broken off, it is run again and goes on: a case's own items go last, in one transaction.
import { randomUUID } from 'node:crypto'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { S3Client } from '@aws-sdk/client-s3'
import { itemOf, keyItem, type SealedTable } from '#adapters/dynamo/client.ts'
import { keys } from '#adapters/dynamo/table.ts'
import { because, transact } from '#adapters/dynamo/transact.ts'
import { sha256Of } from '#adapters/system.ts'
import type { Keys } from '#usecases/ports/stores.ts'
import { clientAt, type RestoredTables } from '../restore/tables.ts'
import { emptied } from './bucket.ts'
import { at, type FoundItem, isOf, itemsOf, stillNames, type Theirs, theirs } from './found.ts'
import { hashedCase, hashedDraft, type Receipt, signed } from './receipt.ts'

export type Eraser = {
  readonly tables: RestoredTables
  readonly table: Pick<SealedTable, 'client' | 'name' | 'audit'>
  readonly keys: Keys
  readonly bucket: { readonly client: S3Client; readonly name: string }
  readonly isOpen: (service: string, state: string) => boolean
  readonly now: () => number
}

type Wanted = {
  readonly references: readonly string[]
  readonly drafts?: readonly string[]
  readonly by: string
  readonly law: string
  // After a restore: what was closed and erased may be open again, and goes all the same.
  readonly again?: boolean
}

export type NotErased = { readonly is: 'open' | 'not-there' | 'held'; readonly references: readonly string[] }

type Case = {
  readonly reference: string
  readonly service: string
  readonly state: string
  readonly openedAt: number
  readonly changedAt: number
  readonly held?: object
}

export const erase = async (eraser: Eraser, wanted: Wanted): Promise<Receipt | NotErased> => {
  const client = clientAt(eraser.tables)
  try {
    const refused = await refusal(eraser, client, wanted)
    return refused ?? (await erased(eraser, client, wanted))
  } finally {
    client.destroy()
  }
}

const refusal = async (
  { tables, isOpen }: Eraser,
  client: DynamoDBClient,
  { references, again = false }: Wanted,
): Promise<NotErased | undefined> => {
  const cases = await casesIn(client, tables.main, new Set(references))
  const absent = references.filter((reference) => !cases.has(reference))
  if (absent.length > 0) return { is: 'not-there', references: absent }
  const held = references.filter((reference) => cases.get(reference)?.held !== undefined)
  if (held.length > 0) return { is: 'held', references: held }
  const open = [...cases.values()].filter(({ service, state }) => isOpen(service, state))
  return again || open.length === 0 ? undefined : { is: 'open', references: open.map(({ reference }) => reference) }
}

const casesIn = async (
  client: DynamoDBClient,
  name: string,
  references: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Case>> => {
  const cases = new Map<string, Case>()
  for await (const item of itemsOf(client, name)) {
    const [kind, reference = ''] = at(item, 'pk').split('#')
    if (kind === 'CASE' && at(item, 'sk') === 'CASE' && references.has(reference))
      cases.set(reference, JSON.parse(at(item, 'data')))
  }
  return cases
}

const erased = async (eraser: Eraser, client: DynamoDBClient, wanted: Wanted): Promise<Receipt> => {
  const { tables, bucket, now } = eraser
  const all = await theirs(client, tables.main, {
    references: new Set(wanted.references),
    drafts: new Set(wanted.drafts ?? []),
  })
  const files = await emptied(
    bucket.client,
    bucket.name,
    [...all.drafts].map((draft) => `${draft}/`),
  )
  const { went, wrapped, last } = await removed(eraser, client, all)
  await end(eraser, wanted, last)
  return signed(eraser.keys, {
    ...{ version: 1, id: randomUUID(), at: new Date(now()).toISOString(), by: wanted.by, law: wanted.law },
    cases: [...all.references].map((reference) => hashedCase(eraser.keys, reference)),
    drafts: [...all.drafts].map((draft) => hashedDraft(eraser.keys, draft)),
    ...{ went, files, keys: [...wrapped].map(sha256Of) },
    left: await leftOf(client, tables.main, all, wrapped),
  })
}

type Removed = {
  readonly went: Readonly<Record<string, number>>
  readonly wrapped: ReadonlySet<string>
  readonly last: readonly FoundItem[]
}

// All but a case and its record, by which a second run knows what is left to do.
const removed = async ({ tables, table }: Eraser, client: DynamoDBClient, all: Theirs): Promise<Removed> => {
  const [went, wrapped, last]: [Record<string, number>, Set<string>, FoundItem[]] = [{}, new Set(), []]
  for await (const item of itemsOf(client, tables.main)) {
    if (!isOf(item, all)) continue
    const [kind = ''] = at(item, 'pk').split('#')
    went[kind] = (went[kind] ?? 0) + 1
    const key = at(item, 'wrappedKey')
    if (key !== '') wrapped.add(key)
    if (kind === 'CASE' && ['CASE', 'RECORD'].includes(at(item, 'sk'))) last.push(item)
    else await table.client.transactWriteItems({ TransactItems: [deleteOf(table.name, item)] })
  }
  return { went, wrapped, last }
}

const deleteOf = (TableName: string, item: FoundItem) => ({
  Delete: { TableName, Key: keyItem({ pk: at(item, 'pk'), sk: at(item, 'sk') }) },
})

// The case goes, and that it was erased stands in its place and in the audit log: all or none. The reference stays taken.
const end = async ({ table, now }: Eraser, { by, law }: Wanted, last: readonly FoundItem[]): Promise<void> => {
  for (const item of last) {
    if (at(item, 'sk') !== 'CASE') continue
    const { reference, service, state, openedAt, changedAt }: Case = JSON.parse(at(item, 'data'))
    const own = last.filter((one) => at(one, 'pk') === at(item, 'pk'))
    const told = { reference, service, outcome: state, openedAt, closedAt: changedAt, erasedAt: now(), law }
    const entry = { at: now(), by, did: 'erase', allowed: true, on: law }
    const items = [
      ...own.map((one) => deleteOf(table.name, one)),
      { Put: { TableName: table.name, Item: itemOf(keys.erased(reference), told) } },
      { Put: { TableName: table.name, Item: itemOf(keys.reference(reference), {}) } },
      {
        Put: {
          TableName: table.audit,
          Item: itemOf(keys.audit(keys.case(reference).pk, `erased-${now()}`), entry),
        },
      },
    ]
    const done = await transact(table, because('there', items), `erase-${reference}-${now()}`)
    if (!done.ok) throw new Error(`${reference} was not erased to its end: run it again`)
  }
}

const leftOf = async (
  client: DynamoDBClient,
  name: string,
  all: Theirs,
  wrapped: ReadonlySet<string>,
): Promise<number> => {
  let left = 0
  for await (const item of itemsOf(client, name)) if (stillNames(item, all, wrapped)) left += 1
  return left
}

/** After a restore: whatever the receipts name and the table has again goes again. Gives a receipt where something did. */
export const replay = async (
  eraser: Eraser,
  receipts: readonly Receipt[],
  by: string,
): Promise<Receipt | undefined> => {
  const client: DynamoDBClient = clientAt(eraser.tables)
  const [cases, drafts] = [
    new Set(receipts.flatMap((one) => one.cases)),
    new Set(receipts.flatMap((one) => one.drafts)),
  ]
  const [references, ids]: [string[], string[]] = [[], []]
  for await (const item of itemsOf(client, eraser.tables.main)) {
    const [kind, id = ''] = at(item, 'pk').split('#')
    if (kind === 'CASE' && at(item, 'sk') === 'CASE' && cases.has(hashedCase(eraser.keys, id))) references.push(id)
    if (kind === 'DRAFT' && at(item, 'sk') === 'DRAFT' && drafts.has(hashedDraft(eraser.keys, id))) ids.push(id)
  }
  client.destroy()
  if (references.length + ids.length === 0) return undefined
  const law = receipts.at(-1)?.law ?? ''
  const done = await erase(eraser, { references, drafts: ids, by, law, again: true })
  if ('signature' in done) return done
  throw new Error(`Not erased again: ${done.references.join(', ')} (${done.is})`)
}
