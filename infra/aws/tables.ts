// The tables as CloudFormation has them, made from the same definitions that the embedded engine gets (adapters/dynamo/table.ts).
import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb'
import { RemovalPolicy } from 'aws-cdk-lib'
import { CfnTable, type CfnTableProps } from 'aws-cdk-lib/aws-dynamodb'
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Construct } from 'constructs'
import { timeToLive } from '#adapters/dynamo/table.ts'
import type { Ground } from './ground.ts'
import { may } from './may.ts'

type Given = { readonly ground: Ground; readonly wanted: CreateTableCommandInput }

// Kept and protected whatever happens to the stack; recoverable to any second of the last 35 days.
export const table = (scope: Construct, id: string, { ground: { key, stage }, wanted }: Given): CfnTable => {
  const warmThroughput = { readUnitsPerSecond: stage.warm.reads, writeUnitsPerSecond: stage.warm.writes }
  const made = new CfnTable(scope, id, {
    ...shapeOf(wanted, warmThroughput),
    billingMode: 'PAY_PER_REQUEST',
    warmThroughput,
    timeToLiveSpecification: { attributeName: timeToLive, enabled: true },
    sseSpecification: { sseEnabled: true, sseType: 'KMS', kmsMasterKeyId: key.keyArn },
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
    deletionProtectionEnabled: true,
    contributorInsightsSpecification: { enabled: true, mode: 'THROTTLED_KEYS' },
  })
  made.applyRemovalPolicy(RemovalPolicy.RETAIN)
  return made
}

type Shape = Pick<
  CfnTableProps,
  'attributeDefinitions' | 'keySchema' | 'globalSecondaryIndexes' | 'streamSpecification'
>

const shapeOf = (wanted: CreateTableCommandInput, warmThroughput: CfnTable.WarmThroughputProperty): Shape => {
  const stream = wanted.StreamSpecification?.StreamViewType
  const { GlobalSecondaryIndexes: indexes } = wanted
  return {
    attributeDefinitions: (wanted.AttributeDefinitions ?? []).map(({ AttributeName = '', AttributeType = 'S' }) => ({
      attributeName: AttributeName,
      attributeType: AttributeType,
    })),
    keySchema: keySchemaOf(wanted.KeySchema),
    ...(stream === undefined ? {} : { streamSpecification: { streamViewType: stream } }),
    ...(indexes === undefined ? {} : { globalSecondaryIndexes: indexes.map(indexOf(warmThroughput)) }),
  }
}

type Index = NonNullable<CreateTableCommandInput['GlobalSecondaryIndexes']>[number]

const indexOf =
  (warmThroughput: CfnTable.WarmThroughputProperty) =>
  ({ IndexName = '', KeySchema, Projection }: Index) => ({
    indexName: IndexName,
    keySchema: keySchemaOf(KeySchema),
    projection: { projectionType: Projection?.ProjectionType ?? 'ALL' },
    warmThroughput,
  })

const keySchemaOf = (keys: CreateTableCommandInput['KeySchema'] = []) =>
  keys.map(({ AttributeName = '', KeyType = 'HASH' }) => ({ attributeName: AttributeName, keyType: KeyType }))

export type Tables = { readonly main: CfnTable; readonly audit: CfnTable }

// Which items: what their partition key starts with, as the table's own key builders make it. None named means all of them.
type Items = readonly string[]

// A transaction and a batch count as the single verbs that they are made of (DynamoDB Developer Guide, "IAM and transactions").
export const mayUse = ({ attrArn }: CfnTable, verbs: readonly Verb[], items: Items = []): PolicyStatement =>
  may(
    verbs.map((verb) => `dynamodb:${verb}`),
    attrArn,
    withKeys(items),
  )

// An index is named where it is read: a function that has no business in the worklist cannot query it.
export const mayQuery = ({ attrArn }: CfnTable, indexes: readonly string[], items: Items = []): PolicyStatement =>
  may(
    ['dynamodb:Query'],
    indexes.map((index) => `${attrArn}/index/${index}`),
    withKeys(items),
  )

const withKeys = (items: Items) =>
  items.length === 0 ? {} : { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': items } }

export type Verb = 'GetItem' | 'BatchGetItem' | 'Query' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'ConditionCheckItem'
