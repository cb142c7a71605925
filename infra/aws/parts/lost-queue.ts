// Where a call or a batch is noted that could not be made: one queue a job, and an alarm on the first message.
import { Duration } from 'aws-cdk-lib'
import { CfnEventInvokeConfig } from 'aws-cdk-lib/aws-lambda'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'
import { alarm } from './alarm.ts'
import type { Ground } from './ground.ts'
import { may, mayOpenAndSeal } from './may.ts'
import type { ServiceFunction } from './service-function.ts'

type Given = { readonly ground: Ground; readonly ifItFails: string }

export const lostQueue = (scope: Construct, id: string, { ground, ifItFails }: Given): Queue => {
  const queue = new Queue(scope, id, {
    encryption: QueueEncryption.KMS,
    encryptionMasterKey: ground.key,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  })
  alarm(queue, 'Any', {
    ground,
    ifItFails,
    more: 'A call failed every time and was laid aside.',
    metric: queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1), statistic: 'Maximum' }),
  })
  acknowledge(queue, {
    'AwsSolutions-SQS3': 'This queue is where failures go; what lies here is looked at by a person.',
  })
  return queue
}

type Asynchronous = {
  readonly ground: Ground
  readonly lost: Queue
  // How often it is tried again, and how long an event is still worth a try, in seconds.
  readonly retries: 0 | 1 | 2
  readonly seconds: number
}

/**
 * What becomes of a call that nobody waits for, once the function itself has failed: without this it is tried twice more
 * and dropped. A queue of the caller's own notes only what it could not hand over (Lambda Developer Guide, "How Lambda
 * handles errors and retries with asynchronous invocation").
 */
export const keptWhenItFails = (target: ServiceFunction, { ground, lost, retries, seconds }: Asynchronous): void => {
  target.role.addToPolicy(may(['sqs:SendMessage'], lost.queueArn))
  target.role.addToPolicy(mayOpenAndSeal(ground, 'sqs'))
  const kept = new CfnEventInvokeConfig(target, 'WhenItFails', {
    functionName: target.function.functionName,
    qualifier: target.live.aliasName,
    maximumRetryAttempts: retries,
    maximumEventAgeInSeconds: seconds,
    destinationConfig: { onFailure: { destination: lost.queueArn } },
  })
  // Lambda looks whether the role may write to the queue; and an alias must be there before it is set up.
  kept.node.addDependency(target.role, target.live)
}
