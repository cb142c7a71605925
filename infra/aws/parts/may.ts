// What a function may do, action by action: nothing is granted by a name that ends in a star.
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Ground } from './ground.ts'

type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>

export const may = (
  actions: readonly string[],
  resources: string | readonly string[],
  conditions: Conditions = {},
): PolicyStatement =>
  new PolicyStatement({ actions: [...actions], resources: [resources].flat(), conditions: { ...conditions } })

export const mayNever = (
  actions: readonly string[],
  resources: readonly string[],
  conditions: Conditions = {},
): PolicyStatement =>
  new PolicyStatement({
    effect: Effect.DENY,
    actions: [...actions],
    resources: [...resources],
    conditions: { ...conditions },
  })

// What lies in the tables and buckets is opened by the service that keeps it, on behalf of whoever may read it there, and by nobody directly
// (DynamoDB Developer Guide, "Encryption at rest: usage notes"; S3 User Guide, "Using server-side encryption with KMS keys").
export const mayOpen = (ground: Ground, service: Keeper): PolicyStatement =>
  may(['kms:Decrypt', 'kms:DescribeKey'], ground.key.keyArn, through(ground, service))

export const mayOpenAndSeal = (ground: Ground, service: Keeper): PolicyStatement =>
  may(
    ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'],
    ground.key.keyArn,
    through(ground, service),
  )

type Keeper = 'dynamodb' | 's3' | 'sqs' | 'secretsmanager'

const through = ({ region }: Ground, service: Keeper): Conditions => ({
  StringEquals: { 'kms:ViaService': `${service}.${region}.amazonaws.com` },
})
