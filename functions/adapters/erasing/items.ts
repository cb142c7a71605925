// Every item of a table, whatever its key.
import { type AttributeValue, type DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb'

export type FoundItem = Readonly<Record<string, AttributeValue>>

// `readers`: so many parts of the table are read at once, so that one of millions is read through in minutes.
export type Whole = { readonly client: DynamoDBClient; readonly name: string; readonly readers: number }

/** Calls `see` with each item once, in no order. */
export const seeEveryItem = async (
  { client, name: TableName, readers }: Whole,
  see: (item: FoundItem) => void | Promise<void>,
): Promise<void> => {
  const read = async (Segment: number): Promise<void> => {
    const part = readers === 1 ? {} : { Segment, TotalSegments: readers }
    const scan = { TableName, ConsistentRead: true, ...part }
    for await (const { Items: items = [] } of paginateScan({ client }, scan)) for (const item of items) await see(item)
  }
  await Promise.all(Array.from({ length: readers }, (_, at) => read(at)))
}

export const attributeOf = (item: FoundItem, name: string): string => item[name]?.S ?? ''
