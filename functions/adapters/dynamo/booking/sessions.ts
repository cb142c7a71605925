// Sessions that several people come to: one item a service has those of the last weeks and of the time to come, so that a page reads it
// once. 1,000 of them are some 250 KB of an item's 400. Their seats are claims.
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import type { Claim } from '#domain/slots/timetable.ts'
import { noSessions, type Workshops } from '#domain/slots/workshop.ts'
import type { SessionChange, SessionStore } from '#usecases/ports/timetables.ts'
import { auditPut } from '../audit-entry.ts'
import { dataOf, itemOf, keyItem, type Table } from '../client.ts'
import { putAtVersion } from '../conditions.ts'
import { keys } from '../table.ts'
import { because, written } from '../transact.ts'
import { knownIn } from './known.ts'
import { claimAt } from './overview.ts'

export const sessionStore = (table: Table, token: () => string, elapsed: () => number): SessionStore => {
  const known = knownIn(elapsed, (service) => sessionsOf(table, service))
  return {
    known: known.of,
    now: (service) => sessionsOf(table, service),
    put: (service, before, change) => {
      known.forget(service)
      const version = before.version + 1
      const item = itemOf(keys.sessions(service), { version, all: change.all }, { version })
      const put = [putAtVersion(table.name, item, before.version), { Put: auditPut(table, change.entry) }]
      const steps = [...because('changed-elsewhere', put), ...because('taken', claimsOf(table.name, change))]
      return written(table, steps, token(), 'the session was written')
    },
  }
}

const sessionsOf = async (table: Table, service: string): Promise<Workshops> => {
  const { Item: item } = await table.client.getItem({
    TableName: table.name,
    Key: keyItem(keys.sessions(service)),
    ConsistentRead: true,
  })
  return item === undefined ? noSessions : dataOf<Workshops>(item)
}

const claimsOf = (tableName: string, change: SessionChange): readonly TransactWriteItem[] => [
  ...eachOf(change.takes, (claim, bucket) => ({ Put: { TableName: tableName, ...takenFor(change, claim, bucket) } })),
  ...eachOf(change.frees, ({ claimant, day }, bucket) => ({
    Delete: {
      TableName: tableName,
      Key: keyItem(keys.claim(claimant, day, bucket)),
      ConditionExpression: 'attribute_not_exists(pk) OR holder = :me',
      ExpressionAttributeValues: { ':me': { S: holderOf(change.id) } },
    },
  })),
]

// A reference has no # in it: it is nobody's appointment.
const holderOf = (id: string): string => `workshop#${id}`

// Free, past its hold, or the session's own.
const takenFor = ({ id, now }: SessionChange, claim: Claim, bucket: string) => ({
  Item: { ...claimAt(claim, bucket), state: { S: 'booked' }, holder: { S: holderOf(id) } },
  ConditionExpression: 'attribute_not_exists(pk) OR holder = :me OR (#state = :held AND holdUntil < :now)',
  ExpressionAttributeNames: { '#state': 'state' },
  ExpressionAttributeValues: { ':me': { S: holderOf(id) }, ':held': { S: 'held' }, ':now': { N: String(now) } },
})

const eachOf = <T>(claims: readonly Claim[], make: (claim: Claim, bucket: string) => T): readonly T[] =>
  claims.flatMap((claim) => claim.buckets.map((bucket) => make(claim, bucket)))
