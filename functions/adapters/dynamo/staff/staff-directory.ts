// Who works in which team: written at each sign-in, so it holds the people who do, and nobody keeps a list.
import type { Staff } from '#domain/cases/case.ts'
import type { StaffDirectory } from '#usecases/ports/staff.ts'
import { dataOf, keyItem, numberAt, type Table } from '../client.ts'
import { type Key, keys } from '../table.ts'
import { because, transact } from '../transact.ts'

export const staffDirectory = (table: Table, token: () => string): StaffDirectory => ({
  record: async (user, others, now) => {
    const items = [
      ...user.teams.map((team) => ({ Update: seen(table, keys.person(team, user.id), user, now) })),
      ...others.map((team) => ({ Delete: { TableName: table.name, Key: keyItem(keys.person(team, user.id)) } })),
    ]
    const done = await transact(table, because('there', items), token())
    if (!done.ok) throw new Error('The directory of staff could not be written')
  },
  colleagues: async (team, since) => {
    const { Items: items = [] } = await table.client.query({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :person)',
      ExpressionAttributeValues: { ':pk': { S: keys.person(team, '').pk }, ':person': { S: keys.person(team, '').sk } },
      ConsistentRead: true,
    })
    return items
      .filter((item) => numberAt(item, 'seenAt') >= since)
      .map((item) => dataOf<Staff>(item))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  },
})

// When they came first stays: who is new to a team is told by it.
const seen = (table: Table, key: Key, user: Staff, now: number) => ({
  TableName: table.name,
  Key: keyItem(key),
  UpdateExpression: 'SET #data = :user, seenAt = :now, firstAt = if_not_exists(firstAt, :now)',
  ExpressionAttributeNames: { '#data': 'data' },
  ExpressionAttributeValues: { ':user': { S: JSON.stringify(user) }, ':now': { N: String(now) } },
})
