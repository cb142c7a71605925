// S3 on this machine, as far as the product uses it: a browser's form posts, and the SDK heads, gets, puts, lists and deletes, path style.
// s3rver (3.7) does not hold to POST policies, fill in ${filename} or read an encoded copy source, and its form parser can be crashed.
import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { inspect } from 'node:util'
import { plainly } from '../process/plainly.ts'
import { postObject } from './post.ts'
import { problemXml, S3Problem, xmlText } from './problem.ts'
import { mayRead } from './signed.ts'
import type { About, Store } from './store.ts'

export type S3Settings = {
  readonly port: number
  readonly store: Store
  readonly secret: string
  readonly now: () => number
  // Whose pages' scripts may post (the bucket's CORS rule).
  readonly origin: string
  readonly onStored: (bucket: string, about: About) => void
}

export const startS3 = async (settings: S3Settings): Promise<Server> => {
  const server = createServer((request, response) => {
    answer(settings, request, response).catch((error: unknown) => fail(response, error))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(settings.port, '127.0.0.1', () => resolve())
  })
  return server
}

// `sums`: the sum of the bytes is to be named, as the SDK asks by a header.
type Asked = { readonly bucket: string; readonly key: string; readonly query: URLSearchParams; readonly sums: boolean }

const askedIn = (request: IncomingMessage): Asked => {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const [, bucket = '', ...key] = url.pathname.split('/')
  return {
    bucket,
    key: decodeURIComponent(key.join('/')),
    query: url.searchParams,
    sums: 'x-amz-checksum-mode' in request.headers,
  }
}

const answer = async (settings: S3Settings, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const asked = askedIn(request)
  if (request.headers.origin === settings.origin)
    for (const [name, value] of cors(settings.origin)) response.setHeader(name, value)
  if (request.method === 'OPTIONS')
    return void response.writeHead(request.headers.origin === settings.origin ? 200 : 403).end()
  if (request.method === 'POST' && asked.key === '') return post(settings, asked, request, response)
  mayRead(request, settings.secret, settings.now())
  switch (request.method) {
    case 'GET':
      if (asked.key !== '') return get(settings, asked, request, response)
      return asked.query.has('versions') ? versions(settings, asked, response) : list(settings, asked, response)
    case 'HEAD':
      return head(settings, asked, response)
    case 'PUT':
      return put(settings, asked, request, response)
    case 'DELETE':
      await settings.store.remove(asked.bucket, asked.key)
      response.writeHead(204).end()
      return
    default:
      throw new S3Problem(405, 'MethodNotAllowed', 'The specified method is not allowed against this resource.')
  }
}

const post = async (
  settings: S3Settings,
  { bucket }: Asked,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const { about, status, redirect } = await postObject(settings, bucket, request)
  response.writeHead(status, { etag: about.etag, ...(redirect === undefined ? {} : { location: redirect }) }).end()
  settings.onStored(bucket, about)
}

const head = async ({ store }: S3Settings, { bucket, key, sums }: Asked, response: ServerResponse): Promise<void> => {
  const about = await store.about(bucket, key)
  const sum = sums ? { 'x-amz-checksum-sha256': sumOf(await store.content(bucket, key)) } : {}
  response.writeHead(200, { ...headersOf(about), ...sum, 'content-length': about.size }).end()
}

// SHA-256 of the bytes that lie there now.
const sumOf = (content: Buffer): string => createHash('sha256').update(content).digest('base64')

const get = async (
  { store }: S3Settings,
  { bucket, key, query }: Asked,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const about = await store.about(bucket, key)
  const wanted = request.headers['if-match']
  if (wanted !== undefined && wanted.replaceAll('"', '') !== about.etag.replaceAll('"', ''))
    throw new S3Problem(412, 'PreconditionFailed', 'At least one of the pre-conditions you specified did not hold')
  const content = await store.content(bucket, key)
  const [type, disposition] = [query.get('response-content-type'), query.get('response-content-disposition')]
  response.writeHead(200, {
    ...headersOf(about),
    'content-length': content.length,
    ...(type === null ? {} : { 'content-type': type }),
    ...(disposition === null ? {} : { 'content-disposition': disposition }),
  })
  response.end(content)
}

