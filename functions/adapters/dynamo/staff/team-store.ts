// How people work in a team, beside the directory of who they are: one read has all of it.
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import type { Staff } from '#domain/cases/case.ts'
import type { Colleague, Team, Working } from '#domain/cases/desk/turns.ts'
import type { AuditEntry } from '#usecases/ports/staff.ts'
import type { TeamStore } from '#usecases/ports/team.ts'
import { dataOf, type Item, itemOf, numberAt, type Table, textAt } from '../client.ts'
import { putAtVersion, putNew } from '../conditions.ts'
import { type Key, keys } from '../table.ts'
import { because, transact, written } from '../transact.ts'

export const teamStore = (table: Table): TeamStore => ({
  of: async (team, since) => {
    const { Items: items = [] } = await table.client.query({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: keys.turns(team).pk } },
      ConsistentRead: true,
    })
    return teamFrom(items, team, since)
  },
  setWorking: async (team, userId, working, entry) => {
    const item = itemOf(keys.working(team, userId), working, { version: working.version })
    const puts = [putAtVersion(table.name, item, working.version - 1), audited(table, entry)]
    return written(table, because('changed-elsewhere', puts), entry.id, 'it was set how somebody works')
  },
  setInTurn: async (team, on, entry) => {
    const puts = [{ Put: { TableName: table.name, Item: itemOf(keys.turns(team), { on }) } }, audited(table, entry)]
    const done = await transact(table, because('there', puts), entry.id)
    if (!done.ok) throw new Error('Whether cases are given in turn could not be set')
  },
})

const teamFrom = (items: readonly Item[], team: string, since: number): Team => {
  const at = (key: Key) => items.find((item) => textAt(item, 'sk') === key.sk)
  const turns = at(keys.turns(team))
  const people = items
    .filter((item) => textAt(item, 'sk').startsWith(keys.person(team, '').sk) && numberAt(item, 'seenAt') >= since)
    .map((item): Colleague => {
      const person = dataOf<Staff>(item)
      const working = at(keys.working(team, person.id))
      return {
        person,
        firstAt: numberAt(item, 'firstAt'),
        working: working === undefined ? { version: 0 } : dataOf<Working>(working),
      }
    })
    .toSorted((one, other) => (one.person.name < other.person.name ? -1 : 1))
  return { people, inTurn: turns !== undefined && dataOf<{ readonly on: boolean }>(turns).on }
}

const audited = (table: Table, { id, ...told }: AuditEntry): TransactWriteItem =>
  putNew(table.audit, itemOf(keys.auditOf(told.by, id), told))
