// Both tables as they lie, whole: what anybody reads who gets at the storage and not at its keys.
import { type AttributeValue, DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb'

type Item = Record<string, AttributeValue>

type Given = { readonly endpoint: string | undefined; readonly main: string; readonly audit: string }

export const rawTables = async (given: Given): Promise<readonly Item[]> => {
  const client = new DynamoDBClient(given.endpoint === undefined ? {} : { endpoint: given.endpoint })
  const items: Item[] = []
  for (const TableName of [given.main, given.audit])
    for await (const page of paginateScan({ client }, { TableName, ConsistentRead: true }))
      items.push(...(page.Items ?? []))
  client.destroy()
  return items
}

// "pk/sk" of every item of the main table that begins so.
export const rawKeys = async (given: Given, start: string): Promise<readonly string[]> =>
  (await rawTables(given)).map(({ pk, sk }) => `${pk?.S}/${sk?.S}`).filter((key) => key.startsWith(start))
