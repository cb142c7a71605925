// Which phones want no more texts: by keyed hashes that stand on the texts, never by the number.
import type { StoppedStore } from '#usecases/ports/texts.ts'
import { dataOf, itemOf, keyItem, type Table } from '../client.ts'
import { timeToLive } from '../schema.ts'
import { keys } from '../table.ts'

type Said = Parameters<StoppedStore['set']>[1]

export const stoppedStore = (table: Table): StoppedStore => ({
  is: async (key, now) => {
    const { Item: item } = await table.client.getItem({
      TableName: table.name,
      Key: keyItem(keys.stopped(key)),
      ConsistentRead: true,
    })
    if (item === undefined) return false
    const { stopped, until } = dataOf<Said>(item)
    return stopped && (until === undefined || now < until)
  },
  set: async (key, said) => {
    const ends = said.until === undefined ? {} : { [timeToLive]: Math.ceil(said.until / 1000) }
    await table.client.putItem({ TableName: table.name, Item: itemOf(keys.stopped(key), said, ends) })
  },
})
