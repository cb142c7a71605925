// The conditions that most writes stand on, and what a write says whose condition did not hold.
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import type { Item } from './client.ts'
import { isConditionFailed } from './db.ts'

type Put = { readonly Put: NonNullable<TransactWriteItem['Put']> }

export const absent = { ConditionExpression: 'attribute_not_exists(pk)' }

// As it was read. At version 0 it is not there yet.
export const stillAt = (version: number) =>
  version === 0
    ? absent
    : {
        ConditionExpression: '#version = :seen',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':seen': { N: String(version) } },
      }

export const putNew = (tableName: string, item: Item): Put => ({ Put: { TableName: tableName, Item: item, ...absent } })

/** In the place of the one that was read at version `seen`; as a new one where `seen` is 0. */
export const putAtVersion = (tableName: string, item: Item, seen: number): Put => ({
  Put: { TableName: tableName, Item: item, ...stillAt(seen) },
})

/** What the write answers; undefined where its condition did not hold, and nothing was written. */
export const ifHeld = async <Output>(write: Promise<Output>): Promise<Output | undefined> => {
  try {
    return await write
  } catch (error) {
    if (isConditionFailed(error)) return undefined
    throw error
  }
}
