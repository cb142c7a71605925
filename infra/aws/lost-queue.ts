// Where a call or a batch is noted that could not be made: one queue a job, and an alarm on the first message.
import { Duration } from 'aws-cdk-lib'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'
import { alarm } from './alarm.ts'
import type { Ground } from './ground.ts'

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
