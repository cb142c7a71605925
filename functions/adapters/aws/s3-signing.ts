// What the web functions ask of the S3 client: to sign forms and addresses, and which sum S3 keeps of
// a file. Loaded when it is first asked for (upload-form.ts, file-link.ts): most pages have no file.
import { GetObjectCommand, HeadObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { createPresignedPost, type PresignedPostOptions } from '@aws-sdk/s3-presigned-post'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { type Credentials, lookedUpNowhere } from './clients.ts'

export type BucketSettings = {
  readonly region: string
  readonly bucket: string
  // Of the local host; in AWS the client finds its own.
  readonly endpoint?: string
  readonly credentials: Credentials
  // The product's time, in milliseconds.
  readonly now: () => number
}

const clientOf = ({ region, endpoint, credentials, now }: BucketSettings): S3Client =>
  new S3Client({
    ...lookedUpNowhere,
    ...{ region, credentials },
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    // The client signs a form by the machine's time, and this is what the product's differs by.
    systemClockOffset: now() - Date.now(),
  })

/** The fields of a form, signed; its file comes last. */
export const formFields = async (
  settings: BucketSettings,
  given: Omit<PresignedPostOptions, 'Bucket'>,
): Promise<Readonly<Record<string, string>>> => {
  const { fields } = await createPresignedPost(clientOf(settings), { Bucket: settings.bucket, ...given })
  return fields
}

type Address = {
  readonly key: string
  readonly seconds: number
  readonly disposition: string
  readonly type: string
}

export const signedAddressOf = (
  settings: BucketSettings,
  { key, seconds, disposition, type }: Address,
): Promise<string> =>
  getSignedUrl(
    clientOf(settings),
    new GetObjectCommand({
      Bucket: settings.bucket,
      Key: key,
      ResponseContentDisposition: disposition,
      ResponseContentType: type,
    }),
    { expiresIn: seconds, signingDate: new Date(settings.now()) },
  )

/** The SHA-256 that S3 keeps of the bytes, in hex; undefined where there is none, or no such file. */
export const checksumOf = async (settings: BucketSettings, key: string): Promise<string | undefined> => {
  const asked = new HeadObjectCommand({ Bucket: settings.bucket, Key: key, ChecksumMode: 'ENABLED' })
  try {
    const head = await clientOf(settings).send(asked, { abortSignal: AbortSignal.timeout(5000) })
    return Buffer.from(head.ChecksumSHA256 ?? '', 'base64').toString('hex')
  } catch {
    return undefined
  }
}
