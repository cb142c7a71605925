// A function that is woken by the main table's stream. A batch that fails is halved until the record at fault is alone, and
// tried for an hour at most; its place is then told to the queue.
import type { Stack } from 'aws-cdk-lib'
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Ground } from './ground.ts'
import type { KnownTable } from './keeping/tables.ts'
import { may, mayOpenAndSeal } from './may.ts'
import type { ServiceFunction } from './service-function.ts'

type Followed = {
  readonly ground: Ground
  readonly table: KnownTable
  readonly lost: Queue
  // Patterns of records: one of them must fit (Lambda Developer Guide, "Event filtering": five at most).
  readonly wanted: readonly object[]
  readonly batchSize: number
  // Batches of one shard that are worked on beside each other.
  readonly atOnce: number
  // How long records are gathered before the function is called; not at all where it is absent.
  readonly gatherSeconds?: number
}

export const follow = (scope: Stack, woken: ServiceFunction, given: Followed): void => {
  const { ground, table, lost, wanted } = given
  const stream = table.streamArn
  const reads = ['GetRecords', 'GetShardIterator', 'DescribeStream', 'ListStreams'].map((verb) => `dynamodb:${verb}`)
  woken.role.addToPolicy(may(reads, stream))
  woken.role.addToPolicy(may(['sqs:SendMessage'], lost.queueArn))
  woken.role.addToPolicy(mayOpenAndSeal(ground, 'sqs'))
  const mapping = new CfnEventSourceMapping(scope, 'Stream', {
    functionName: woken.live.functionArn,
    eventSourceArn: stream,
    startingPosition: 'LATEST',
    filterCriteria: { filters: wanted.map((pattern) => ({ pattern: JSON.stringify(pattern) })) },
    functionResponseTypes: ['ReportBatchItemFailures'],
    bisectBatchOnFunctionError: true,
    maximumRetryAttempts: 10,
    maximumRecordAgeInSeconds: 3600,
    batchSize: given.batchSize,
    parallelizationFactor: given.atOnce,
    ...(given.gatherSeconds === undefined ? {} : { maximumBatchingWindowInSeconds: given.gatherSeconds }),
    destinationConfig: { onFailure: { destination: lost.queueArn } },
  })
  // Lambda tries the stream with the role while it makes the mapping.
  mapping.node.addDependency(woken.role)
}
