// After a restore the table is in the past: a text that was due by now may have gone already. Every such text is held back, for staff to let go
// or not; what is due later has not gone, and goes in its time (docs/guarantees.md, "Guarantees", G19).
import { PutItemCommand, paginateQuery } from '@aws-sdk/client-dynamodb'
import { indexKeys, shards } from '#adapters/dynamo/table.ts'
import { textFrom, textItem } from '#adapters/dynamo/texts/outbox.ts'
import { givenUp } from '#domain/texts/sending.ts'
import type { Text } from '#domain/texts/text.ts'
import { clientAt, type RestoredTables } from './tables.ts'

const reason =
  'The system was put back to an earlier time, so this text may have been sent already. Look before you let it go'

/** Gives how many were held back. Done twice it finds nothing the second time. `now` in milliseconds. */
export const holdTexts = async (tables: RestoredTables, now: number): Promise<number> => {
  const client = clientAt(tables)
  let count = 0
  for (const kind of ['due', 'sending'] as const)
    for (let shard = 0; shard < shards; shard += 1)
      for await (const page of paginateQuery(
        { client },
        {
          TableName: tables.main,
          IndexName: 'due',
          KeyConditionExpression: '#due = :shard',
          ExpressionAttributeNames: { '#due': 'due' },
          ExpressionAttributeValues: { ':shard': { S: indexKeys.due(kind, shard) } },
        },
      ))
        for (const item of page.Items ?? []) {
          const text = textFrom(item)
          if (!mayHaveGone(text, now)) continue
          await client.send(new PutItemCommand(putOf(tables.main, text)))
          count += 1
        }
  client.destroy()
  return count
}

const mayHaveGone = ({ state, dueAt }: Text, now: number): boolean =>
  state === 'due' ? dueAt <= now : state === 'sending' || state === 'uncertain'

// A code is worth nothing by now, and nobody's case: it is not sent at all.
const putOf = (name: string, text: Text) => ({
  TableName: name,
  Item: textItem(givenUp(text, text.category === 'security' ? 'cancelled' : 'held', reason)),
  ConditionExpression: '#version = :seen',
  ExpressionAttributeNames: { '#version': 'version' },
  ExpressionAttributeValues: { ':seen': { N: String(text.version) } },
})
