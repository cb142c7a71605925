// When the night is to look at a case again: two attributes of its item, for the index by time. The case itself stays as it is.
import type { ListedCase } from '#domain/cases/case.ts'
import type { Day } from '#domain/day.ts'
import { keyItem, type SealedTable } from '../client.ts'
import { ifHeld } from '../conditions.ts'
import { indexKeys, keys, listShard } from '../table.ts'
import { dueAtNight } from './case-items.ts'

export const lookAgain = async (
  table: SealedTable,
  { reference, team, version }: ListedCase,
  on: Day,
): Promise<void> => {
  // Where it changed since it was read, it stands for the next night already.
  await ifHeld(
    table.client.updateItem({
      TableName: table.name,
      Key: keyItem(keys.case(reference)),
      UpdateExpression: 'SET #due = :night, dueAt = :on',
      ConditionExpression: '#version = :seen',
      ExpressionAttributeNames: { '#due': 'due', '#version': 'version' },
      ExpressionAttributeValues: {
        ':night': { S: indexKeys.night(team, listShard) },
        ':on': { S: dueAtNight(on, reference) },
        ':seen': { N: String(version) },
      },
    }),
  )
}
