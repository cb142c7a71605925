// Webhooks: how far the feed was told to each client, and what came of each event that was.
import { no, ok, type Result } from '#domain/result.ts'
import type { Delivery } from '#domain/sharing/delivery.ts'
import type { HookState, HookStore } from '#usecases/ports/sharing/hooks.ts'
import { dataOf, type Item, itemOf, keyItem, type Table } from '../client.ts'
import { ifHeld, putAtVersion, putNew } from '../conditions.ts'
import { timeToLive } from '../schema.ts'
import { because, written } from '../transact.ts'
import { dueHooks, instantIn, sharingKeys } from './sharing-keys.ts'

export const hookStore = (table: Table): HookStore => ({
  state: async (clientId) => {
    const { Item: item } = await table.client.getItem(at(table, sharingKeys.hook(clientId)))
    return item === undefined ? { version: 0, place: {} } : dataOf<HookState>(item)
  },
  take: (clientId, state, deliveries) => take(table, clientId, state, deliveries),
  due: (now, most) => due(table, now, most),
  keep: async (before, after) => {
    const { Put } = putAtVersion(table.name, deliveryItem(after), before.version)
    const { Item: item, TableName, ...condition } = Put
    const kept = await ifHeld(table.client.putItem({ TableName, Item: item, ...condition }))
    return kept === undefined ? no('changed-elsewhere') : ok(null)
  },
  log: (clientId, most) => log(table, clientId, most),
  one: async (clientId, id) => {
    const { Item: item } = await table.client.getItem(at(table, sharingKeys.delivery(clientId, id)))
    return item === undefined ? undefined : dataOf<Delivery>(item)
  },
})

const at = ({ name }: Table, key: ReturnType<typeof sharingKeys.hook>) => ({
  ...{ TableName: name, Key: keyItem(key), ConsistentRead: true },
})

// What was told is kept for as long as the feed goes back.
const keptSeconds = 90 * 86_400

const deliveryItem = (delivery: Delivery): Item =>
  itemOf(sharingKeys.delivery(delivery.clientId, delivery.id), delivery, {
    version: delivery.version,
    [timeToLive]: Math.ceil(delivery.madeAt / 1000) + keptSeconds,
    ...(delivery.state === 'due' ? { due: dueHooks, dueAt: `${instantIn(delivery.dueAt)}#${delivery.id}` } : {}),
  })

const take = (
  table: Table,
  clientId: string,
  state: HookState,
  deliveries: readonly Delivery[],
): Promise<Result<null, 'changed-elsewhere'>> => {
  const next = { ...state, version: state.version + 1 }
  const steps = because('changed-elsewhere', [
    putAtVersion(table.name, itemOf(sharingKeys.hook(clientId), next, { version: next.version }), state.version),
    ...deliveries.map((one) => putNew(table.name, deliveryItem(one))),
  ])
  return written(table, steps, `${clientId}/${next.version}`, 'what is to be told was stored')
}

const due = async (table: Table, now: number, most: number): Promise<readonly Delivery[]> => {
  const { Items: items = [] } = await table.client.query({
    ...{ TableName: table.name, IndexName: 'due', Limit: most },
    KeyConditionExpression: '#due = :due AND dueAt < :now',
    ExpressionAttributeNames: { '#due': 'due' },
    ExpressionAttributeValues: { ':due': { S: dueHooks }, ':now': { S: instantIn(now + 1) } },
  })
  return items.map((item) => dataOf<Delivery>(item))
}

const log = async (table: Table, clientId: string, most: number): Promise<readonly Delivery[]> => {
  const { Items: items = [] } = await table.client.query({
    ...{ TableName: table.name, Limit: most, ScanIndexForward: false, ConsistentRead: true },
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sent)',
    ExpressionAttributeValues: {
      ':pk': { S: sharingKeys.hook(clientId).pk },
      ':sent': { S: sharingKeys.delivery(clientId, '').sk },
    },
  })
  return items.map((item) => dataOf<Delivery>(item))
}
