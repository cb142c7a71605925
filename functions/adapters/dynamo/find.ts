// What belongs to a phone number, found through a keyed hash of it: the number itself is in no key.
import type { ListedCase } from '#domain/cases/case.ts'
import type { FindStore } from '#usecases/ports.ts'
import { batchOf } from './batch.ts'
import { dataOf, keyItem, type Table, textAt } from './client.ts'
import { begunFrom } from './draft-items.ts'
import { keys } from './table.ts'

export const findStore = (table: Table): FindStore => ({
  byOwner: async (phoneHash) => {
    const items = await batchOf(table, await pointers(table, keys.found(phoneHash, 'DRAFT', '').pk))
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

const most = 50

type Pointer = ReturnType<typeof keyItem>

const pointers = async (table: Table, pk: string): Promise<readonly Pointer[]> => {
  const { Items: items = [] } = await table.client.query({
    TableName: table.name,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': { S: pk } },
    ConsistentRead: true,
    Limit: most,
  })
  return items.map((item) => {
    const [kind = '', id = ''] = textAt(item, 'sk').split('#')
    return keyItem(kind === 'DRAFT' ? keys.draft(id) : keys.case(id))
  })
}
