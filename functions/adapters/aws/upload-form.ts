// A form with which a browser posts one file straight to quarantine (S3 API reference, "Browser-based uploads using POST", Signature
// Version 4). Only signing is needed, so the S3 client stays out of the web function.
import { mostBytes } from '#domain/uploads/upload.ts'
import type { FileStore } from '#usecases/ports/files.ts'
import { type Credentials, scopeOf, signatureOf, stampOf } from './sigv4.ts'

export type UploadSettings = {
  readonly bucket: string
  readonly region: string
  // Where browsers reach the bucket: https://bucket.s3.region.amazonaws.com, or the local one.
  readonly url: string
  readonly credentials: () => Credentials
  readonly now: () => number
}

// As long as the page's own session: somebody who looks for a document must not meet S3's own error page.
const lifeMs = 30 * 60_000

export const uploadKey = (id: string): string => `quarantine/${id}`

export const uploadForms = (settings: UploadSettings): Pick<FileStore, 'uploadForm'> => ({
  uploadForm: async (given) => {
    const { id, secret, token } = settings.credentials()
    const stamp = stampOf(settings.now())
    const scope = scopeOf(stamp, settings.region, 's3')
    const exact = {
      key: uploadKey(given.id),
      // What lies in quarantine is no page and no picture, whatever it says it is.
      'Content-Type': 'application/octet-stream',
      'x-amz-meta-draft': given.draftId,
      'x-amz-meta-question': given.question,
      'x-amz-meta-item': given.item,
      ...(given.returnTo === undefined
        ? { success_action_status: '201' }
        : { success_action_redirect: given.returnTo }),
      'x-amz-algorithm': 'AWS4-HMAC-SHA256',
      'x-amz-credential': `${id}/${scope}`,
      'x-amz-date': stamp,
      ...(token === undefined ? {} : { 'x-amz-security-token': token }),
    }
    const policy = policyOf(settings, exact)
    return {
      url: settings.url,
      // S3 puts the file's own name where ${filename} stands, in any field.
      fields: {
        ...exact,
        'x-amz-meta-name': `\${filename}`,
        policy,
        'x-amz-signature': signatureOf(secret, scope, policy),
      },
    }
  },
})

// From 0 bytes: a form sent without a file has to come back to our page and be told so there; S3's answer would be a page of XML.
const policyOf = ({ bucket, now }: UploadSettings, exact: Readonly<Record<string, string>>): string => {
  const expiration = new Date(now() + lifeMs).toISOString()
  const conditions = [
    { bucket },
    ['starts-with', '$x-amz-meta-name', ''],
    ['content-length-range', 0, mostBytes],
    ...Object.entries(exact).map(([name, value]) => ({ [name]: value })),
  ]
  return Buffer.from(JSON.stringify({ expiration, conditions })).toString('base64')
}