const put = async (
  { store, onStored }: S3Settings,
  { bucket, key }: Asked,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  if (request.headers['if-none-match'] === '*' && (await store.list(bucket, key)).some((about) => about.key === key))
    throw new S3Problem(412, 'PreconditionFailed', 'At least one of the pre-conditions you specified did not hold')
  const type = request.headers['content-type'] ?? 'binary/octet-stream'
  const about = await store.put(bucket, { key, type, metadata: {} }, Buffer.concat(chunks))
  response.writeHead(200, { etag: about.etag }).end()
  onStored(bucket, about)
}

const list = async ({ store }: S3Settings, { bucket, query }: Asked, response: ServerResponse): Promise<void> => {
  const all = await store.list(bucket, query.get('prefix') ?? '')
  const after = query.get('continuation-token') ?? ''
  const most = Number(query.get('max-keys') ?? 1000)
  const left = all.filter(({ key }) => key > after)
  const shown = left.slice(0, most)
  const next =
    left.length > most ? `<NextContinuationToken>${xmlText(shown.at(-1)?.key ?? '')}</NextContinuationToken>` : ''
  const rows = shown.map(
    ({ key, size, etag, storedAt }) =>
      `<Contents><Key>${xmlText(key)}</Key><LastModified>${storedAt}</LastModified><ETag>${xmlText(etag)}</ETag><Size>${size}</Size></Contents>`,
  )
  response.writeHead(200, { 'content-type': 'application/xml' })
  response.end(
    `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>${bucket}</Name><KeyCount>${shown.length}</KeyCount><IsTruncated>${next !== ''}</IsTruncated>${next}${rows.join('')}</ListBucketResult>`,
  )
}

// The one version that a bucket without versions has of each is called null (S3 API reference, ListObjectVersions).
const versions = async ({ store }: S3Settings, { bucket, query }: Asked, response: ServerResponse): Promise<void> => {
  const after = query.get('key-marker') ?? ''
  const left = (await store.list(bucket, query.get('prefix') ?? '')).filter(({ key }) => key > after)
  const shown = left.slice(0, Number(query.get('max-keys') ?? 1000))
  const more = left.length > shown.length
  const next = more ? `<NextKeyMarker>${xmlText(shown.at(-1)?.key ?? '')}</NextKeyMarker>` : ''
  const rows = shown.map(
    ({ key, size, etag, storedAt }) =>
      `<Version><Key>${xmlText(key)}</Key><VersionId>null</VersionId><IsLatest>true</IsLatest><LastModified>${storedAt}</LastModified><ETag>${xmlText(etag)}</ETag><Size>${size}</Size></Version>`,
  )
  response.writeHead(200, { 'content-type': 'application/xml' })
  response.end(
    `<?xml version="1.0" encoding="UTF-8"?>\n<ListVersionsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>${bucket}</Name><IsTruncated>${more}</IsTruncated>${next}${rows.join('')}</ListVersionsResult>`,
  )
}

const cors = (origin: string): readonly (readonly [string, string])[] => [
  ['access-control-allow-origin', origin],
  ['access-control-allow-methods', 'POST'],
  ['access-control-allow-headers', 'content-type'],
  ['vary', 'origin'],
]

const headersOf = ({ etag, type, storedAt, metadata }: About): Record<string, string> => ({
  etag,
  'content-type': type,
  'last-modified': new Date(storedAt).toUTCString(),
  ...Object.fromEntries(Object.entries(metadata).map(([name, value]) => [`x-amz-meta-${name}`, worded(value)])),
})

// Metadata outside ASCII comes back as an RFC 2047 word (S3 User Guide, "User-defined object metadata").
const worded = (value: string): string =>
  /^[\x20-\x7e]*$/.test(value) ? value : `=?UTF-8?B?${Buffer.from(value).toString('base64')}?=`

const fail = (response: ServerResponse, error: unknown): void => {
  if (!(error instanceof S3Problem))
    process.stderr.write(`A file: ${plainly(error, 'the folder of files') ?? inspect(error)}\n`)
  const problem =
    error instanceof S3Problem ? error : new S3Problem(500, 'InternalError', 'We encountered an internal error.')
  response.writeHead(problem.status, { 'content-type': 'application/xml' })
  response.end(response.req.method === 'HEAD' ? undefined : problemXml(problem))
}
