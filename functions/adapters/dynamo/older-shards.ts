// Lists of cases stood in four shards before. A case leaves its old shard with its next change, or
// by `npm run index`. An old shard is read as long as it holds anything. One that was found empty is
// looked at again after some minutes, since a release of before may have come back meanwhile.
import type { Db } from './db.ts'
import { listShard, shards } from './table.ts'

// One key of an index.
export type Partition = { readonly index: string; readonly attribute: string; readonly value: string }

const againMs = 10 * 60_000
const found = new WeakMap<Db, Map<string, number>>()

/** Where a list stands: in its own shard, and in those of before that still hold anything. */
export const standingIn = async (
  { name, client }: { readonly name: string; readonly client: Db },
  of: (shard: number) => Partition,
): Promise<readonly Partition[]> => {
  const older = Array.from({ length: shards }, (_, shard) => shard).filter((shard) => shard !== listShard)
  const held = await Promise.all(older.map(of).map(async (one) => ((await holds(name, client, one)) ? [one] : [])))
  return [of(listShard), ...held.flat()]
}

const holds = async (name: string, client: Db, { index, attribute, value }: Partition): Promise<boolean> => {
  const known = found.get(client) ?? new Map<string, number>()
  found.set(client, known)
  const at = known.get(value)
  if (at !== undefined && performance.now() - at < againMs) return false
  const { Items: items = [] } = await client.query({
    TableName: name,
    IndexName: index,
    KeyConditionExpression: '#pk = :pk',
    ExpressionAttributeNames: { '#pk': attribute },
    ExpressionAttributeValues: { ':pk': { S: value } },
    Limit: 1,
  })
  if (items.length > 0) return true
  known.set(value, performance.now())
  return false
}
