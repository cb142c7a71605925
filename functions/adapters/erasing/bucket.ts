// Every version of every file of some drafts: a bucket that keeps versions keeps what was deleted (S3 User Guide, "Deleting object versions").
import { DeleteObjectCommand, ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3'

// `endpoint`: of the local host; in AWS the SDK finds its own.
export const bucketsIn = (region: string, endpoint?: string): S3Client =>
  new S3Client({ region, ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }) })

/** Gives how many were removed. `starts`: what their keys start with. */
export const emptied = async (client: S3Client, bucket: string, starts: readonly string[]): Promise<number> => {
  let count = 0
  for (const Prefix of starts)
    for (;;) {
      // What was listed is gone by the next look.
      const page = await client.send(new ListObjectVersionsCommand({ Bucket: bucket, Prefix }))
      const found = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])]
      for (const { Key, VersionId } of found)
        await client.send(new DeleteObjectCommand({ Bucket: bucket, Key, VersionId }))
      count += found.length
      if (found.length === 0) break
    }
  return count
}
