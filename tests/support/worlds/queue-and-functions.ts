// SQS and Lambda as far as a redrive meets them, over their own protocols: a message that was received is hidden until its
// time is over or it is removed (SQS API reference, ReceiveMessage), and a function's failure is an answer of 200 with a
// header that says so (Lambda API reference, Invoke).
import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

export type Laid = { readonly body: string; readonly attributes?: Readonly<Record<string, string>> }

export type Functions = (functionArn: string, payload: string) => 'done' | 'failed'

export type QueueAndFunctions = {
  readonly endpoint: string
  // Bodies that are still in the queue, hidden or not.
  readonly left: () => readonly string[]
  // 'arn payload' of each call.
  readonly calls: readonly string[]
  // The time for which messages were hidden is over.
  readonly showAgain: () => void
  readonly close: () => void
}

type Kept = Laid & { readonly id: string; hidden: boolean }
type State = { messages: Kept[]; readonly calls: string[]; readonly functions: Functions }

export const startQueueAndFunctions = async (
  laid: readonly Laid[],
  functions: Functions,
): Promise<QueueAndFunctions> => {
  const messages = laid.map((one, index) => ({ ...one, id: String(index), hidden: false }))
  const state: State = { messages, calls: [], functions }
  const server = createServer((request, response) => void answer(state, request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  return {
    endpoint: endpointOf(server),
    left: () => state.messages.map(({ body }) => body),
    calls: state.calls,
    showAgain: () => {
      for (const message of state.messages) message.hidden = false
    },
    close: () => server.close(),
  }
}

const endpointOf = (server: Server): string => {
  const address = server.address()
  return `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`
}

const answer = async (state: State, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const body = Buffer.concat(chunks).toString('utf8')
  const called = /\/2015-03-31\/functions\/(.+)\/invocations/.exec(request.url ?? '')?.[1]
  if (called !== undefined) return invoked(state, { arn: decodeURIComponent(called), body }, response)
  const operation = String(request.headers['x-amz-target']).replace('AmazonSQS.', '')
  response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' })
  response.end(JSON.stringify(asked(state, operation, JSON.parse(body))))
}

const invoked = (
  { calls, functions }: State,
  { arn, body }: { readonly arn: string; readonly body: string },
  response: ServerResponse,
): void => {
  calls.push(`${arn} ${body}`)
  const failed = functions(arn, body) === 'failed'
  response.writeHead(200, failed ? { 'x-amz-function-error': 'Unhandled' } : {}).end('null')
}

const asked = (state: State, operation: string, input: { readonly ReceiptHandle?: string }): object => {
  if (operation === 'GetQueueUrl') return { QueueUrl: 'https://sqs.eu-west-2.amazonaws.com/000000000000/lost' }
  if (operation === 'DeleteMessage') {
    state.messages = state.messages.filter(({ id }) => id !== input.ReceiptHandle)
    return {}
  }
  const message = state.messages.find(({ hidden }) => !hidden)
  if (message === undefined) return {}
  message.hidden = true
  const { id, body, attributes = {} } = message
  const named = Object.entries(attributes).map(([name, value]) => [name, { DataType: 'String', StringValue: value }])
  // The client holds what came against it.
  const MD5OfBody = createHash('md5').update(body).digest('hex')
  const MessageAttributes = Object.fromEntries(named)
  return { Messages: [{ MessageId: id, ReceiptHandle: id, Body: body, MD5OfBody, MessageAttributes }] }
}
