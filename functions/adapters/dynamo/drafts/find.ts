// What belongs to a phone number, found through a keyed hash of it: the number itself is in no key.
import type { ListedCase } from '#domain/cases/case.ts'
import type { FindStore } from '#usecases/ports/stores.ts'
import { batchOf } from '../batch.ts'
import { dataOf, type Item, keyItem, type Table, textAt } from '../client.ts'
import { keys } from '../table.ts'
import { begunFrom } from './draft-items.ts'

export const findStore = (table: Table): FindStore => ({
  byOwner: async (phoneHash) => {
    const items = await batchOf(table, await pointers(table, keys.found(phoneHash, 'DRAFT', '').pk), shown)
    const drafts = items.filter((item) => textAt(item, 'sk') === 'DRAFT').map(begunFrom)
    const cases = items.filter((item) => textAt(item, 'sk') === 'CASE').map((item) => dataOf<ListedCase>(item))
    return {
      drafts: drafts.filter((draft) => draft.status === 'draft').toSorted((a, b) => b.touchedAt - a.touchedAt),
      cases: cases.toSorted((a, b) => b.openedAt - a.openedAt),
    }
  },
  marked: async ({ by, hash }) => {
    const found = await pointers(table, keys.marked(by, hash, '').pk)
    const cases = await batchOf(
      table,
      found.filter(({ sk }) => sk?.S === 'CASE'),
    )
    return cases.map((item) => dataOf<ListedCase>(item))
  },
})

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
const shown = ['pk', 'sk', 'data', 'version', 'status', 'touchedAt', 'expiresAt', 'caseReference', 'holder', 'turn']
