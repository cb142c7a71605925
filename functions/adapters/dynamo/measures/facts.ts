// Facts: put where none as new stands. Whom one is about is a hash under a secret of its month, which
// goes with the month's facts: then nobody can tell any more.
import type { Day } from '#domain/day.ts'
import type { Fact } from '#domain/measures/counting/facts.ts'
import { factsUntil, firstOf, monthOfDay } from '#domain/measures/months.ts'
import type { FactStore } from '#usecases/ports/measures.ts'
import type { Keys } from '#usecases/ports/stores.ts'
import { dataOf, type Item, itemOf, keyItem, numberAt, type Table, textAt } from '../client.ts'
import { ifHeld, putNew } from '../conditions.ts'
import { allUnder } from '../every.ts'
import { timeToLive } from '../schema.ts'
import { keys, shardOf, shards } from '../table.ts'

// `secret`: a new one, in base64. `keysOf`: the hashes that a secret makes.
export type Hiding = { readonly secret: () => string; readonly keysOf: (secret: string) => Keys }

export const factStore = (table: Table, hiding: Hiding): FactStore => {
  const known = new Map<string, Keys>()
  const keysFor = async (month: string): Promise<Keys> => {
    const found = known.get(month) ?? hiding.keysOf(await secretOf(table, month, hiding.secret()))
    known.set(month, found)
    return found
  }
  return {
    put: async (fact) => putFact(table, fact, await keysFor(fact.day.slice(0, 7))),
    ofDay: (service, day) => factsOf(table, service, day),
  }
}

const putFact = async (table: Table, fact: Fact, hashes: Keys): Promise<void> => {
  const { id, ...rest } = fact
  const hash = hashes.hash('fact', id)
  const at = { service: fact.service, day: fact.day, shard: shardOf(hash) }
  await ifHeld(
    table.client.putItem({
      TableName: table.name,
      Item: itemOf(keys.fact(at, fact.is, hash), rest, { v: fact.v, [timeToLive]: goesAt(fact.day) }),
      ConditionExpression: 'attribute_not_exists(pk) OR v < :v',
      ExpressionAttributeValues: { ':v': { N: String(fact.v) } },
    }),
  )
}

// The table lets it go when its month has been final for long enough, in seconds.
const goesAt = (day: Day): number => Date.parse(factsUntil(monthOfDay(day))) / 1000

// Put if absent: two functions that begin a month at once keep one secret.
const secretOf = async (table: Table, month: string, fresh: string): Promise<string> => {
  const key = keys.factKey(month)
  const read = async () =>
    (await table.client.getItem({ TableName: table.name, Key: keyItem(key), ConsistentRead: true })).Item
  const there = await read()
  if (there !== undefined) return textAt(there, 'secret')
  const ends = String(goesAt(firstOf(month)))
  const item: Item = { ...keyItem(key), secret: { S: fresh }, [timeToLive]: { N: ends } }
  const mine = await ifHeld(table.client.putItem(putNew(table.name, item).Put))
  return mine === undefined ? textAt((await read()) ?? {}, 'secret') : fresh
}

const factsOf = async (table: Table, service: string, day: Day): Promise<readonly Fact[]> => {
  const each = await Promise.all(
    Array.from({ length: shards }, (_, shard) =>
      allUnder(table, table.name, keys.fact({ service, day, shard }, 'start').pk),
    ),
  )
  return each.flat().map((item) => ({ ...dataOf<Fact>(item), id: textAt(item, 'sk'), v: numberAt(item, 'v') }))
}
