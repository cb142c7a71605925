// The tables as CloudFormation has them, made from the same definitions that the embedded engine gets (adapters/dynamo/table.ts).
import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb'
import { RemovalPolicy } from 'aws-cdk-lib'
import { CfnTable, type CfnTableProps } from 'aws-cdk-lib/aws-dynamodb'
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { StringParameter } from 'aws-cdk-lib/aws-ssm'
import type { Construct } from 'constructs'
import { timeToLive } from '#adapters/dynamo/schema.ts'
import type { Stage } from '#infra/aws/stages.ts'
import type { Ground } from '../ground.ts'
import { may } from '../may.ts'

// `name`: of a table that a restore made. CloudFormation names the others.
type Given = { readonly ground: Ground; readonly wanted: CreateTableCommandInput; readonly name?: string }

// Kept and protected whatever happens to the stack; recoverable to any second of the last 35 days.
export const table = (scope: Construct, id: string, { ground: { key, stage }, wanted, name }: Given): CfnTable => {
  const warmThroughput = { readUnitsPerSecond: stage.warm.reads, writeUnitsPerSecond: stage.warm.writes }
  const made = new CfnTable(scope, id, {
    ...shapeOf(wanted, warmThroughput),
    ...(name === undefined ? {} : { tableName: name }),
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

// A table as other stacks know it: by parameters of Systems Manager, read anew at each deployment. An export of
// CloudFormation cannot change while a stack uses it, and a restore changes every one of these
// (CloudFormation User Guide, "Get exported outputs from a deployed CloudFormation stack").
export type KnownTable = { readonly name: string; readonly arn: string; readonly streamArn: string }
export type KnownTables = { readonly main: KnownTable; readonly audit: KnownTable }

export const publishTables = (scope: Construct, stage: Stage, tables: Tables): void => {
  for (const [which, { ref: name, attrArn: arn, attrStreamArn: streamArn }] of Object.entries(tables))
    for (const [what, stringValue] of Object.entries({ name, arn, streamArn }))
      new StringParameter(scope, `Known ${which} ${what}`, {
        parameterName: parameter(stage, which, what),
        stringValue,
      })
}

// Each parameter comes into a template when it is asked for there, and not before.
export const tablesKnownTo = (scope: Construct, stage: Stage): KnownTables => {
  const asked = (which: string, what: string): string =>
    StringParameter.valueForStringParameter(scope, parameter(stage, which, what))
  const known = (which: string): KnownTable => ({
    get name() {
      return asked(which, 'name')
    },
    get arn() {
      return asked(which, 'arn')
    },
    get streamArn() {
      return asked(which, 'streamArn')
    },
  })
  return { main: known('main'), audit: known('audit') }
}

const parameter = ({ name }: Stage, which: string, what: string): string =>
  `/guildhall/${name}/tables/${which}/${what.toLowerCase()}`

// Which items: what their partition key starts with, as the table's own key builders make it. None named means all of them.
type Items = readonly string[]

// A transaction and a batch count as the single verbs that they are made of (DynamoDB Developer Guide, "IAM and transactions").
export const mayUse = ({ arn }: KnownTable, verbs: readonly Verb[], items: Items = []): PolicyStatement =>
  may(
    verbs.map((verb) => `dynamodb:${verb}`),
    arn,
    withKeys(items),
  )

// An index is named where it is read: a function that has no business in the worklist cannot query it.
export const mayQuery = ({ arn }: KnownTable, indexes: readonly string[], items: Items = []): PolicyStatement =>
  may(
    ['dynamodb:Query'],
    indexes.map((index) => `${arn}/index/${index}`),
    withKeys(items),
  )

const withKeys = (items: Items) =>
  items.length === 0 ? {} : { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': items } }

export type Verb = 'GetItem' | 'BatchGetItem' | 'Query' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'ConditionCheckItem'
