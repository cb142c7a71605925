// The two buckets. Nobody but the scanner and the function that checks uploads reads what lies in quarantine, and only the scanner writes verdicts.
import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { AnyPrincipal, Effect, PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam'
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  CfnBucket,
  HttpMethods,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3'
import { hostsOf } from '#infra/aws/stages.ts'
import type { Ground } from '../ground.ts'

export const quarantineBucket = (scope: Stack, ground: Ground): Bucket => {
  const bucket = new Bucket(scope, 'Quarantine', {
    ...sealed(scope, ground, 'Quarantine'),
    // What no scan has spoken of in two days goes.
    lifecycleRules: [
      {
        expiration: Duration.days(2),
        noncurrentVersionExpiration: Duration.days(1),
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      },
    ],
    cors: [
      {
        allowedMethods: [HttpMethods.POST],
        allowedOrigins: [`https://${hostsOf(ground.stage).citizen}`],
        allowedHeaders: ['content-type'],
      },
    ],
  })
  // S3 tells EventBridge of every file that lands. As a property of the bucket: the construct library would bring a function for it.
  const { defaultChild } = bucket.node
  if (defaultChild instanceof CfnBucket)
    defaultChild.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } }
  return bucket
}

export const cleanBucket = (scope: Stack, ground: Ground): Bucket =>
  new Bucket(scope, 'Clean', {
    ...sealed(scope, ground, 'Clean'),
    lifecycleRules: [
      { noncurrentVersionExpiration: Duration.days(90), abortIncompleteMultipartUploadAfter: Duration.days(1) },
    ],
  })

const sealed = (scope: Stack, ground: Ground, id: string): BucketProps => ({
  ...closedBucket(scope, ground, id),
  encryption: BucketEncryption.KMS,
  encryptionKey: ground.key,
  // One call to KMS for many files.
  bucketKeyEnabled: true,
})

// Of any bucket of ours that logs who asks; what holds nothing of people has S3's own key.
export const closedBucket = (scope: Stack, { accessLogs }: Ground, id: string): BucketProps => ({
  encryption: BucketEncryption.S3_MANAGED,
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  versioned: true,
  // By its name: a bucket of another stack is not widened from here (data.ts lets both write).
  serverAccessLogsBucket: Bucket.fromBucketName(scope, `${id}AccessLogs`, accessLogs.bucketName),
  serverAccessLogsPrefix: `${id.toLowerCase()}/`,
  removalPolicy: RemovalPolicy.RETAIN,
})

// An uploader who could write the scanner's tag could pass any file (GuardDuty User Guide, "Tag-based access control for S3 objects").
export const onlyForScanning = (quarantine: Bucket, scanner: Role, checker: Role): void => {
  const objects = quarantine.arnForObjects('*')
  const others = (...allowed: Role[]) => ({
    ArnNotEquals: { 'aws:PrincipalArn': allowed.map(({ roleArn }) => roleArn) },
  })
  quarantine.addToResourcePolicy(denied(['s3:GetObject', 's3:GetObjectVersion'], objects, others(scanner, checker)))
  quarantine.addToResourcePolicy(
    denied(['s3:PutObjectTagging', 's3:PutObjectVersionTagging'], objects, others(scanner)),
  )
}

const denied = (actions: string[], resource: string, conditions: Record<string, unknown>): PolicyStatement =>
  new PolicyStatement({
    effect: Effect.DENY,
    principals: [new AnyPrincipal()],
    actions,
    resources: [resource],
    conditions,
  })
