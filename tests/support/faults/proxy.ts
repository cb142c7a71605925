// A proxy between our clients of DynamoDB, KMS and SNS and the embedded engines that does what networks and busy services do.
// What happens depends on the rules and the seed alone, so a failure is met again with the same seed.
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '#infra/local/dynamo.ts'

export type Fault =
  | 'throttle'
  | 'deny'
  | 'tx-conflict'
  | 'tx-throttle'
  | 'commit-then-reset'
  | 'drop-before'
  | 'slow'
  | '5xx'
  // A batch is read but for its last key, which is named as not read.
  | 'part'
  | 'stale'
  | 'forgotten-token'

export type Rule = {
  readonly fault: Fault
  // DynamoDB's operation, SNS's action, or GOV.UK Notify's method; any, unless said.
  readonly operation?: string
  // Of the calls that match: the first is 1. `from` and `to` are inclusive.
  readonly from?: number
  readonly to?: number
  // Between 0 and 1; always, unless said.
  readonly chance?: number
  // How late a slow answer comes, or how old a stale one is; in milliseconds.
  readonly ms?: number
}

export type FaultProxy = {
  readonly endpoint: string
  // The rules from now on; they count from here.
  readonly rules: (rules: readonly Rule[]) => void
  // How often each fault has been done.
  readonly done: () => Readonly<Partial<Record<Fault, number>>>
  // Every call that came, in order.
  readonly operations: () => readonly string[]
  readonly close: () => Promise<void>
}

type Call = { readonly operation: string; readonly body: Buffer; readonly message: IncomingMessage }
type Reply = { readonly status: number; readonly type: string; readonly body: Buffer }

export const faultProxy = async (target: string, seed: number): Promise<FaultProxy> => {
  const chance = seeded(seed)
  const done: Partial<Record<Fault, number>> = {}
  const operations: string[] = []
  const snapshots = new Map<string, { readonly reply: Reply; readonly at: number }>()
  let met: { readonly rule: Rule; count: number }[] = []
  const choose = (operation: string): Rule | undefined =>
    met.find(
      (one) => applies(one.rule, operation) && counts(one.rule, ++one.count) && chance() < (one.rule.chance ?? 1),
    )?.rule
  const server = createServer(async (message, response) => {
    const call = await read(message)
    operations.push(call.operation)
    const rule = choose(call.operation)
    if (rule !== undefined) done[rule.fault] = (done[rule.fault] ?? 0) + 1
    await answer(rule, { call, response, snapshots, forward: (changed = call) => forward(target, changed) }).catch(() =>
      message.socket.destroy(),
    )
  })
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()))
  return {
    endpoint: `http://127.0.0.1:${port}`,
    rules: (rules) => {
      met = rules.map((rule) => ({ rule, count: 0 }))
    },
    done: () => ({ ...done }),
    operations: () => [...operations],
    close: () => closed(server),
  }
}

// mulberry32: a small generator with a seed, between 0 and 1.
export const seeded = (seed: number) => {
  let state = seed
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    const once = Math.imul(state ^ (state >>> 15), 1 | state)
    const twice = (once + Math.imul(once ^ (once >>> 7), 61 | once)) ^ once
    return ((twice ^ (twice >>> 14)) >>> 0) / 4_294_967_296
  }
}

const applies = ({ operation }: Rule, called: string): boolean => operation === undefined || operation === called

const counts = ({ from = 1, to = Number.POSITIVE_INFINITY }: Rule, count: number): boolean =>
  count >= from && count <= to

const read = async (message: IncomingMessage): Promise<Call> => {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk)
  const body = Buffer.concat(chunks)
  const target = message.headers['x-amz-target']
  return { operation: operationOf(target, message, body), body, message }
}

const operationOf = (target: string | string[] | undefined, { url, method }: IncomingMessage, body: Buffer): string => {
  if (typeof target === 'string') return target.split('.')[1] ?? ''
  if (url?.startsWith('/v2/') === true) return method ?? ''
  return new URLSearchParams(body.toString('utf8')).get('Action') ?? ''
}

type Given = {
  readonly call: Call
  readonly response: ServerResponse
  readonly snapshots: Map<string, { readonly reply: Reply; readonly at: number }>
  readonly forward: (changed?: Call) => Promise<Reply>
}

const answer = async (rule: Rule | undefined, { call, response, snapshots, forward: on }: Given): Promise<void> => {
  if (rule === undefined) return write(response, await on())
  switch (rule.fault) {
    case 'drop-before':
      call.message.socket.destroy()
      return
    case 'commit-then-reset':
      await on()
      call.message.socket.destroy()
      return
    case 'slow':
      await pause(rule.ms ?? 3000)
      return write(response, await on())
    case 'forgotten-token':
      return write(response, await on(withoutMemory(call)))
    case 'part':
      return write(response, await partOf(call, on))
    case 'stale':
      return write(response, await staleOf(rule, call, snapshots, on))
    default:
      return write(response, refusal(rule.fault, call))
  }
}

