// DynamoDB over its own protocol, AWS JSON 1.0 (DynamoDB Developer Guide, "DynamoDB low-level API"). Inputs and outputs are the SDK's types
// and go over the wire as they are. The SDK's client costs 0.69 ms of processor time a call where this costs 0.17, and 45 ms at a function's
// start; a page view is one call, so it decides what a page costs. Retries are as the SDK's standard mode has them.
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import type {
  BatchGetItemInput,
  BatchGetItemOutput,
  CancellationReason,
  GetItemInput,
  GetItemOutput,
  PutItemInput,
  PutItemOutput,
  QueryInput,
  QueryOutput,
  TransactWriteItemsInput,
  TransactWriteItemsOutput,
  UpdateItemInput,
  UpdateItemOutput,
} from '@aws-sdk/client-dynamodb'
import { type Credentials, signedHeaders } from '../aws/sigv4.ts'

export type Db = {
  readonly getItem: (input: GetItemInput) => Promise<GetItemOutput>
  readonly putItem: (input: PutItemInput) => Promise<PutItemOutput>
  readonly updateItem: (input: UpdateItemInput) => Promise<UpdateItemOutput>
  readonly query: (input: QueryInput) => Promise<QueryOutput>
  readonly batchGetItem: (input: BatchGetItemInput) => Promise<BatchGetItemOutput>
  readonly transactWriteItems: (input: TransactWriteItemsInput) => Promise<TransactWriteItemsOutput>
  readonly close: () => void
}

export type DbSettings = {
  // http or https, without a path; in AWS https://dynamodb.<region>.amazonaws.com
  readonly endpoint: string
  readonly region: string
  readonly credentials: () => Credentials
}

// `name` is DynamoDB's own: 'ConditionalCheckFailedException', or 'TimeoutError' where no reply came in time.
export class DynamoProblem extends Error {
  readonly Item: GetItemOutput['Item']
  readonly CancellationReasons: readonly CancellationReason[]
  constructor(name: string, said: Said = {}) {
    super(name)
    this.name = name
    this.Item = said.Item
    this.CancellationReasons = said.CancellationReasons ?? []
  }
}

type Said = {
  readonly Item?: GetItemOutput['Item']
  readonly CancellationReasons?: readonly CancellationReason[]
}

export const isConditionFailed = (error: unknown): error is DynamoProblem =>
  error instanceof DynamoProblem && error.name === 'ConditionalCheckFailedException'

export const dbAt = (settings: DbSettings): Db => {
  const send = sender(settings)
  return {
    getItem: (input) => send('GetItem', input),
    putItem: (input) => send('PutItem', input),
    updateItem: (input) => send('UpdateItem', input),
    query: (input) => send('Query', input),
    batchGetItem: (input) => send('BatchGetItem', input),
    transactWriteItems: (input) => send('TransactWriteItems', input),
    close: send.close,
  }
}

type Send = (<Output>(operation: string, input: object) => Promise<Output>) & { readonly close: () => void }

const sender = (settings: DbSettings): Send => {
  const url = new URL(settings.endpoint)
  const secure = url.protocol === 'https:'
  const agent = new (secure ? HttpsAgent : HttpAgent)({ keepAlive: true, maxSockets: 50, timeout: replyMs })
  const start = secure ? httpsRequest : httpRequest
  const once = (operation: string, body: string): Promise<Reply> => {
    const headers = headersFor(settings, url.host, operation, body)
    return replyTo(
      (heard) => start({ agent, hostname: url.hostname, port: url.port, path: '/', method: 'POST', headers }, heard),
      body,
    )
  }
  const send = async <Output>(operation: string, input: object): Promise<Output> => {
    const body = JSON.stringify(input)
    for (let left = mostTries - 1; ; left -= 1) {
      const outcome = await settledReply(once(operation, body))
      if (outcome.ok) return JSON.parse(outcome.text)
      if (left === 0 || !mayPass(outcome.problem)) throw outcome.problem
      await pause(Math.random() * Math.min(1000, 50 * 2 ** (mostTries - left)))
    }
  }
  return Object.assign(send, { close: () => agent.destroy() })
}

// Time inside one 10-second request: 2 s for a reply, three tries, our own loops to 6 s (docs/guarantees.md, "Writing").
const mostTries = 3
const replyMs = 2000

// Name, value, name, value: Node takes a list as it is, where it would go through an object header by header.
const headersFor = ({ region, credentials }: DbSettings, host: string, operation: string, body: string): string[] => {
  const signed = signedHeaders({
    credentials: credentials(),
    region,
    service: 'dynamodb',
    host,
    body,
    headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `DynamoDB_20120810.${operation}` },
    now: Date.now(),
  })
  return [...Object.entries(signed).flat(), 'content-length', String(Buffer.byteLength(body))]
}

type Reply = { readonly status: number; readonly text: string }

const replyTo = (
  start: (heard: (message: IncomingMessage) => void) => ReturnType<typeof httpRequest>,
  body: string,
): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const request = start((message) => {
      const chunks: Buffer[] = []
      message.on('data', (chunk: Buffer) => chunks.push(chunk))
      message.once('error', reject)
      message.once('end', () =>
        resolve({ status: message.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
      )
    })
    request.once('timeout', () => request.destroy(new DynamoProblem('TimeoutError')))
    request.once('error', reject)
    request.end(body)
  })

type Outcome = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: unknown }

const settledReply = async (reply: Promise<Reply>): Promise<Outcome> => {
  try {
    const { status, text } = await reply
    return status === 200 ? { ok: true, text } : { ok: false, problem: problemFrom(status, text) }
  } catch (problem) {
    return { ok: false, problem }
  }
}

// {"__type": "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException", …}: its message is left out, as it may quote a value.
const problemFrom = (status: number, text: string): DynamoProblem => {
  try {
    const said: Said & { readonly __type?: string } = JSON.parse(text)
    return new DynamoProblem(said.__type?.split('#').at(-1) ?? `HTTP ${status}`, said)
  } catch {
    return new DynamoProblem(status >= 500 ? 'InternalServerError' : `HTTP ${status}`)
  }
}

const mayPass = (problem: unknown): boolean =>
  problem instanceof Error && (passing.test(problem.name) || ('code' in problem && broken.test(String(problem.code))))

// A write that met a transaction under way was not made (DynamoDB Developer Guide, "Transaction conflict handling").
const passing =
  /^(TransactionConflictException|ThrottlingException|ProvisionedThroughputExceededException|RequestLimitExceeded|InternalServerError|ServiceUnavailable|TimeoutError|TransactionInProgressException)/
const broken = /^(ECONNRESET|EPIPE|ETIMEDOUT|ECONNREFUSED)$/

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
