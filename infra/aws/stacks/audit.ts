// The audit trail's second home: each entry flows from its table into a bucket where nobody, ourselves included, can change or remove it.
// Entries name ids and fields, never values, so that nothing of a person is locked in.
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { CfnDeliveryStream } from 'aws-cdk-lib/aws-kinesisfirehose'
import { CfnPipe } from 'aws-cdk-lib/aws-pipes'
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectLockRetention, ObjectOwnership } from 'aws-cdk-lib/aws-s3'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { acknowledge } from '../parts/acknowledge.ts'
import { alarm } from '../parts/alarm.ts'
import type { Ground } from '../parts/ground.ts'
import { auditDigest } from '../parts/keeping/audit-digest.ts'
import { lostQueue } from '../parts/lost-queue.ts'
import { may, mayOpenAndSeal } from '../parts/may.ts'
import { region } from '../stages.ts'
import type { DataStack, Kept } from './data.ts'

export class AuditStack extends Stack {
  readonly archive: Bucket

  constructor(scope: Construct, id: string, from: DataStack) {
    super(scope, id, { env: { account: from.account, region }, terminationProtection: true })
    const data = from.seenFrom(this)
    const { ground } = data
    this.archive = archiveOf(this, ground)
    const delivery = deliveryOf(this, ground, this.archive)
    const lost = lostQueue(this, 'Lost', {
      ground,
      ifItFails: 'Nobody: the audit trail’s copy has a gap. The table has all',
    })
    pipe(this, data, { delivery, lost })
    deliveryAlarm(this, ground, delivery)
    auditDigest(this, { ground, archive: this.archive, table: data.tables.audit })
  }
}

const archiveOf = (scope: Stack, { key, stage, accessLogs }: Ground): Bucket =>
  new Bucket(scope, 'Archive', {
    encryption: BucketEncryption.KMS,
    encryptionKey: key,
    bucketKeyEnabled: true,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    versioned: true,
    objectLockEnabled: true,
    objectLockDefaultRetention: lockOf(stage.auditLock),
    serverAccessLogsBucket: Bucket.fromBucketName(scope, 'ArchiveAccessLogs', accessLogs.bucketName),
    serverAccessLogsPrefix: 'audit/',
    removalPolicy: RemovalPolicy.RETAIN,
  })

// 'compliance': nobody can shorten it, not even the account's root. 'governance': an administrator can.
const lockOf = ({ mode, days }: Ground['stage']['auditLock']): ObjectLockRetention =>
  mode === 'compliance'
    ? ObjectLockRetention.compliance(Duration.days(days))
    : ObjectLockRetention.governance(Duration.days(days))

const deliveryOf = (scope: Stack, ground: Ground, archive: Bucket): CfnDeliveryStream => {
  const role = new Role(scope, 'DeliveryRole', {
    assumedBy: new ServicePrincipal('firehose.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': scope.account } },
    }),
  })
  role.addToPolicy(may(['s3:PutObject', 's3:AbortMultipartUpload'], archive.arnForObjects('audit/*')))
  role.addToPolicy(may(['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads'], archive.bucketArn))
  role.addToPolicy(mayOpenAndSeal(ground, 's3'))
  acknowledge(role, {
    'AwsSolutions-IAM5[Resource::<ArchiveDA4CB258.Arn>/audit/*]':
      'Each batch of entries is a new object; none can be changed.',
  })
  const delivery = new CfnDeliveryStream(scope, 'Delivery', {
    deliveryStreamType: 'DirectPut',
    deliveryStreamEncryptionConfigurationInput: { keyType: 'CUSTOMER_MANAGED_CMK', keyArn: ground.key.keyArn },
    extendedS3DestinationConfiguration: {
      bucketArn: archive.bucketArn,
      roleArn: role.roleArn,
      prefix: 'audit/!{timestamp:yyyy/MM/dd}/',
      errorOutputPrefix: 'audit/not-delivered/!{firehose:error-output-type}/',
      compressionFormat: 'GZIP',
      bufferingHints: { intervalInSeconds: 300, sizeInMBs: 5 },
    },
  })
  delivery.node.addDependency(role)
  return delivery
}

// Firehose tries S3 for a day, and says in these figures how far behind it is.
const deliveryAlarm = (scope: Stack, ground: Ground, { ref: DeliveryStreamName }: CfnDeliveryStream): void => {
  alarm(scope, 'NotDelivered', {
    ground,
    ifItFails: 'Nobody: the audit trail’s copy falls behind. The table has all',
    more: 'An entry has waited for more than half an hour for its way into the archive.',
    metric: new Metric({
      namespace: 'AWS/Firehose',
      metricName: 'DeliveryToS3.DataFreshness',
      dimensionsMap: { DeliveryStreamName },
      statistic: 'Maximum',
      period: Duration.minutes(5),
    }),
    above: 30 * 60,
  })
}

type Ends = { readonly delivery: CfnDeliveryStream; readonly lost: Queue }

const pipe = (scope: Stack, { ground, tables: { audit } }: Kept, { delivery, lost }: Ends): void => {
  const role = new Role(scope, 'PipeRole', {
    assumedBy: new ServicePrincipal('pipes.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': scope.account } },
    }),
  })
  const reads = ['GetRecords', 'GetShardIterator', 'DescribeStream', 'ListStreams'].map((verb) => `dynamodb:${verb}`)
  role.addToPolicy(may(reads, audit.streamArn))
  role.addToPolicy(may(['firehose:PutRecord', 'firehose:PutRecordBatch'], delivery.attrArn))
  role.addToPolicy(may(['sqs:SendMessage'], lost.queueArn))
  role.addToPolicy(may(['kms:Decrypt', 'kms:GenerateDataKey'], ground.key.keyArn))
  const made = new CfnPipe(scope, 'Pipe', {
    roleArn: role.roleArn,
    source: audit.streamArn,
    sourceParameters: {
      dynamoDbStreamParameters: {
        startingPosition: 'TRIM_HORIZON',
        batchSize: 100,
        maximumBatchingWindowInSeconds: 60,
        maximumRetryAttempts: 20,
        onPartialBatchItemFailure: 'AUTOMATIC_BISECT',
        deadLetterConfig: { arn: lost.queueArn },
      },
    },
    target: delivery.attrArn,
  })
  made.node.addDependency(role)
}
