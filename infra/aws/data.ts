// What must outlive every release: the key, the tables, and the keys of sessions. Nothing here is replaced or removed.
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Key } from 'aws-cdk-lib/aws-kms'
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Construct } from 'constructs'
import { auditTable, mainTable } from '#adapters/dynamo/table.ts'
import type { Ground } from './ground.ts'
import { may } from './may.ts'
import { acknowledge } from './service-function.ts'
import { region, type Stage } from './stages.ts'
import { type Tables, table } from './tables.ts'

type Given = { readonly stage: Stage; readonly codeOf: Ground['codeOf'] }

export class DataStack extends Stack {
  readonly ground: Ground
  readonly tables: Tables
  // SECRET_KEY, and OS_PLACES_KEY once the council has one.
  readonly secrets: Secret

  constructor(scope: Construct, id: string, { stage, codeOf }: Given) {
    super(scope, id, { env: { account: stage.account, region }, terminationProtection: true })
    const key = keyOf(this, stage)
    this.ground = { stage, codeOf, key, alarms: alarmsOf(this, key, stage), accessLogs: accessLogsOf(this) }
    const { main, audit } = tableNames(stage)
    this.tables = {
      main: table(this, 'Cases', { key, stage, wanted: mainTable(main) }),
      audit: table(this, 'Audit', { key, stage, wanted: auditTable(audit) }),
    }
    this.secrets = secretsOf(this, key, stage)
  }
}

export const tableNames = ({ name }: Stage) => ({ main: `guildhall-${name}`, audit: `guildhall-${name}-audit` })

const keyOf = (scope: Stack, stage: Stage): Key => {
  const key = new Key(scope, 'Key', {
    alias: `guildhall-${stage.name}`,
    description: `Everything of Guildhall ${stage.name} at rest`,
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.RETAIN,
  })
  key.addToResourcePolicy(logsMaySeal(stage))
  key.addToResourcePolicy(alarmsMaySeal())
  return key
}

// Key policies, not roles: these services act for themselves. A key's policy knows no resource but its own key: '*'.
const logsMaySeal = ({ account }: Stage) => {
  const logs = may(['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'], '*', {
    ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:${region}:${account}:log-group:*` },
  })
  logs.addPrincipals(new ServicePrincipal(`logs.${region}.amazonaws.com`))
  return logs
}

const alarmsMaySeal = () => {
  const alarms = may(['kms:Decrypt', 'kms:GenerateDataKey'], '*')
  for (const service of ['cloudwatch', 'events', 'budgets', 'sns'])
    alarms.addPrincipals(new ServicePrincipal(`${service}.amazonaws.com`))
  return alarms
}

const alarmsOf = (scope: Stack, masterKey: Key, stage: Stage): Topic => {
  const topic = new Topic(scope, 'Alarms', { masterKey, enforceSSL: true })
  topic.addSubscription(new EmailSubscription(stage.alarmsTo))
  return topic
}

const accessLogsOf = (scope: Stack): Bucket => {
  const bucket = new Bucket(scope, 'AccessLogs', {
    // Server access logs go only to a bucket with S3's own key (S3 User Guide, "Enabling server access logging").
    encryption: BucketEncryption.S3_MANAGED,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    versioned: true,
    removalPolicy: RemovalPolicy.RETAIN,
    lifecycleRules: [{ expiration: Duration.days(365), noncurrentVersionExpiration: Duration.days(30) }],
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

const secretsOf = (scope: Stack, encryptionKey: Key, stage: Stage): Secret => {
  const secret = new Secret(scope, 'Secrets', {
    secretName: `guildhall/${stage.name}/keys`,
    description: 'SECRET_KEY signs sessions and hides phone numbers in keys; OS_PLACES_KEY looks up addresses',
    encryptionKey,
    removalPolicy: RemovalPolicy.RETAIN,
    // 64 letters and digits are 48 bytes of base64.
    generateSecretString: {
      secretStringTemplate: '{}',
      generateStringKey: 'SECRET_KEY',
      passwordLength: 64,
      excludePunctuation: true,
    },
  })
  acknowledge(secret, {
    'AwsSolutions-SMG4':
      'SECRET_KEY hides phone numbers in keys of the table: another one would lose every index entry. infra/README.md has the steps for a leak.',
  })
  return secret
}
