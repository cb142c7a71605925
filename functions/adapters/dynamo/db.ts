// DynamoDB through its official client: six commands behind six functions, so that stores and tests
// know inputs, outputs and problems, and no SDK. docs/decisions/official-clients.md has what is set
// here and why, with figures.
import {
  BatchGetItemCommand,
  type BatchGetItemInput,
  type BatchGetItemOutput,
  type CancellationReason,
  ConditionalCheckFailedException,
  DynamoDBClient,
  type DynamoDBClientConfig,
  GetItemCommand,
  type GetItemInput,
  type GetItemOutput,
  PutItemCommand,
  type PutItemInput,
  type PutItemOutput,
  QueryCommand,
  type QueryInput,
  type QueryOutput,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  type TransactWriteItemsInput,
  type TransactWriteItemsOutput,
  UpdateItemCommand,
  type UpdateItemInput,
  type UpdateItemOutput,
} from '@aws-sdk/client-dynamodb'
import type { RequestSigner } from '@smithy/types'
import { type AwsSettings, clientSettings, lightened, signedOnly } from '../aws/clients.ts'
import { plainSigner } from '../aws/plain-signer.ts'
import { type Again, retries } from '../aws/retries.ts'
import { plainProtocol } from './plain-protocol.ts'

export type Db = {
  readonly getItem: (input: GetItemInput) => Promise<GetItemOutput>
  readonly putItem: (input: PutItemInput) => Promise<PutItemOutput>
  readonly updateItem: (input: UpdateItemInput) => Promise<UpdateItemOutput>
  readonly query: (input: QueryInput) => Promise<QueryOutput>
  readonly batchGetItem: (input: BatchGetItemInput) => Promise<BatchGetItemOutput>
  readonly transactWriteItems: (input: TransactWriteItemsInput) => Promise<TransactWriteItemsOutput>
  readonly close: () => void
}

// `name` is DynamoDB's own: 'ConditionalCheckFailedException', or 'TimeoutError' where no reply came
// in time. The SDK's message is left out, as DynamoDB quotes values in it.
export class DynamoProblem extends Error {
  readonly code: string | undefined
  readonly Item: GetItemOutput['Item']
  readonly CancellationReasons: readonly CancellationReason[]
  constructor(name: string, said: Said = {}) {
    super(name)
    this.name = name
    this.code = said.code
    this.Item = said.Item
    this.CancellationReasons = said.CancellationReasons ?? []
  }
}

type Said = {
  readonly code?: string | undefined
  readonly Item?: GetItemOutput['Item'] | undefined
  readonly CancellationReasons?: readonly CancellationReason[] | undefined
}

export const isConditionFailed = (error: unknown): error is DynamoProblem =>
  error instanceof DynamoProblem && error.name === 'ConditionalCheckFailedException'

export const dbAt = (settings: AwsSettings): Db => {
  const { again, once } = clientSettings(settings, 'dynamodb')
  const plain = { protocol: plainProtocol(settings.endpoint), signer: plainSigner(settings, 'dynamodb') }
  const client = clientWith({ ...again, ...plain }, retries())
  // transact.ts tries again itself: what came of a transaction is not known once a reply was lost,
  // whatever the tries after it are told.
  const transacting = later(() => clientWith({ ...once, ...plain }))
  return {
    getItem: (input) => told(client.send(new GetItemCommand(input))),
    putItem: (input) => told(client.send(new PutItemCommand(input))),
    updateItem: (input) => told(client.send(new UpdateItemCommand(input))),
    query: (input) => told(client.send(new QueryCommand(input))),
    batchGetItem: (input) => told(client.send(new BatchGetItemCommand(input))),
    transactWriteItems: (input) => told(transacting().send(new TransactWriteItemsCommand(input))),
    close: () => client.destroy(),
  }
}

type Settings = DynamoDBClientConfig & { readonly signer: RequestSigner }

const clientWith = (settings: Settings, again?: Again): DynamoDBClient => {
  const client = new DynamoDBClient({ ...settings, accountIdEndpointMode: 'disabled', endpointDiscoveryEnabled: false })
  lightened(client.middlewareStack, again)
  signedOnly(client.middlewareStack, settings.signer)
  return client
}

const later = <Made>(make: () => Made): (() => Made) => {
  let made: Made | undefined
  return () => {
    made ??= make()
    return made
  }
}

const told = async <Output>(reply: Promise<Output>): Promise<Output> => {
  try {
    return await reply
  } catch (error) {
    throw problemFrom(error)
  }
}

const problemFrom = (error: unknown): unknown => {
  if (error instanceof ConditionalCheckFailedException || error instanceof TransactionCanceledException)
    return new DynamoProblem(error.name, error)
  return error instanceof Error ? named(error) : error
}

type Met = {
  readonly name: string
  // Node's name for a connection that ended.
  readonly code?: string
  readonly $metadata?: { readonly httpStatusCode?: number }
}

const named = ({ name, code, $metadata }: Met): DynamoProblem => {
  const ofServer = ($metadata?.httpStatusCode ?? 0) >= 500
  return new DynamoProblem(ofServer ? 'InternalServerError' : name, code === undefined ? {} : { code })
}
