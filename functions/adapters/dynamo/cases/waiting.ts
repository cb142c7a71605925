// Everybody on a service's waiting list: their cases, found by the states that they stand in until they have a time or leave.
import type { Case } from '#domain/cases/case.ts'
import type { WaitingEntry } from '#domain/slots/waiting.ts'
import type { WaitingFor } from '#usecases/ports/timetables.ts'
import { dataOf, type Item, type Table } from '../client.ts'
import { indexKeys, shards } from '../table.ts'

export const everybodyWaiting = async (
  table: Table,
  { service, states }: WaitingFor,
): Promise<readonly WaitingEntry[]> => {
  const keys = states.flatMap(({ team, state }) =>
    Array.from({ length: shards }, (_, shard) => indexKeys.state(team, state, shard)),
  )
  const items = await Promise.all(keys.map((key) => standingAt(table, key)))
  return items.flat().flatMap((item) => {
    const { reference, service: of, waiting } = dataOf<Pick<Case, 'reference' | 'service' | 'waiting'>>(item)
    return waiting === undefined || of !== service ? [] : [{ reference, waiting }]
  })
}

// A Query gives 1 MB at a time (DynamoDB, Query).
const standingAt = async (table: Table, key: string, from?: Item): Promise<readonly Item[]> => {
  const { Items: items = [], LastEvaluatedKey: next } = await table.client.query({
    TableName: table.name,
    IndexName: 'state',
    KeyConditionExpression: 'inState = :state',
    ExpressionAttributeValues: { ':state': { S: key } },
    ...(from === undefined ? {} : { ExclusiveStartKey: from }),
  })
  return next === undefined ? items : [...items, ...(await standingAt(table, key, next))]
}
