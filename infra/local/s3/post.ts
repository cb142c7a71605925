// PostObject: what a browser's form sends (S3 API reference, "POST Object").
import type { IncomingMessage } from 'node:http'
import { holdToPolicy } from './policy.ts'
import { S3Problem } from './problem.ts'
import type { About, Store } from './store.ts'

export type PostSettings = { readonly store: Store; readonly secret: string; readonly now: () => number }

export type PostReply = { readonly about: About; readonly status: 200 | 201 | 204 | 303; readonly redirect?: string }

export const postObject = async (
  { store, secret, now }: PostSettings,
  bucket: string,
  request: IncomingMessage,
): Promise<PostReply> => {
  const { fields, content } = await formOf(request)
  holdToPolicy({ bucket, fields, size: content.length }, secret, now())
  const about = await store.put(bucket, objectOf(fields), content)
  const back = fields.get('success_action_redirect')
  if (back !== undefined && URL.canParse(back)) return { about, status: 303, redirect: redirectTo(back, bucket, about) }
  const wanted = fields.get('success_action_status')
  return { about, status: wanted === '200' ? 200 : wanted === '201' ? 201 : 204 }
}

type Form = { readonly fields: ReadonlyMap<string, string>; readonly content: Buffer }

// What comes after the file is ignored, as S3 does.
const formOf = async (request: IncomingMessage): Promise<Form> => {
  const type = request.headers['content-type'] ?? ''
  const { around, content } = cut(type, await bodyOf(request))
  const fields = new Map<string, string>()
  for (const [name, value] of await parts(type, around)) {
    if (typeof value !== 'string') return { fields: filled(fields, value.name), content }
    fields.set(name.toLowerCase(), value)
  }
  throw new S3Problem(400, 'InvalidArgument', 'POST requires exactly one file upload per request.')
}

type Cut = { readonly around: Buffer<ArrayBuffer>; readonly content: Buffer }

// The file's bytes are taken out before the form is read: reading 10 MB as a form holds up everything else for a tenth of a second.
const cut = (type: string, body: Buffer<ArrayBuffer>): Cut => {
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1] ?? ''
  const named = body.indexOf('; name="file"')
  const from = body.indexOf('\r\n\r\n', named) + 4
  const to = body.indexOf(`\r\n--${boundary}`, from)
  if (named === -1 || from === 3 || to === -1) return { around: body, content: Buffer.alloc(0) }
  return { around: Buffer.concat([body.subarray(0, from), body.subarray(to)]), content: body.subarray(from, to) }
}

const parts = async (type: string, body: Buffer<ArrayBuffer>): Promise<Iterable<[string, string | File]>> => {
  try {
    return await new Response(body, { headers: { 'content-type': type } }).formData()
  } catch {
    throw new S3Problem(
      400,
      'MalformedPOSTRequest',
      'The body of your POST request is not well-formed multipart/form-data.',
    )
  }
}

// What a form may bring at most on this machine, which holds it in memory: S3 takes 5 GB. The rest is read and
// dropped, so that the answer reaches the browser.
const mostBytes = 512 * 1024 * 1024

const bodyOf = async (request: IncomingMessage): Promise<Buffer<ArrayBuffer>> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size <= mostBytes) chunks.push(chunk)
  }
  if (size > mostBytes)
    throw new S3Problem(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size')
  return Buffer.concat(chunks)
}

// The name of the file, without a path, in any field.
const filled = (fields: ReadonlyMap<string, string>, name: string): ReadonlyMap<string, string> => {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  return new Map([...fields].map(([field, value]) => [field, value.replaceAll(`\${filename}`, last)]))
}

const objectOf = (fields: ReadonlyMap<string, string>) => {
  const key = fields.get('key') ?? ''
  if (key === '') throw new S3Problem(400, 'InvalidArgument', "Bucket POST must contain a field named 'key'.")
  const prefix = 'x-amz-meta-'
  const metadata = [...fields].filter(([name]) => name.startsWith(prefix))
  return {
    key,
    type: fields.get('content-type') ?? 'binary/octet-stream',
    metadata: Object.fromEntries(metadata.map(([name, value]) => [name.slice(prefix.length), value])),
  }
}

const redirectTo = (back: string, bucket: string, { key, etag }: About): string => {
  const url = new URL(back)
  for (const [name, value] of Object.entries({ bucket, key, etag })) url.searchParams.append(name, value)
  return url.href
}
