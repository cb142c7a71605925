// Both tables as lines of JSON, and back: what a point-in-time restore is in AWS, for a laptop and for the rehearsal.

import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { type AttributeValue, BatchWriteItemCommand, DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb'

export type RestoredTables = { readonly endpoint: string | undefined; readonly main: string; readonly audit: string }

type Item = Readonly<Record<string, AttributeValue>>
type Line = { readonly of: 'main' | 'audit'; readonly item: Item }

export const clientAt = ({ endpoint }: RestoredTables): DynamoDBClient =>
  new DynamoDBClient(endpoint === undefined ? {} : { endpoint, region: 'eu-west-2' })

/** Writes every item of both tables; gives how many. */
export const exportTables = async (tables: RestoredTables, to: string): Promise<number> => {
  const client = clientAt(tables)
  const file = createWriteStream(to)
  let count = 0
  for (const which of ['main', 'audit'] as const)
    for await (const page of paginateScan({ client }, { TableName: tables[which], ConsistentRead: true }))
      for (const item of page.Items ?? []) {
        const line: Line = { of: which, item }
        if (!file.write(`${JSON.stringify(line)}\n`)) await once(file, 'drain')
        count += 1
      }
  file.end()
  await once(file, 'finish')
  client.destroy()
  return count
}

// The most that one BatchWriteItem takes (DynamoDB API reference).
const most = 25

/** Puts every item of a file into tables that are there and empty; gives how many. `wanted`: all, unless said. */
export const importTables = async (
  tables: RestoredTables,
  from: string,
  wanted: (item: Item) => boolean = () => true,
): Promise<number> => {
  const client = clientAt(tables)
  const lines = createInterface({ input: createReadStream(from), crlfDelay: Number.POSITIVE_INFINITY })
  let [batch, count]: [Line[], number] = [[], 0]
  const put = async (): Promise<void> => {
    await putAll(client, tables, batch)
    count += batch.length
    batch = []
  }
  for await (const line of lines) {
    const read: Line = JSON.parse(line)
    if (wanted(read.item)) batch.push(read)
    if (batch.length === most) await put()
  }
  if (batch.length > 0) await put()
  client.destroy()
  return count
}

// What was not taken comes back, and is put again.
const putAll = async (client: DynamoDBClient, tables: RestoredTables, lines: readonly Line[]): Promise<void> => {
  const puts = (of: Line['of']) =>
    lines.filter((line) => line.of === of).map(({ item }) => ({ PutRequest: { Item: { ...item } } }))
  let left = Object.fromEntries(
    [[tables.main, puts('main')] as const, [tables.audit, puts('audit')] as const].filter(
      ([, requests]) => requests.length > 0,
    ),
  )
  while (Object.keys(left).length > 0) {
    const { UnprocessedItems: again = {} } = await client.send(new BatchWriteItemCommand({ RequestItems: left }))
    left = Object.fromEntries(
      Object.entries(again).map(([name, requests]) => [
        name,
        requests.flatMap(({ PutRequest: request }) =>
          request?.Item === undefined ? [] : [{ PutRequest: { Item: request.Item } }],
        ),
      ]),
    )
  }
}
