// What was chosen and done for whoever is booked in time that was closed: an item each, under the block. What is done is written in the
// transaction that changes the case, so that the list and the case never say different things.
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import type { Day } from '#domain/day.ts'
import { addMonths } from '#domain/day.ts'
import type { Impact } from '#domain/slots/impact.ts'
import type { BlockStore } from '#usecases/ports/timetables.ts'
import { dataOf, type Item, itemOf, keyItem, type Table } from '../client.ts'
import { ifHeld } from '../conditions.ts'
import { allUnder } from '../every.ts'
import { timeToLive } from '../schema.ts'
import { keys } from '../table.ts'

export const impactStore = (table: Table): Pick<BlockStore, 'impacts' | 'impact' | 'choose'> => ({
  impacts: async (block) => (await allUnder(table, table.name, keys.impact(block, '').pk)).map(dataOf<Impact>),
  impact: async (block, reference) => {
    const { Item: item } = await table.client.getItem({
      TableName: table.name,
      Key: keyItem(keys.impact(block, reference)),
      ConsistentRead: true,
    })
    return item === undefined ? undefined : dataOf<Impact>(item)
  },
  choose: async (impact) => {
    // Where it was done meanwhile, or they moved it themselves, it stays so.
    await ifHeld(
      table.client.putItem({
        ...{ TableName: table.name, Item: impactItem(impact) },
        ConditionExpression: 'attribute_not_exists(pk) OR attribute_not_exists(done)',
      }),
    )
  },
})

export const impactPuts = (tableName: string, impacts: readonly Impact[] = []): readonly TransactWriteItem[] =>
  impacts.map((impact) => ({ Put: { TableName: tableName, Item: impactItem(impact) } }))

const impactItem = (impact: Impact): Item => {
  const { block, reference, done, ended, had } = impact
  return itemOf(keys.impact(block, reference), impact, {
    done: (done ?? ended) ? 1 : undefined,
    [timeToLive]: endOf(had.day),
  })
}

// Months after the day that they had.
const keptMonths = 13

const endOf = (day: Day): number => Math.ceil(Date.parse(addMonths(day, keptMonths)) / 1000)
