// Lists that wait for somebody to agree that they become files. They end by themselves.
import { no, ok } from '#domain/result.ts'
import type { ListRequest } from '#domain/sharing/list-file.ts'
import type { ListRequests } from '#usecases/ports/sharing/list-requests.ts'
import { dataOf, itemOf, type Table } from '../client.ts'
import { ifHeld } from '../conditions.ts'
import { putOnce } from '../put-once.ts'
import { timeToLive } from '../schema.ts'
import { sharingKeys } from './sharing-keys.ts'

const keptSeconds = 7 * 86_400

const itemFor = (request: ListRequest) =>
  itemOf(sharingKeys.listRequest(request.team, request.id), request, {
    agreed: request.agreed === undefined ? 0 : 1,
    [timeToLive]: Math.ceil(request.at / 1000) + keptSeconds,
  })

export const listRequests = (table: Table): ListRequests => ({
  ask: (request) => putOnce(table.client, table.name, itemFor(request)),
  of: async (team) => {
    const { Items: items = [] } = await table.client.query({
      ...{ TableName: table.name, Limit: 50, ScanIndexForward: false, ConsistentRead: true },
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: sharingKeys.listRequest(team, '').pk } },
    })
    return items.map((item) => dataOf<ListRequest>(item))
  },
  agree: async (request) => {
    const kept = await ifHeld(
      table.client.putItem({
        ...{ TableName: table.name, Item: itemFor(request), ConditionExpression: 'agreed = :not' },
        ExpressionAttributeValues: { ':not': { N: '0' } },
      }),
    )
    return kept === undefined ? no('agreed-before') : ok(null)
  },
})
