// What the stacks of one region stand on: a key for all that rests there, where alarms go, where buckets log, and each function's code.
import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Key } from 'aws-cdk-lib/aws-kms'
import type { Code } from 'aws-cdk-lib/aws-lambda'
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Stage } from '../stages.ts'
import { acknowledge } from './acknowledge.ts'
import { may } from './may.ts'

export type Ground = {
  readonly stage: Stage
  readonly region: string
  readonly key: Key
  readonly alarms: Topic
  // Access logs of buckets.
  readonly accessLogs: Bucket
  readonly codeOf: CodeOf
}

// A function's bundle, by the name of its entry file.
export type CodeOf = (entry: string) => Code

export const groundOf = (scope: Stack, stage: Stage, codeOf: CodeOf): Ground => {
  const key = keyOf(scope, stage)
  const { region } = scope
  return { stage, codeOf, region, key, alarms: alarmsOf(scope, key, stage), accessLogs: accessLogsOf(scope, stage) }
}

const keyOf = (scope: Stack, stage: Stage): Key => {
  const key = new Key(scope, 'Key', {
    alias: `guildhall-${stage.name}`,
    description: `Everything of Guildhall ${stage.name} at rest`,
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.RETAIN,
  })
  key.addToResourcePolicy(logsMaySeal(scope))
  key.addToResourcePolicy(alarmsMaySeal())
  return key
}

// In a key's own policy the only resource is that key: '*' (KMS Developer Guide, "Key policies").
const logsMaySeal = ({ account, region }: Stack) => {
  const logs = may(['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'], '*', {
    ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:${region}:${account}:log-group:*` },
  })
  logs.addPrincipals(new ServicePrincipal(`logs.${region}.amazonaws.com`))
  return logs
}

// Without a condition on the account: none of these services' pages says that it names one to KMS when it writes to a sealed
// topic or queue, and an alarm that cannot be sealed is silent. Who may write there is held to the account by the topic's and
// the queue's own policies (SNS Developer Guide, "Managing encryption keys and costs"; SQS Developer Guide, "Key management").
const alarmsMaySeal = () => {
  const alarms = may(['kms:Decrypt', 'kms:GenerateDataKey'], '*')
  for (const service of ['cloudwatch', 'events', 'budgets'])
    alarms.addPrincipals(new ServicePrincipal(`${service}.amazonaws.com`))
  return alarms
}

const alarmsOf = (scope: Stack, masterKey: Key, stage: Stage): Topic => {
  const topic = new Topic(scope, 'Alarms', { masterKey, enforceSSL: true })
  topic.addSubscription(new EmailSubscription(stage.alarmsTo))
  const publish = may(['sns:Publish'], topic.topicArn, { StringEquals: { 'aws:SourceAccount': scope.account } })
  for (const service of ['cloudwatch', 'budgets'])
    publish.addPrincipals(new ServicePrincipal(`${service}.amazonaws.com`))
  topic.addToResourcePolicy(publish)
  return topic
}

const accessLogsOf = (scope: Stack, stage: Stage): Bucket => {
  const bucket = new Bucket(scope, 'AccessLogs', {
    // Server access logs go only to a bucket with S3's own key (S3 User Guide, "Enabling server access logging").
    encryption: BucketEncryption.S3_MANAGED,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    versioned: true,
    removalPolicy: RemovalPolicy.RETAIN,
    // They name addresses, so they go as soon as the product's own logs.
    lifecycleRules: [{ expiration: Duration.days(stage.logDays), noncurrentVersionExpiration: Duration.days(1) }],
  })
  bucket.addToResourcePolicy(bucketsMayLog(bucket, scope.account))
  acknowledge(bucket, {
    'AwsSolutions-S1': 'This is where access logs go; its own would write about themselves for ever.',
  })
  return bucket
}

const bucketsMayLog = (bucket: Bucket, account: string) => {
  const log = may(['s3:PutObject'], bucket.arnForObjects('*'), { StringEquals: { 'aws:SourceAccount': account } })
  log.addPrincipals(new ServicePrincipal('logging.s3.amazonaws.com'))
  return log
}
