// What a hand in the console could switch off, watched by AWS Config: recovery and deletion
// protection of tables, and what keeps buckets from the
// public (docs/guarantees.md, "Alarms"). Names as in the AWS Config Developer Guide, "List of AWS Config Managed Rules".
import { type CfnResource, Duration, type Stack } from 'aws-cdk-lib'
import { CfnConfigRule, CfnConfigurationRecorder, CfnDeliveryChannel } from 'aws-cdk-lib/aws-config'
import { CfnRule } from 'aws-cdk-lib/aws-events'
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { acknowledge } from '../acknowledge.ts'
import { alarm } from '../alarm.ts'
import type { Ground } from '../ground.ts'
import { closedBucket } from '../keeping/buckets.ts'
import { may } from '../may.ts'

const rules = {
  'recovery-off': 'DYNAMODB_PITR_ENABLED',
  deletable: 'DYNAMODB_TABLE_DELETION_PROTECTION_ENABLED',
  'public-access-allowed': 'S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED',
  'public-read': 'S3_BUCKET_PUBLIC_READ_PROHIBITED',
  'public-write': 'S3_BUCKET_PUBLIC_WRITE_PROHIBITED',
} as const

export const configRules = (scope: Stack, ground: Ground): void => {
  const records = ground.stage.configRecorder ? recorder(scope, ground) : []
  for (const [name, sourceIdentifier] of Object.entries(rules)) {
    const rule = new CfnConfigRule(scope, name, {
      configRuleName: `${prefixOf(ground)}${name}`,
      source: { owner: 'AWS', sourceIdentifier },
      // Of this product alone: every resource carries its tag.
      scope: { tagKey: 'product', tagValue: 'guildhall' },
    })
    for (const record of records) rule.addResourceDependency(record)
  }
  told(scope, ground)
}

const prefixOf = ({ stage }: Ground): string => `guildhall-${stage.name}-`

// What is found lies in a queue, so that whoever is called can read which table or bucket it is.
const told = (scope: Stack, ground: Ground): void => {
  const queue = new Queue(scope, 'Unprotected', {
    encryption: QueueEncryption.KMS,
    encryptionMasterKey: ground.key,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  })
  acknowledge(queue, { 'AwsSolutions-SQS3': 'What lies here is read by a person, and tried by no machine.' })
  const rule = new CfnRule(scope, 'FoundUnprotected', {
    eventPattern: {
      source: ['aws.config'],
      'detail-type': ['Config Rules Compliance Change'],
      detail: {
        configRuleName: [{ prefix: prefixOf(ground) }],
        newEvaluationResult: { complianceType: ['NON_COMPLIANT'] },
      },
    },
    targets: [{ id: 'queue', arn: queue.queueArn }],
  })
  const send = may(['sqs:SendMessage'], queue.queueArn, { ArnEquals: { 'aws:SourceArn': rule.attrArn } })
  send.addPrincipals(new ServicePrincipal('events.amazonaws.com'))
  queue.addToResourcePolicy(send)
  alarm(queue, 'Any', {
    ground,
    ifItFails: 'Nobody yet: something that protects what people told us has been switched off',
    more: 'Recovery or deletion protection of a table is off, or a bucket is open to the public.',
    metric: queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1), statistic: 'Maximum' }),
  })
}

// An account has one recorder a region: a stage whose account has one already says so (stages.ts).
const recorder = (scope: Stack, ground: Ground): readonly CfnResource[] => {
  const bucket = recordedIn(scope, ground)
  const policy = 'service-role/AWS_ConfigRole'
  const role = new Role(scope, 'RecorderRole', {
    assumedBy: new ServicePrincipal('config.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': scope.account } },
    }),
    managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName(policy)],
  })
  acknowledge(role, {
    [`AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${policy}]`]:
      'AWS Config’s own policy for its own role: it reads how things are set up, and nothing that is in them.',
    'AwsSolutions-IAM5[Resource::<RecordedC8B2C116.Arn>/AWSLogs/*]':
      'It writes what it recorded under names of its own.',
  })
  role.addToPolicy(may(['s3:PutObject'], bucket.arnForObjects('AWSLogs/*')))
  role.addToPolicy(may(['s3:GetBucketAcl', 's3:ListBucket'], bucket.bucketArn))
  const records = new CfnConfigurationRecorder(scope, 'Recorder', {
    roleArn: role.roleArn,
    recordingGroup: { allSupported: false, resourceTypes: ['AWS::DynamoDB::Table', 'AWS::S3::Bucket'] },
  })
  const channel = new CfnDeliveryChannel(scope, 'Recording', { s3BucketName: bucket.bucketName })
  // Both wait for the role's rights and the bucket's policy, as the channel tries to write at once. Neither waits for the
  // other: the recorder is made when the channel is there to start it with, and the channel when the recorder is there.
  for (const made of [records, channel]) made.node.addDependency(role, bucket)
  return [records, channel]
}

const recordedIn = (scope: Stack, ground: Ground): Bucket =>
  new Bucket(scope, 'Recorded', {
    ...closedBucket(scope, ground, 'Recorded'),
    lifecycleRules: [{ expiration: Duration.days(365), noncurrentVersionExpiration: Duration.days(30) }],
  })
