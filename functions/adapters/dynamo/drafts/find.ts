// What belongs to a phone number, found through a keyed hash of it: the number itself is in no key.
// And what a reference and an email address name together.
import type { ListedCase } from '#domain/cases/case.ts'
import { opensByPhone } from '#domain/forms/answered/way-back.ts'
import type { BegunDraft, FindStore, FoundByEmail } from '#usecases/ports/access.ts'
import { batchOf } from '../batch.ts'
import { dataOf, type Item, keyItem, type Table, textAt } from '../client.ts'
import { keys } from '../table.ts'
import { begunFrom } from './draft-items.ts'

export const findStore = (table: Table): FindStore => ({
  byOwner: async (phoneHash) => {
    const items = await batchOf(table, await pointers(table, keys.found(phoneHash, 'DRAFT', '').pk), shown)
    const drafts = items.filter((item) => textAt(item, 'sk') === 'DRAFT').map(begunFrom)
    const cases = items.filter((item) => textAt(item, 'sk') === 'CASE').map((item) => dataOf<ListedCase>(item))
    const others = await heldByOthers(table, phoneHash, cases)
    return {
      drafts: drafts
        .filter((draft) => draft.status === 'draft' && opensByPhone(draft, phoneHash))
        .toSorted((a, b) => b.touchedAt - a.touchedAt),
      cases: cases.filter(({ draftId }) => !others.has(draftId)).toSorted((a, b) => b.openedAt - a.openedAt),
    }
  },
  byEmail: (reference, hash) => byEmail(table, reference, hash),
  marked: async ({ by, hash }) => {
    const found = await pointers(table, keys.marked(by, hash, '').pk)
    const cases = await batchOf(
      table,
      found.filter(({ sk }) => sk?.S === 'CASE'),
    )
    return cases.map((item) => dataOf<ListedCase>(item))
  },
})

const byEmail = async (table: Table, reference: string, hash: string): Promise<FoundByEmail> => {
  const [named, [sent]] = await Promise.all([
    table.client.getItem({ TableName: table.name, Key: keyItem(keys.phrase(hash)), ConsistentRead: true }),
    batchOf(table, [keyItem(keys.case(reference))]),
  ])
  const draftId = named.Item === undefined ? '' : dataOf<{ readonly draftId: string }>(named.Item).draftId
  const subject = sent === undefined ? undefined : dataOf<ListedCase>(sent)
  const found = await draftsOf(table, [draftId, subject?.draftId ?? ''])
  const [begun, draft] = [found.get(draftId), found.get(subject?.draftId ?? '')]
  return {
    ...(begun === undefined ? {} : { begun }),
    ...(subject === undefined || draft === undefined ? {} : { sent: { subject, draft } }),
  }
}

const draftsOf = async (table: Table, ids: readonly string[]): Promise<ReadonlyMap<string, BegunDraft>> => {
  const wanted = [...new Set(ids)].filter((id) => id !== '').map((id) => keyItem(keys.draft(id)))
  const items = await batchOf(table, wanted, shown)
  return new Map(items.map(begunFrom).map((draft) => [draft.id, draft]))
}

// Cases that this phone is on and does not open: who holds them by email never gave it.
const heldByOthers = async (
  table: Table,
  phoneHash: string,
  cases: readonly ListedCase[],
): Promise<ReadonlySet<string>> => {
  const drafts = await draftsOf(
    table,
    cases.map(({ draftId }) => draftId),
  )
  return new Set([...drafts.values()].filter((draft) => !opensByPhone(draft, phoneHash)).map(({ id }) => id))
}

type Pointer = ReturnType<typeof keyItem>

// More than strangers could plant in a month: every one of them is read, so that none hides the owner's.
const most = 2000

const pointers = async (table: Table, pk: string, from?: Item, had = 0): Promise<readonly Pointer[]> => {
  const { Items: items = [], LastEvaluatedKey: next } = await table.client.query({
    TableName: table.name,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': { S: pk } },
    ConsistentRead: true,
    ...(from === undefined ? {} : { ExclusiveStartKey: from }),
  })
  const found = items.map((item) => {
    const [kind = '', id = ''] = textAt(item, 'sk').split('#')
    return keyItem(kind === 'DRAFT' ? keys.draft(id) : keys.case(id))
  })
  const all = had + found.length
  return next === undefined || all >= most ? found : [...found, ...(await pointers(table, pk, next, all))]
}

// Not what is answered on their pages: a list shows none of it, and it is most of an item.
const shown = [
  'pk',
  'sk',
  'data',
  'version',
  'status',
  'touchedAt',
  'expiresAt',
  'caseReference',
  'holder',
  'also',
  'turn',
]
