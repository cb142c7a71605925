// The audit trail's archive in S3, as the function sees it that signs its days. Every version counts: under Object Lock a key that is written
// again is another version, and the first one stays.
import { createHash } from 'node:crypto'
import {
  GetObjectCommand,
  ListObjectVersionsCommand,
  type ObjectVersion,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import type { ArchivedObject } from '#domain/audit/digest.ts'
import { addDays, type Day, isDay, isoDay } from '#domain/day.ts'
import type { AuditArchive } from '#usecases/ports/digests.ts'
import { receiptsPrefix } from '../erasing/receipts.ts'

export type ArchiveSettings = {
  readonly region: string
  // Of the local host; in AWS the SDK finds its own.
  readonly endpoint?: string
  readonly bucket: string
}

type Bucket = { readonly client: S3Client; readonly name: string }

export const auditArchive = ({ region, endpoint, bucket: name }: ArchiveSettings): AuditArchive => {
  const client = new S3Client({ region, ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }) })
  const bucket = { client, name }
  return {
    on: (day) => objectsOn(bucket, day),
    everything: () => everythingIn(bucket),
    firstDay: async () => {
      for await (const { Key: key = '' } of versionsIn(bucket, entries)) {
        const day = key.slice(entries.length, entries.length + 10).replaceAll('/', '-')
        return isDay(day) ? day : undefined
      }
      return undefined
    },
    digestDays: async () => {
      const days = new Set<Day>()
      for await (const { Key: key = '' } of versionsIn(bucket, digests)) days.add(key.slice(digests.length, -5))
      return [...days].filter(isDay).toSorted()
    },
    digest: (day) => textAt(bucket, digestKey(day)),
    keepDigest: (day, text) => kept(bucket, digestKey(day), text),
  }
}

// As the delivery stream names them (infra/aws/stacks/audit.ts): audit/2026/11/24/…, by when an entry came to it.
const entries = 'audit/'
const digests = 'digests/'
const digestKey = (day: Day): string => `${digests}${day}.json`

// Firehose tries for up to a day to deliver (Firehose Developer Guide, "Data delivery"): what came late stands under an earlier day's name.
const objectsOn = async (bucket: Bucket, day: Day): Promise<readonly ArchivedObject[]> => {
  const named = [-2, -1, 0].map((days) => `${entries}${addDays(day, days).replaceAll('-', '/')}/`)
  const objects: ArchivedObject[] = []
  for (const prefix of [...named, `${entries}not-delivered/`])
    for await (const { Key: key, VersionId: version, LastModified: at } of versionsIn(bucket, prefix))
      if (key !== undefined && version !== undefined && at !== undefined && isoDay(at.getTime()) === day)
        objects.push({ key, version, sha256: await sha256At(bucket, key, version) })
  return objects
}

// Under whatever name: S3 dates an object itself, so that one put under the name of a day long past shows by the day it came.
const everythingIn = async (bucket: Bucket) => {
  const objects: (ArchivedObject & { readonly day: Day })[] = []
  for await (const { Key: key, VersionId: version, LastModified: at } of versionsIn(bucket, ''))
    if (key !== undefined && version !== undefined && at !== undefined && !isApart(key))
      objects.push({ key, version, day: isoDay(at.getTime()), sha256: await sha256At(bucket, key, version) })
  return objects
}

// Receipts of erasures are signed one by one, and need no day's digest.
const isApart = (key: string): boolean => key.startsWith(digests) || key.startsWith(receiptsPrefix)

async function* versionsIn({ client, name }: Bucket, Prefix: string): AsyncGenerator<ObjectVersion> {
  let from: { readonly KeyMarker?: string; readonly VersionIdMarker?: string } = {}
  for (;;) {
    const page = await client.send(new ListObjectVersionsCommand({ Bucket: name, Prefix, ...from }))
    yield* page.Versions ?? []
    if (page.IsTruncated !== true || page.NextKeyMarker === undefined) return
    from = {
      KeyMarker: page.NextKeyMarker,
      ...(page.NextVersionIdMarker === undefined ? {} : { VersionIdMarker: page.NextVersionIdMarker }),
    }
  }
}

const sha256At = async ({ client, name }: Bucket, Key: string, VersionId: string): Promise<string> => {
  const object = await client.send(new GetObjectCommand({ Bucket: name, Key, VersionId }))
  return createHash('sha256')
    .update((await object.Body?.transformToByteArray()) ?? '')
    .digest('hex')
}

const textAt = async ({ client, name }: Bucket, Key: string): Promise<string | undefined> => {
  try {
    return await (await client.send(new GetObjectCommand({ Bucket: name, Key }))).Body?.transformToString()
  } catch (error) {
    if (statusOf(error) === 404) return undefined
    throw error
  }
}

// Only if there is none (S3 User Guide, "Conditional writes").
const kept = async (bucket: Bucket, Key: string, text: string): Promise<string> => {
  const ChecksumSHA256 = createHash('sha256').update(text).digest('base64')
  const put = { Bucket: bucket.name, Key, Body: text, ContentType: 'application/json', ChecksumSHA256 }
  try {
    await bucket.client.send(new PutObjectCommand({ ...put, IfNoneMatch: '*' }))
    return text
  } catch (error) {
    const there = statusOf(error) === 412 ? await textAt(bucket, Key) : undefined
    if (there === undefined) throw error
    return there
  }
}

const statusOf = (error: unknown): number | undefined =>
  error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined
