// What belongs to a phone number, found through a keyed hash of it: the number itself is in no key.
import type { ListedCase } from '#domain/cases/case.ts'
import type { FindStore } from '#usecases/ports.ts'
import { dataOf, type Item, keyItem, type Table, textAt } from './client.ts'
import { begunFrom } from './draft-items.ts'
import { keys } from './table.ts'

export const findStore = (table: Table): FindStore => ({
  byOwner: async (phoneHash) => {
    const items = await batch(table, await pointers(table, keys.found(phoneHash, 'DRAFT', '').pk))
    const drafts = items.filter((item) => textAt(item, 'sk') === 'DRAFT').map(begunFrom)
    const cases = items.filter((item) => textAt(item, 'sk') === 'CASE').map((item) => dataOf<ListedCase>(item))
    return {
      drafts: drafts.filter((draft) => draft.status === 'draft').toSorted((a, b) => b.touchedAt - a.touchedAt),
      cases: cases.toSorted((a, b) => b.openedAt - a.openedAt),
    }
  },
  marked: async ({ by, hash }) => {
    const found = await pointers(table, keys.marked(by, hash, '').pk)
    const cases = await batch(
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

// Keys in one request (DynamoDB API reference, BatchGetItem).
const atOnce = 100

const batch = async (table: Table, wanted: readonly Pointer[]): Promise<readonly Item[]> => {
  const items: Item[] = []
  for (let from = 0; from < wanted.length; from += atOnce)
    items.push(...(await some(table, wanted.slice(from, from + atOnce))))
  return items
}

// Not what is answered on their pages: a list shows none of it, and it is most of an item.
const shown = ['pk', 'sk', 'data', 'version', 'status', 'touchedAt', 'expiresAt', 'caseReference', 'holder', 'turn']

const some = async (table: Table, wanted: readonly Pointer[]): Promise<readonly Item[]> => {
  const { Responses: found = {} } = await table.client.batchGetItem({
    RequestItems: {
      [table.name]: {
        Keys: [...wanted],
        ConsistentRead: true,
        ProjectionExpression: shown.map((name) => `#${name}`).join(', '),
        ExpressionAttributeNames: Object.fromEntries(shown.map((name) => [`#${name}`, name])),
      },
    },
  })
  return found[table.name] ?? []
}
