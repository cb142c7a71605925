// What CloudFront and API Gateway do for a function in AWS: a request becomes an event (payload 2.0), a result becomes an answer,
// assets come from files, answers are compressed, and what is too large never reaches the function.
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { inspect, promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda'
import { pageHeaders } from '#web/middleware/headers.ts'
import { leavePage } from '#web/show/leave-page.ts'
import { paths } from '#web/show/site.ts'

export type Handler = (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>

type Gateway = {
  readonly port: number
  readonly handler: Handler
  // Hashed files, each with its .br and .gz beside it.
  readonly assets: string
  // The page for a request that never reaches the function: too large, or the function failed.
  readonly edgePage: (status: 413 | 503) => string
  // Milliseconds within which a request has to have come whole.
  readonly patienceMs?: number
}

export const startGateway = async (gateway: Gateway): Promise<Server> => {
  // A body that stalls, or comes a byte a second, is cut here and costs the function nothing.
  const requestTimeout = gateway.patienceMs ?? 20_000
  const patience = {
    requestTimeout,
    headersTimeout: Math.min(requestTimeout, 10_000),
    connectionsCheckingInterval: Math.min(requestTimeout, 1000),
  }
  const server = createServer(patience, (request, response) => {
    answer(gateway, request, response).catch((error: unknown) => failed(gateway, request, response, error))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(gateway.port, '127.0.0.1', () => resolve())
  })
  return server
}

const answer = async (gateway: Gateway, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const address = request.url ?? '/'
  if (address.startsWith('/assets/')) return asset(gateway.assets, request, response)
  const body = hasBody(request) ? await bodyOf(request) : noBody
  if (body === 'too-large') return send(response, 413, { ...edgeHeaders, connection: 'close' }, gateway.edgePage(413))
  const result = await gateway.handler(eventOf(request, body), contextOf())
  await give(request, response, result)
}

// What never reaches a function is protected like every other answer, as CloudFront does it in AWS.
const edgeHeaders = { ...pageHeaders({}), 'content-type': 'text/html; charset=utf-8' }

// A request that was cut has nobody to answer.
const failed = (gateway: Gateway, request: IncomingMessage, response: ServerResponse, error: unknown): void => {
  if (request.destroyed && !request.complete) return
  process.stderr.write(`The gateway met an error: ${inspect(error)}\n`)
  if (response.headersSent) return
  if (request.url === paths.leave) send(response, 200, edgeHeaders, leavePage)
  else send(response, 503, edgeHeaders, gateway.edgePage(503))
}

// A Lambda payload is 6 MB at most (Lambda quotas); base64 adds a third.
const mostBytes = 4.5 * 1024 * 1024

const noBody = Buffer.alloc(0)

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined

const bodyOf = async (request: IncomingMessage): Promise<Buffer | 'too-large'> => {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return 'too-large'
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > mostBytes) return 'too-large'
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

let count = 0

// As API Gateway makes it: names of headers in lower case, several values joined by commas, cookies apart, a body in base64.
export const eventOf = (request: IncomingMessage, body: Buffer): APIGatewayProxyEventV2 => {
  const [path = '/', query = ''] = splitOnce(request.url ?? '/', '?')
  const { cookie, ...headers } = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]),
  )
  count += 1
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: decoded(path),
    rawQueryString: query,
    headers,
    ...(cookie === undefined ? {} : { cookies: cookie.split(/;\s*/) }),
    requestContext: requestContextOf(request, decoded(path)),
    ...(body.length === 0 ? {} : { body: body.toString('base64') }),
    isBase64Encoded: body.length > 0,
  }
}

const requestContextOf = (request: IncomingMessage, path: string): APIGatewayProxyEventV2['requestContext'] => ({
  accountId: '000000000000',
  apiId: 'local',
  domainName: request.headers.host ?? 'localhost',
  domainPrefix: 'localhost',
  http: {
    method: request.method ?? 'GET',
    path,
    protocol: `HTTP/${request.httpVersion}`,
    sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
    userAgent: request.headers['user-agent'] ?? '',
  },
  requestId: `${started}${count.toString(36).padStart(6, '0')}`,
  routeKey: '$default',
  stage: '$default',
  time: '',
  timeEpoch: 0,
})

const started = randomBytes(5).toString('hex')

const splitOnce = (text: string, at: string): readonly string[] => {
  const index = text.indexOf(at)
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)]
}

// An address that does not decode is left as it came: no route has it. An encoded slash is no slash: it
// stays encoded here, and the firewall before CloudFront turns it away, as API Gateway decodes it too.
const decoded = (path: string): string => {
  if (!path.includes('%')) return path
  try {
    return path
      .split(/(%2f|%5c)/i)
      .map((part, at) => (at % 2 === 1 ? part : decodeURIComponent(part)))
      .join('')
  } catch {
    return path
  }
}

const contextOf = (): Context => ({
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'local',
  functionVersion: '$LATEST',
  invokedFunctionArn: 'arn:aws:lambda:eu-west-2:000000000000:function:local',
  memoryLimitInMB: '1024',
  awsRequestId: started,
  logGroupName: 'local',
  logStreamName: 'local',
  getRemainingTimeInMillis: () => 10_000,
  done: () => {},
  fail: () => {},
  succeed: () => {},
})

const zipped = promisify(gzip)

const give = async (
  request: IncomingMessage,
  response: ServerResponse,
  result: APIGatewayProxyStructuredResultV2,
): Promise<void> => {
  const headers: Record<string, string | string[]> = {}
  for (const [name, value] of Object.entries(result.headers ?? {})) headers[name] = String(value)
  if (result.cookies !== undefined && result.cookies.length > 0) headers['set-cookie'] = result.cookies
  const body = result.isBase64Encoded === true ? Buffer.from(result.body ?? '', 'base64') : (result.body ?? '')
  const status = result.statusCode ?? 200
  const sentAsItIs = body.length < 1024 || headers['content-encoding'] !== undefined
  if (sentAsItIs || !/\bgzip\b/.test(String(request.headers['accept-encoding'])))
    return send(response, status, headers, body)
  send(response, status, { ...headers, 'content-encoding': 'gzip', vary: 'accept-encoding' }, await zipped(body))
}

const send = (
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string | string[]>>,
  body: string | Buffer,
): void => {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) })
  response.end(response.req.method === 'HEAD' ? undefined : body)
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

const kept = new Map<string, Promise<Buffer>>()

const asset = async (directory: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const name = (request.url ?? '').slice('/assets/'.length).split('?')[0] ?? ''
  const type = types[extname(name)]
  if (type === undefined || !/^[\w-]+\.\w+$/.test(name))
    return send(response, 404, { 'content-type': 'text/plain' }, 'Not found')
  const accepted = String(request.headers['accept-encoding'] ?? '')
  const encoding = accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : undefined
  const file = join(directory, name + (encoding === 'br' ? '.br' : encoding === 'gzip' ? '.gz' : ''))
  const body = await read(file)
  if (body === undefined) return send(response, 404, { 'content-type': 'text/plain' }, 'Not found')
  send(
    response,
    200,
    {
      'content-type': type,
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      vary: 'accept-encoding',
      ...(encoding === undefined ? {} : { 'content-encoding': encoding }),
    },
    body,
  )
}

const read = (file: string): Promise<Buffer | undefined> => {
  const found = kept.get(file) ?? readFile(file)
  kept.set(file, found)
  return found.catch(() => {
    kept.delete(file)
    return undefined
  })
}
