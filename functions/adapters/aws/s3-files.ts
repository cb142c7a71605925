// Quarantine and the clean bucket, as the function sees them that checks what has come. The web functions only sign (upload-form.ts, file-link.ts).
import { createHash } from 'node:crypto'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import { cleanName } from '#domain/uploads/upload.ts'
import type { ArrivedFile, FileStore, KeptFile } from '#usecases/ports/files.ts'
import { uploadKey } from './upload-form.ts'

type S3Settings = {
  readonly region: string
  // Of the local host; in AWS the SDK finds its own.
  readonly endpoint?: string
  readonly quarantine: string
  readonly clean: string
}

export type CheckedFiles = Omit<FileStore, 'uploadForm'>

export const s3Files = ({ region, endpoint, quarantine, clean }: S3Settings): CheckedFiles => {
  const client = new S3Client({ region, ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }) })
  return {
    arrived: (id) =>
      unlessGone(async () => {
        const head = await client.send(new HeadObjectCommand({ Bucket: quarantine, Key: uploadKey(id) }))
        return arrivedFrom(id, head)
      }),
    content: ({ id, etag }) =>
      unlessGone(async () => {
        const object = new GetObjectCommand({ Bucket: quarantine, Key: uploadKey(id), IfMatch: etag })
        return (await client.send(object)).Body?.transformToByteArray()
      }),
    keep: async (given) => {
      const { sha256, ...put } = named(given, (sum) => `${given.draftId}/${sum}/${given.id}`)
      await storeOnce(client, clean, put)
      return { key: put.key, sha256 }
    },
    keepShown: async ({ draftId, id, content }) => {
      const put = named({ type: 'image/jpeg', content }, (sum) => `${draftId}/${sum}/${id}/shown`)
      await storeOnce(client, clean, put)
      return put.key
    },
    discard: (id) => removed(client, quarantine, uploadKey(id)),
    waiting: async function* (before) {
      for await (const key of keysIn(client, quarantine, before)) yield key.slice(uploadKey('').length)
    },
    kept: async function* (before) {
      for await (const key of keysIn(client, clean, before)) yield keptAt(key)
    },
    discardKept: ({ key }) => removed(client, clean, key),
  }
}

const removed = async (client: S3Client, Bucket: string, Key: string): Promise<void> => {
  await client.send(new DeleteObjectCommand({ Bucket, Key }))
}

const keptAt = (key: string): KeptFile => ({ key, draftId: key.split('/', 1)[0] ?? '' })

type Storing = { readonly type: string; readonly content: Uint8Array }
type Named = Storing & { readonly key: string; readonly checksum: string }

// Its draft stands in the key, so that what lies in the bucket can be told apart without another list; and its SHA-256, so
// that other bytes never lie under it.
const named = ({ type, content }: Storing, keyOf: (sum: string) => string): Named & { readonly sha256: string } => {
  const digest = createHash('sha256').update(content).digest()
  const sha256 = digest.toString('hex')
  return { type, content, key: keyOf(sha256), checksum: digest.toString('base64'), sha256 }
}

// What lies there already has the same name, and so the same bytes.
const storeOnce = async (client: S3Client, bucket: string, { key, type, content, checksum }: Named): Promise<void> => {
  const put = { Bucket: bucket, Key: key, Body: content, ContentType: type, ChecksumSHA256: checksum, IfNoneMatch: '*' }
  try {
    await client.send(new PutObjectCommand(put))
  } catch (error) {
    if (!(error instanceof S3ServiceException) || error.$metadata.httpStatusCode !== 412) throw error
  }
}

async function* keysIn(client: S3Client, Bucket: string, before: number): AsyncGenerator<string> {
  let ContinuationToken: string | undefined
  do {
    const page = await client.send(
      new ListObjectsV2Command({ Bucket, ...(ContinuationToken === undefined ? {} : { ContinuationToken }) }),
    )
    for (const { Key: key, LastModified: at } of page.Contents ?? [])
      if (key !== undefined && at !== undefined && at.getTime() < before) yield key
    ContinuationToken = page.NextContinuationToken
  } while (ContinuationToken !== undefined)
}

type Head = {
  readonly Metadata?: Record<string, string> | undefined
  readonly ContentLength?: number | undefined
  readonly ETag?: string | undefined
}

const arrivedFrom = (id: string, { Metadata: said = {}, ContentLength: bytes, ETag: etag }: Head): ArrivedFile => {
  const name = unworded(said.name ?? '')
  return {
    id,
    bytes: bytes ?? 0,
    etag: etag ?? '',
    name: name === '' ? '' : cleanName(name),
    draftId: said.draft ?? '',
    question: said.question ?? '',
    item: said.item ?? '',
  }
}

// S3 gives metadata outside ASCII as RFC 2047 words: =?UTF-8?B?…?= or =?UTF-8?Q?…?=; white space between two words is none.
export const unworded = (value: string): string => {
  const bytes = value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, how: string, words: string) =>
      how.toUpperCase() === 'B' ? Buffer.from(words, 'base64').toString('latin1') : unquoted(words),
    )
  return bytes === value ? value : Buffer.from(bytes, 'latin1').toString('utf8')
}

const unquoted = (words: string): string =>
  words
    .replaceAll('_', ' ')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

// Gone, or replaced by other bytes (412): nothing to judge.
const unlessGone = async <T>(ask: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await ask()
  } catch (error) {
    const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined
    if (status === 404 || status === 412) return undefined
    throw error
  }
}
