// What arrives and what goes back, in the web's own words. An API Gateway event (payload 2.0) is read here and nowhere else.
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import type { Typed } from '#domain/forms/kind.ts'

export type Request = {
  // Quoted to a person when something goes wrong, and in the log.
  readonly id: string
  // CloudFront's own id of it, by which its log has it.
  readonly edge?: string
  readonly method: string
  readonly path: string
  readonly query: Typed
  readonly cookies: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string | undefined>>
  // Where whoever asks is on the network, as our own edge saw it; absent where it did not say.
  readonly address?: string
  // The form's fields: {} for a GET.
  readonly posted: Typed
  // What was posted, as text, where the site takes JSON and no forms.
  readonly json?: string
  readonly pathValues: Readonly<Record<string, string | undefined>>
}

export type Reply = {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly cookies?: readonly string[]
  readonly body?: string
  // What is no text, instead of `body`.
  readonly bytes?: Uint8Array
}

export const html = (body: string, status = 200): Reply => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body,
})

// A copy of a document as it was made, under the name that it is saved by.
export const copyOf = (bytes: Uint8Array, { type, name }: { readonly type: string; readonly name: string }): Reply => ({
  status: 200,
  headers: { 'content-type': type, 'content-disposition': `inline; filename="${name}"` },
  ...(type.startsWith('text/') ? { body: Buffer.from(bytes).toString('utf8') } : { bytes }),
})

// 303: the next page is fetched with GET, whatever was posted.
export const seeOther = (location: string): Reply => ({ status: 303, headers: { location } })

export const withCookie = (reply: Reply, cookie: string): Reply => ({
  ...reply,
  cookies: [...(reply.cookies ?? []), cookie],
})

export const resultOf = (reply: Reply): APIGatewayProxyStructuredResultV2 => ({
  statusCode: reply.status,
  headers: { ...reply.headers },
  ...(reply.cookies === undefined ? {} : { cookies: [...reply.cookies] }),
  ...(reply.bytes === undefined
    ? { body: reply.body ?? '' }
    : { body: Buffer.from(reply.bytes).toString('base64'), isBase64Encoded: true }),
})

// Seconds: long enough for a throttled table to recover, short enough for a person to wait.
export const withRetry = (reply: Reply): Reply => ({ ...reply, headers: { ...reply.headers, 'retry-after': '30' } })

export class BadRequest extends Error {
  readonly status: 400 | 403 | 404 | 405 | 413 | 415
  // With 405: the methods that the address has (RFC 9110, 15.5.6).
  readonly allow: readonly string[]
  constructor(status: 400 | 403 | 404 | 405 | 413 | 415, allow: readonly string[] = []) {
    super(`Request refused with ${status}`)
    this.status = status
    this.allow = allow
  }
}

// Bytes of a form. The largest honest one is a site boundary; one page of answers is far less.
const mostBytes = 256 * 1024
const mostFields = 500

// What the site takes: forms of its pages, or JSON of programs.
export type Takes = 'forms' | 'json'

export const requestOf = (
  event: APIGatewayProxyEventV2,
  pathValues: Request['pathValues'],
  takes: Takes = 'forms',
): Request => {
  const { method, path } = event.requestContext.http
  const isPost = method === 'POST'
  return {
    id: event.requestContext.requestId,
    ...edgeIdIn(event),
    method,
    path,
    query: fieldsTyped(event.rawQueryString),
    cookies: cookiesOf(event.cookies ?? []),
    headers: event.headers,
    ...addressIn(event),
    posted: isPost && takes === 'forms' ? fieldsTyped(textOf(event, formType)) : {},
    ...(isPost && takes === 'json' ? { json: textOf(event, jsonType) } : {}),
    pathValues,
  }
}

// CloudFront adds it to what it sends on (Amazon CloudFront Developer Guide, "Request and response behavior for custom origins").
export const edgeIdIn = ({ headers }: Pick<APIGatewayProxyEventV2, 'headers'>): { readonly edge?: string } => {
  const edge = headers['x-amz-cf-id'] ?? ''
  return /^[\w=-]{1,100}$/.test(edge) ? { edge } : {}
}

export const idsOf = ({
  id,
  edge,
}: Pick<Request, 'id' | 'edge'>): { readonly requestId: string; readonly edge?: string } => ({
  requestId: id,
  ...(edge === undefined ? {} : { edge }),
})

// API Gateway adds CloudFront's address behind the one that CloudFront added; what stands before the two anybody can have written
// (CloudFront Developer Guide, "X-Forwarded-For"). Of IPv6 the network, as one home has all addresses of it.
const addressIn = ({ headers, requestContext }: APIGatewayProxyEventV2): Pick<Request, 'address'> => {
  const said = (headers['x-forwarded-for'] ?? '').split(',').map((one) => one.trim())
  const [viewer, edge] = said.slice(-2)
  return viewer === undefined || edge === undefined || edge !== requestContext.http.sourceIp
    ? {}
    : { address: networkOf(viewer) }
}

const networkOf = (address: string): string => {
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('::')
  const [first, last] = [head.split(':'), tail === undefined || tail === '' ? [] : tail.split(':')]
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => '0')
  return [...first, ...zeros, ...last].slice(0, 4).join(':')
}

const formType = /^application\/x-www-form-urlencoded\b/i
const jsonType = /^application\/json\b/i

const textOf = (event: APIGatewayProxyEventV2, type: RegExp): string => {
  const body = event.body ?? ''
  if (body.length > mostBytes * (event.isBase64Encoded ? 1.4 : 1)) throw new BadRequest(413)
  if (!type.test(event.headers['content-type'] ?? '')) throw new BadRequest(415)
  const text = event.isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body
  if (text.length > mostBytes) throw new BadRequest(413)
  return text
}

// Every value of every field, in order. A field named __proto__ is a field like any other: the object has no prototype.
export const fieldsTyped = (encoded: string): Typed => {
  const fields: Record<string, string[]> = Object.create(null)
  if (encoded === '') return fields
  let count = 0
  for (const [name, value] of new URLSearchParams(encoded)) {
    count += 1
    if (count > mostFields) throw new BadRequest(413)
    const values = fields[name]
    if (values === undefined) fields[name] = [value]
    else values.push(value)
  }
  return fields
}

// Of two cookies of one name that say different things, one is not ours, and their order tells nothing
// (RFC 6265, 4.2.2): neither counts.
const cookiesOf = (cookies: readonly string[]): Readonly<Record<string, string>> => {
  const found: Record<string, string> = Object.create(null)
  const doubtful = new Set<string>()
  for (const cookie of cookies) {
    const at = cookie.indexOf('=')
    if (at <= 0) continue
    const [name, value] = [cookie.slice(0, at).trim(), cookie.slice(at + 1)]
    if ((found[name] ?? value) !== value) doubtful.add(name)
    found[name] = value
  }
  for (const name of doubtful) delete found[name]
  return found
}
