// The tables as DynamoDB is told of them (docs/data-model.md).
import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb'

const text = (name: string) => ({ AttributeName: name, AttributeType: 'S' as const })

const index = (name: string, pk: string, sk: string) => ({
  IndexName: name,
  KeySchema: [
    { AttributeName: pk, KeyType: 'HASH' as const },
    { AttributeName: sk, KeyType: 'RANGE' as const },
  ],
  Projection: { ProjectionType: 'ALL' as const },
})

// Sparse indexes: only items that carry the index's attributes stand in it.
export const indexes = [
  index('work', 'work', 'byDue'),
  index('came', 'work', 'byCame'),
  index('state', 'inState', 'byDue'),
  index('mine', 'mine', 'byDue'),
  index('due', 'due', 'dueAt'),
]

export const timeToLive = 'ttl'

export const mainTable = (name: string): CreateTableCommandInput => ({
  TableName: name,
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: ['pk', 'sk', 'work', 'byDue', 'byCame', 'inState', 'mine', 'due', 'dueAt'].map(text),
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: indexes,
  StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
})

export const auditTable = (name: string): CreateTableCommandInput => ({
  TableName: name,
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: ['pk', 'sk'].map(text),
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
})
