// Claims of before pages of days read the index by time: each of their items is put into it by itself. Run again it
// changes nothing.
import { type Item, type Table, textAt } from '../client.ts'
import { ifHeld } from '../conditions.ts'
import { allUnder } from '../every.ts'
import { claimedIn, keys } from '../table.ts'
import { headOf } from './overview.ts'

// `items`: all of one claimant's day. Gives how many stand in the index now that did not.
export const indexClaims = async (table: Table, items: readonly Item[]): Promise<number> => {
  const covered = new Set(items.flatMap((item) => textAt(item, 'buckets').split(' ')))
  const bare = items.filter((item) => !covered.has(textAt(item, 'sk')))
  const done = await Promise.all(bare.map((item) => indexed(table, item)))
  return done.filter(Boolean).length
}

export const claimsOfDay = (table: Table, pk: string): Promise<readonly Item[]> => allUnder(table, table.name, pk)

// Not where the time was given back, or became another's, since it was read.
const indexed = async (table: Table, item: Item): Promise<boolean> => {
  const [claimant = '', day = ''] = claimedIn(textAt(item, 'pk')).split('#')
  const bucket = textAt(item, 'sk')
  const { due, dueAt, buckets } = headOf({ claimant, day, buckets: [bucket] })
  const { pk, sk } = keys.claim(claimant, day, bucket)
  const done = await ifHeld(
    table.client.updateItem({
      TableName: table.name,
      Key: { pk: { S: pk }, sk: { S: sk } },
      UpdateExpression: 'SET due = :due, dueAt = :at, buckets = :buckets',
      ConditionExpression: 'holder = :holder AND attribute_not_exists(dueAt)',
      ExpressionAttributeValues: {
        ...{ ':due': due, ':at': dueAt, ':buckets': buckets },
        ':holder': { S: textAt(item, 'holder') },
      },
    }),
  )
  return done !== undefined
}