// DynamoDB forgets a client request token ten minutes after it (API reference, TransactWriteItems): what comes then is a new request.
let forgotten = 0
const withoutMemory = (call: Call): Call => {
  forgotten += 1
  const token = `"ClientRequestToken":"${String(forgotten).padStart(36, '0')}"`
  const body = Buffer.from(call.body.toString('utf8').replace(/"ClientRequestToken":"[^"]{36}"/, token))
  return { ...call, body }
}

// An eventually consistent read answered from up to `ms` ago; a consistent one never is.
const staleOf = async (rule: Rule, call: Call, snapshots: Given['snapshots'], on: Given['forward']): Promise<Reply> => {
  const asked = call.body.toString('utf8')
  if (asked.includes('"ConsistentRead":true')) return on()
  const earlier = snapshots.get(asked)
  if (earlier !== undefined && performance.now() - earlier.at < (rule.ms ?? 1000)) return earlier.reply
  const reply = await on()
  snapshots.set(asked, { reply, at: performance.now() })
  return reply
}

const partOf = async (call: Call, on: Given['forward']): Promise<Reply> => {
  type Batch = { readonly [table: string]: { readonly Keys: readonly object[] } }
  const { RequestItems: asked }: { readonly RequestItems: Batch } = JSON.parse(call.body.toString('utf8'))
  const [name = '', { Keys: keys } = { Keys: [] }] = Object.entries(asked)[0] ?? []
  const batch = (some: readonly object[]) => ({ [name]: { ...asked[name], Keys: some } })
  const [left, rest] = [keys.slice(-1), keys.slice(0, -1)]
  const none = { status: 200, type: 'application/x-amz-json-1.0', body: Buffer.from('{"Responses":{}}') }
  const reply =
    rest.length === 0 ? none : await on({ ...call, body: Buffer.from(JSON.stringify({ RequestItems: batch(rest) })) })
  const told: object = { ...JSON.parse(reply.body.toString('utf8')), UnprocessedKeys: batch(left) }
  return { ...reply, body: Buffer.from(JSON.stringify(told)) }
}

const refusal = (fault: Refusal, call: Call): Reply => {
  const target = call.message.headers['x-amz-target']
  const [status, name, ofKms] = named[fault]
  if (target === undefined)
    return { status: fault === '5xx' ? 500 : 400, type: 'text/xml', body: Buffer.from(snsError(fault)) }
  const code = fault === 'tx-conflict' ? 'TransactionConflict' : 'ThrottlingError'
  const reasons = fault.startsWith('tx-') ? { CancellationReasons: [{ Code: code }, { Code: 'None' }] } : {}
  if (String(target).startsWith('TrentService.'))
    return { status, type: 'application/x-amz-json-1.1', body: Buffer.from(JSON.stringify({ __type: ofKms })) }
  const body = JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${name}`, ...reasons })
  return { status, type: 'application/x-amz-json-1.0', body: Buffer.from(body) }
}

type Refusal = keyof typeof named

// DynamoDB's name for it, and KMS' own.
const named = {
  throttle: [400, 'ProvisionedThroughputExceededException', 'ThrottlingException'],
  deny: [400, 'AccessDeniedException', 'AccessDeniedException'],
  'tx-conflict': [400, 'TransactionCanceledException', ''],
  'tx-throttle': [400, 'TransactionCanceledException', ''],
  '5xx': [500, 'InternalServerError', 'KMSInternalException'],
} as const

const snsError = (fault: Fault): string =>
  `<ErrorResponse><Error><Code>${fault === '5xx' ? 'InternalError' : 'Throttling'}</Code><Message>No</Message></Error></ErrorResponse>`

const forward = (target: string, { body, message }: Call): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const headers = { ...message.headers, host: new URL(target).host, 'content-length': body.length }
    const sent = request(
      target,
      { method: message.method ?? 'POST', path: message.url ?? '/', headers },
      async (heard) => {
        const chunks: Buffer[] = []
        for await (const chunk of heard) chunks.push(chunk)
        const type = heard.headers['content-type'] ?? 'application/x-amz-json-1.0'
        resolve({ status: heard.statusCode ?? 500, type, body: Buffer.concat(chunks) })
      },
    )
    sent.once('error', reject)
    sent.end(body)
  })

const write = (response: ServerResponse, { status, type, body }: Reply): void => {
  response.writeHead(status, { 'content-type': type, 'content-length': body.length }).end(body)
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
