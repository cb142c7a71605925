// Many items by their keys. DynamoDB answers a batch in part where it is busy or the answer is large, and names what it left out
// (API reference, BatchGetItem, UnprocessedKeys): that is asked for again, so that something missing means that it is not there.
import { type Item, type Table, textAt } from './client.ts'

/**
 * Consistent, in the order that the keys were given; items that do not exist are left out. Throws where storage stays busy.
 * `only`: the attributes that are wanted, the keys among them; all where it is absent.
 */
export const batchOf = async (
  table: Table,
  wanted: readonly Item[],
  only?: readonly string[],
): Promise<readonly Item[]> => {
  const found: Item[] = []
  for (let at = 0; at < wanted.length; at += most)
    found.push(...(await whole(table, wanted.slice(at, at + most), only)))
  const place = new Map(wanted.map((key, index) => [nameOf(key), index]))
  return found.toSorted((a, b) => (place.get(nameOf(a)) ?? 0) - (place.get(nameOf(b)) ?? 0))
}

// As many keys as one request may name.
const most = 100

const mostTries = 6

const projection = (only: readonly string[] | undefined) =>
  only === undefined
    ? {}
    : {
        ProjectionExpression: only.map((name) => `#${name}`).join(', '),
        ExpressionAttributeNames: Object.fromEntries(only.map((name) => [`#${name}`, name])),
      }

const whole = async (
  table: Table,
  wanted: readonly Item[],
  only: readonly string[] | undefined,
): Promise<readonly Item[]> => {
  const found: Item[] = []
  let left = wanted
  for (let tries = 1; left.length > 0; tries += 1) {
    const { Responses: given = {}, UnprocessedKeys: unread = {} } = await table.client.batchGetItem({
      RequestItems: { [table.name]: { Keys: [...left], ConsistentRead: true, ...projection(only) } },
    })
    found.push(...(given[table.name] ?? []))
    left = unread[table.name]?.Keys ?? []
    if (left.length > 0 && tries === mostTries) throw busy()
    if (left.length > 0) await pause(Math.random() * Math.min(500, 25 * 2 ** tries))
  }
  return found
}

const nameOf = (item: Item): string => `${textAt(item, 'pk')} ${textAt(item, 'sk')}`

// The name that DynamoDB gives it where it refuses a whole request.
const busy = (): Error =>
  Object.assign(new Error('Storage is too busy to answer whole'), { name: 'ProvisionedThroughputExceededException' })

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
