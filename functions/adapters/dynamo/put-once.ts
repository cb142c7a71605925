// Put if absent, for keys that nobody else makes. A reply that was lost and asked for again meets its own write: that is no conflict.
import type { Item } from './client.ts'
import { putNew } from './conditions.ts'
import { type Db, isConditionFailed } from './db.ts'

export const putOnce = async (client: Db, tableName: string, item: Item): Promise<void> => {
  const put = {
    ...putNew(tableName, item).Put,
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  }
  try {
    await client.putItem(put)
  } catch (error) {
    if (!isConditionFailed(error) || error.Item?.data?.S !== item.data?.S) throw error
  }
}
