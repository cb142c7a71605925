// A 60-second address under which staff open one file (S3 API reference, "Authenticating requests: using query parameters"). Signed here,
// so the S3 client stays out of the web function; a test checks it against the SDK's own presigner.
import type { FileType } from '#domain/uploads/upload.ts'
import type { FileLinks } from '#usecases/ports/files.ts'
import type { StoredFile } from '#usecases/ports/stores.ts'
import { type Credentials, scopeOf, sha256, signatureOf, stampOf } from './sigv4.ts'

export type LinkSettings = {
  readonly region: string
  // Where browsers reach the bucket: https://bucket.s3.region.amazonaws.com, or the local one.
  readonly url: string
  readonly credentials: () => Credentials
  readonly now: () => number
}

const lifeSeconds = 60

export const fileLinks = (settings: LinkSettings): FileLinks => ({
  origin: new URL(settings.url).origin,
  openLink: async (file) => {
    await verify(settings, file)
    return linkTo(settings, file, 'attachment')
  },
  showLink: async (file) => {
    if (shown.has(file.type)) {
      await verify(settings, file)
      return linkTo(settings, file, 'inline')
    }
    return file.shown === undefined
      ? undefined
      : linkTo(settings, { ...file, key: file.shown, type: 'image/jpeg' }, 'inline')
  },
})

// S3 is asked for the SHA-256 that it keeps of the bytes (S3 User Guide, "Checking object integrity"). What was
// kept before we wrote sums down has none to compare.
const verify = async (settings: LinkSettings, { key, sha256: found }: StoredFile): Promise<void> => {
  if (key === undefined || found === undefined) return
  const query = { 'x-amz-checksum-mode': 'ENABLED' }
  const address = presigned(settings, { path: key, query, expires: lifeSeconds, now: settings.now(), method: 'HEAD' })
  const reply = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(5000) })
  const sum = Buffer.from(reply.headers.get('x-amz-checksum-sha256') ?? '', 'base64').toString('hex')
  if (!reply.ok || sum !== found) throw new Error('The bytes that are kept are not those that were found safe')
}

const linkTo = (settings: LinkSettings, file: StoredFile, how: 'attachment' | 'inline'): string => {
  if (file.verdict !== 'clean' || file.key === undefined) throw new Error('Only a file that was found safe is opened')
  return presigned(settings, {
    path: file.key,
    query: { 'response-content-disposition': disposition(how, file.name), 'response-content-type': typeShown(file) },
    expires: lifeSeconds,
    now: settings.now(),
  })
}

// Shown only as what it was found to be; of HEIC, which browsers do not show, its JPG, while the photo itself is a download like any other.
const typeShown = ({ type }: StoredFile): string => (shown.has(type) ? type : 'application/octet-stream')
const shown: ReadonlySet<string> = new Set<FileType>(['application/pdf', 'image/jpeg', 'image/png'])

// RFC 6266: a plain name for old programs, the whole one in UTF-8 (RFC 8187, which leaves fewer characters bare than encodeURIComponent).
export const disposition = (how: 'attachment' | 'inline', name: string): string => {
  const plain = name.replace(/[^A-Za-z0-9 ._-]/g, '_')
  const whole = encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, percent)
  return `${how}; filename="${plain}"; filename*=UTF-8''${whole}`
}

const percent = (letter: string): string => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`

export type Presigning = {
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly expires: number
  readonly now: number
  readonly method?: 'GET' | 'HEAD'
}

export const presigned = (settings: Omit<LinkSettings, 'now'>, given: Presigning): string => {
  const { id, secret, token } = settings.credentials()
  const bucket = new URL(settings.url)
  const stamp = stampOf(given.now)
  const scope = scopeOf(stamp, settings.region, 's3')
  const query = encodedQuery({
    ...given.query,
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `${id}/${scope}`,
    'X-Amz-Date': stamp,
    'X-Amz-Expires': String(given.expires),
    'X-Amz-SignedHeaders': 'host',
    ...(token === undefined ? {} : { 'X-Amz-Security-Token': token }),
  })
  const path = `${bucket.pathname.replace(/\/$/, '')}/${given.path.split('/').map(encoded).join('/')}`
  const request = [given.method ?? 'GET', path, query, `host:${bucket.host}\n`, 'host', 'UNSIGNED-PAYLOAD'].join('\n')
  const signature = signatureOf(secret, scope, `AWS4-HMAC-SHA256\n${stamp}\n${scope}\n${sha256(request)}`)
  return `${bucket.origin}${path}?${query}&X-Amz-Signature=${signature}`
}

const encodedQuery = (query: Readonly<Record<string, string>>): string =>
  Object.entries(query)
    .map(([name, value]) => [encoded(name), encoded(value)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')

// Every byte but the unreserved (RFC 3986).
const encoded = (text: string): string => encodeURIComponent(text).replace(/[!'()*]/g, percent)
