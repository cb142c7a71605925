// A form with which a browser posts one file straight to quarantine (S3, "Browser-based uploads using POST", Signature Version 4):
// exact key prefix, exact metadata, size and expiry. Only signing is needed, so the S3 client stays out of the web function.
import { mostBytes } from '#domain/uploads/upload.ts'
import type { FileStore } from '#usecases/ports.ts'
import { type Credentials, scopeOf, signatureOf, stampOf } from './sigv4.ts'

export type UploadSettings = {
  readonly bucket: string
  readonly region: string
  // Where browsers reach the bucket: https://bucket.s3.region.amazonaws.com, or the local one.
  readonly url: string
  readonly credentials: () => Credentials
}

const lifeMs = 15 * 60_000

export const uploadForms = (settings: UploadSettings): Pick<FileStore, 'uploadForm'> => ({
  uploadForm: async (given) => {
    const { id, secret, token } = settings.credentials()
    // Real time, not the product's: S3 compares it with its own.
    const stamp = stampOf(Date.now())
    const scope = scopeOf(stamp, settings.region, 's3')
    const exact = {
      'x-amz-meta-draft': given.draftId,
      'x-amz-meta-question': given.question,
      'x-amz-meta-item': given.item,
      success_action_redirect: given.returnTo,
      'x-amz-algorithm': 'AWS4-HMAC-SHA256',
      'x-amz-credential': `${id}/${scope}`,
      'x-amz-date': stamp,
      ...(token === undefined ? {} : { 'x-amz-security-token': token }),
    }
    const folder = `quarantine/${given.id}/`
    const conditions = [
      { bucket: settings.bucket },
      // The file's own name is the end of the key: S3 puts it there for ${filename}.
      ['starts-with', '$key', folder],
      ['content-length-range', 1, mostBytes],
      ...Object.entries(exact).map(([name, value]) => ({ [name]: value })),
    ]
    const expiration = new Date(Date.now() + lifeMs).toISOString()
    const policy = Buffer.from(JSON.stringify({ expiration, conditions })).toString('base64')
    const signature = signatureOf(secret, scope, policy)
    return {
      url: settings.url,
      fields: { key: `${folder}\${filename}`, ...exact, policy, 'x-amz-signature': signature },
    }
  },
})
