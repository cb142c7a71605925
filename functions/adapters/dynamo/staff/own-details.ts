// By what a member of staff's own cases are known, as keyed hashes of what they said.
import type { OwnDetails } from '#usecases/ports/staff.ts'
import { dataOf, itemOf, keyItem, type Table } from '../client.ts'
import { keys } from '../table.ts'

export const ownDetails = (table: Table): OwnDetails => ({
  of: async (userId) => {
    const { Item: item } = await table.client.getItem({
      TableName: table.name,
      Key: keyItem(keys.ownDetails(userId)),
      ConsistentRead: true,
    })
    return item === undefined ? [] : dataOf<readonly string[]>(item)
  },
  keep: async (userId, marks) => {
    await table.client.putItem({ TableName: table.name, Item: itemOf(keys.ownDetails(userId), marks) })
  },
})
