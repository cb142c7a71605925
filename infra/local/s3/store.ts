// Objects on disk: a bucket is a directory, an object two files, its bytes and what is known of it.
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { S3Problem } from './problem.ts'

export type About = {
  readonly key: string
  readonly size: number
  // With its quotation marks, as in the header.
  readonly etag: string
  readonly type: string
  readonly storedAt: string
  readonly metadata: Readonly<Record<string, string>>
}

export type Store = {
  readonly put: (bucket: string, given: Pick<About, 'key' | 'type' | 'metadata'>, content: Buffer) => Promise<About>
  readonly about: (bucket: string, key: string) => Promise<About>
  readonly content: (bucket: string, key: string) => Promise<Buffer>
  readonly remove: (bucket: string, key: string) => Promise<void>
  // By key, as S3 lists them.
  readonly list: (bucket: string, prefix: string) => Promise<readonly About[]>
}

export const diskStore = (directory: string, buckets: readonly string[], now: () => number): Store => {
  const placeOf = (bucket: string, key: string): string => {
    if (!buckets.includes(bucket)) throw new S3Problem(404, 'NoSuchBucket', 'The specified bucket does not exist')
    return join(directory, bucket, fileName(key))
  }
  return {
    about: async (bucket, key) => JSON.parse(await orMissing(readFile(`${placeOf(bucket, key)}.json`, 'utf8'))),
    content: (bucket, key) => orMissing(readFile(placeOf(bucket, key))),
    put: async (bucket, given, content) => {
      const place = placeOf(bucket, given.key)
      const stored = { ...given, size: content.length, etag: etagOf(content), storedAt: new Date(now()).toISOString() }
      await mkdir(join(directory, bucket), { recursive: true })
      await whole(place, content)
      await whole(`${place}.json`, JSON.stringify(stored))
      return stored
    },
    remove: async (bucket, key) => {
      const place = placeOf(bucket, key)
      await Promise.all([rm(`${place}.json`, { force: true }), rm(place, { force: true })])
    },
    list: async (bucket, prefix) => {
      placeOf(bucket, '')
      const names = await readdir(join(directory, bucket)).catch((): string[] => [])
      const all = await Promise.all(
        names.filter((name) => name.endsWith('.json')).map((name) => read(join(directory, bucket, name))),
      )
      return all.filter(({ key }) => key.startsWith(prefix)).toSorted((a, b) => (a.key < b.key ? -1 : 1))
    },
  }
}

// Any key is a name of 64 letters: none leads out of the directory.
const fileName = (key: string): string => createHash('sha256').update(key).digest('hex')

// Names the bytes; an encrypted bucket's is no MD5 either.
const etagOf = (content: Buffer): string => `"${createHash('sha256').update(content).digest('hex').slice(0, 32)}"`

const read = async (file: string): Promise<About> => JSON.parse(await readFile(file, 'utf8'))

// A reader sees the old bytes or the new ones, never a part.
const whole = async (file: string, content: string | Buffer): Promise<void> => {
  const part = `${file}.${process.hrtime.bigint()}.part`
  await writeFile(part, content)
  await rename(part, file)
}

const orMissing = async <T>(reading: Promise<T>): Promise<T> => {
  try {
    return await reading
  } catch {
    throw new S3Problem(404, 'NoSuchKey', 'The specified key does not exist.')
  }
}
