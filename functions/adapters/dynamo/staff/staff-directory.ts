// Who works in which team: written at each sign-in, so it holds the people who do, and nobody keeps a list.
import type { Staff } from '#domain/cases/case.ts'
import type { StaffDirectory } from '#usecases/ports/staff.ts'
import { dataOf, itemOf, keyItem, numberAt, type Table } from '../client.ts'
import { keys } from '../table.ts'
import { transact } from '../transact.ts'

export const staffDirectory = (table: Table, token: () => string): StaffDirectory => ({
  record: async (user, others, now) => {
    const done = await transact(
      table,
      [
        ...user.teams.map((team) => ({
          Put: { TableName: table.name, Item: itemOf(keys.person(team, user.id), user, { seenAt: now }) },
        })),
        ...others.map((team) => ({ Delete: { TableName: table.name, Key: keyItem(keys.person(team, user.id)) } })),
      ],
      token(),
    )
    if (!done.ok) throw new Error('The directory of staff could not be written')
  },
  colleagues: async (team, since) => {
    const { Items: items = [] } = await table.client.query({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: keys.person(team, '').pk } },
      ConsistentRead: true,
    })
    return items
      .filter((item) => numberAt(item, 'seenAt') >= since)
      .map((item) => dataOf<Staff>(item))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  },
})
