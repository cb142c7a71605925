// Every item that a query finds: an answer holds 1 MB at the most, and says where it goes on
// (DynamoDB Developer Guide, "Paginating table query results").
import type { QueryInput } from '@aws-sdk/client-dynamodb'
import type { Item, Table } from './client.ts'

type From = Pick<Table, 'client'>

/** A page of its answer at a time, for what may be more than fits in memory. */
export async function* everyPage({ client }: From, input: QueryInput): AsyncGenerator<readonly Item[]> {
  let from: Item | undefined
  do {
    const page = await client.query({ ...input, ...(from === undefined ? {} : { ExclusiveStartKey: from }) })
    yield page.Items ?? []
    from = page.LastEvaluatedKey
  } while (from !== undefined)
}

export const everyItem = async (table: From, input: QueryInput): Promise<readonly Item[]> => {
  const found: Item[] = []
  for await (const items of everyPage(table, input)) found.push(...items)
  return found
}

/** All that stands under one key, as it is now. */
export const allUnder = (table: From, name: string, pk: string): Promise<readonly Item[]> =>
  everyItem(table, {
    TableName: name,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': { S: pk } },
    ConsistentRead: true,
  })
