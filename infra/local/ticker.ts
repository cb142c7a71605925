// What calls functions in AWS without a request: the table's stream, and schedules. Streams are read at their real endpoint.
import {
  type _Record,
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
} from '@aws-sdk/client-dynamodb-streams'

export type Invoke = (event: unknown) => Promise<unknown>

export type Ticker = { readonly close: () => Promise<void> }

type Given = {
  readonly endpoint: string
  readonly table: string
  readonly streams: readonly Follower[]
  readonly schedules: readonly Schedule[]
}

// Called with what the event source mapping's filter lets through.
export type Follower = { readonly invoke: Invoke; readonly wanted: (record: _Record) => boolean }

// `firstMs`: when it is first due; at once unless said.
type Schedule = { readonly everyMs: number; readonly firstMs?: number; readonly invoke: Invoke }

export const startTicker = (given: Given): Ticker => {
  let open = true
  const client = new DynamoDBStreamsClient({ endpoint: given.endpoint, region: 'eu-west-2' })
  const loops = [
    following(client, given, () => open),
    ...given.schedules.map((schedule) => repeating(schedule, () => open)),
  ]
  return {
    close: async () => {
      open = false
      await Promise.all(loops)
      client.destroy()
    },
  }
}

const pollMs = 100

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const repeating = async ({ everyMs, firstMs = 0, invoke }: Schedule, open: () => boolean): Promise<void> => {
  for (let waited = everyMs - firstMs; open(); waited += pollMs) {
    if (waited >= everyMs) {
      waited = 0
      await invoke({ source: 'aws.scheduler' }).catch(() => {})
    }
    await pause(pollMs)
  }
}

// From now on: what was decided while nobody listened is the sweeper's to send.
const following = async (client: DynamoDBStreamsClient, given: Given, open: () => boolean): Promise<void> => {
  const iterators = new Map<string, string>()
  while (open()) {
    try {
      await addShards(client, given.table, iterators)
      for (const [shard, iterator] of iterators) await readShard(client, given, { shard, iterator, iterators })
    } catch {
      iterators.clear()
    }
    await pause(pollMs)
  }
}

const addShards = async (
  client: DynamoDBStreamsClient,
  table: string,
  iterators: Map<string, string>,
): Promise<void> => {
  if (iterators.size > 0) return
  const { Streams: streams = [] } = await client.send(new ListStreamsCommand({ TableName: table }))
  const arn = streams[0]?.StreamArn
  const { StreamDescription: described } = await client.send(new DescribeStreamCommand({ StreamArn: arn }))
  for (const { ShardId: id } of described?.Shards ?? []) {
    const { ShardIterator: iterator } = await client.send(
      new GetShardIteratorCommand({ StreamArn: arn, ShardId: id, ShardIteratorType: 'LATEST' }),
    )
    if (id !== undefined && iterator !== undefined) iterators.set(id, iterator)
  }
}

type Shard = { readonly shard: string; readonly iterator: string; readonly iterators: Map<string, string> }

const readShard = async (
  client: DynamoDBStreamsClient,
  given: Given,
  { shard, iterator, iterators }: Shard,
): Promise<void> => {
  const { Records: records = [], NextShardIterator: next } = await client.send(
    new GetRecordsCommand({ ShardIterator: iterator, Limit: 100 }),
  )
  if (next === undefined) iterators.delete(shard)
  else iterators.set(shard, next)
  for (const { invoke, wanted } of given.streams) {
    const theirs = records.filter(wanted)
    if (theirs.length > 0) await delivered(invoke, theirs)
  }
}

const mostTries = 3

// As an event source mapping with ReportBatchItemFailures: from the lowest failure on, the batch is delivered again.
const delivered = async (invoke: Invoke, records: readonly _Record[], tries = mostTries): Promise<void> => {
  const result = await invoke({ Records: records }).catch(() => 'failed')
  const at = records.findIndex(({ dynamodb }) => failedAt(result) === dynamodb?.SequenceNumber)
  const rest = result === 'failed' ? records : at < 0 ? [] : records.slice(at)
  if (rest.length > 0 && tries > 1) await delivered(invoke, rest, tries - 1)
}

const failedAt = (result: unknown): string | undefined => {
  if (typeof result !== 'object' || result === null || !('batchItemFailures' in result)) return undefined
  const [first] = Array.isArray(result.batchItemFailures) ? result.batchItemFailures : []
  return first?.itemIdentifier
}
