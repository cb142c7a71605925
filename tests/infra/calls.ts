// What was asked of an engine, as IAM sees it: an action, on a resource, for some partition keys.

import type { Call } from './grants.ts'
import type { Asked } from './recorder.ts'

type Keyed = { readonly pk?: { readonly S?: string } }

type Body = {
  readonly TableName?: string
  readonly IndexName?: string
  readonly Key?: Keyed
  readonly Item?: Keyed
  readonly KeyConditionExpression?: string
  readonly ExpressionAttributeValues?: Readonly<Record<string, { readonly S?: string }>>
  readonly RequestItems?: Readonly<Record<string, { readonly Keys?: readonly Keyed[] }>>
  readonly TransactItems?: readonly Readonly<Record<string, Body>>[]
}

export const tableCalls = ({ target, body }: Asked, names: Readonly<Record<string, string>>): readonly Call[] => {
  const asked: Body = JSON.parse(body)
  if (target === 'TransactWriteItems')
    return (asked.TransactItems ?? []).flatMap((item) =>
      Object.entries(item).map(([verb, part]) => callOf(verbs[verb] ?? verb, part, names)),
    )
  if (target === 'BatchGetItem')
    return Object.entries(asked.RequestItems ?? {}).map(([table, { Keys: keys = [] }]) => ({
      action: 'dynamodb:BatchGetItem',
      resource: names[table] ?? table,
      keys: keys.map((key) => key.pk?.S ?? ''),
    }))
  return [callOf(target, asked, names)]
}

const verbs: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
}

const callOf = (verb: string, asked: Body, names: Readonly<Record<string, string>>): Call => {
  const table = names[asked.TableName ?? ''] ?? asked.TableName ?? ''
  const value = /=\s*(:\w+)/.exec(asked.KeyConditionExpression ?? '')?.[1] ?? ''
  const key = (asked.Key ?? asked.Item)?.pk?.S ?? asked.ExpressionAttributeValues?.[value]?.S ?? ''
  return {
    action: `dynamodb:${verb}`,
    resource: asked.IndexName === undefined ? table : `${table}/index/${asked.IndexName}`,
    keys: [key],
  }
}

// The key that was named, for one draft: the encryption context is the grant's condition.
export const keyCall = ({ target, body }: Asked, names: Readonly<Record<string, string>>): Call => {
  const asked: { readonly KeyId?: string; readonly EncryptionContext?: Readonly<Record<string, string>> } =
    JSON.parse(body)
  return {
    action: `kms:${target}`,
    resource: names[asked.KeyId ?? ''] ?? '',
    context: Object.keys(asked.EncryptionContext ?? {}),
  }
}

// /bucket/key, as the SDK asks at an endpoint of its own.
export const fileCall = ({ method, path }: Asked, names: Readonly<Record<string, string>>): Call => {
  const [, bucket = '', key = '', query = ''] = /^\/([^/?]+)\/?([^?]*)\??(.*)/.exec(path) ?? []
  const of = names[bucket] ?? bucket
  const versions = /(^|&)versions(=|&|$)/.test(query)
  if (key === '') return { action: versions ? 's3:ListBucketVersions' : 's3:ListBucket', resource: of }
  if (query.includes('versionId=')) return { action: 's3:GetObjectVersion', resource: `${of}/${key}` }
  const action =
    { GET: 's3:GetObject', HEAD: 's3:GetObject', PUT: 's3:PutObject', DELETE: 's3:DeleteObject' }[method] ?? method
  return { action, resource: `${of}/${key}` }
}
