// What is noted on a draft between its saves, for whoever counts.
import type { Draft } from '#domain/forms/answered/draft.ts'
import type { Walked } from '#domain/forms/answered/trail.ts'
import type { Ending } from '#domain/forms/ends.ts'
import { keyItem, type Table } from '../client.ts'
import { ifHeld } from '../conditions.ts'
import { keys } from '../table.ts'
import { unchanged, walkedValue } from './draft-items.ts'

export const noteEnding = async (table: Table, draft: Draft, ended: Ending): Promise<void> => {
  const walked: Walked = { ...draft.walked, ended, noted: (draft.walked?.noted ?? 0) + 1 }
  const condition = unchanged(draft)
  await ifHeld(
    table.client.updateItem({
      TableName: table.name,
      Key: keyItem(keys.draft(draft.id)),
      UpdateExpression: 'SET walked = :walked',
      ...condition,
      ExpressionAttributeValues: { ...condition.ExpressionAttributeValues, ':walked': walkedValue(walked) },
    }),
  )
}
