// A form with which a browser posts one file straight to quarantine (S3 API reference, "Browser-based
// uploads using POST"). The S3 client signs it, and is loaded with the first such form.
import { mostSentBytes } from '#domain/uploads/upload.ts'
import type { FileStore } from '#usecases/ports/files.ts'
import type { BucketSettings } from './s3-signing.ts'

export type UploadSettings = BucketSettings & {
  // Where browsers reach the bucket: https://bucket.s3.region.amazonaws.com, or the local one.
  readonly url: string
}

// Longer than the page's own session: somebody who looks for a document for an hour comes back to a page of
// ours, which says that the session is over, and does not meet S3's own.
const lifeSeconds = 4 * 60 * 60

export const uploadKey = (id: string): string => `quarantine/${id}`

export const uploadForms = (settings: UploadSettings): Pick<FileStore, 'uploadForm'> => ({
  uploadForm: async (given) => {
    const { formFields } = await import('./s3-signing.ts')
    const fields = await formFields(settings, {
      Key: uploadKey(given.id),
      Expires: lifeSeconds,
      Fields: exactly(given),
      // From 0 bytes: a form sent without a file has to come back to our page and be told so there;
      // S3's answer would be a page of XML. So has one that is too large.
      Conditions: [
        ['starts-with', '$x-amz-meta-name', ''],
        ['content-length-range', 0, mostSentBytes],
      ],
    })
    // S3 puts the file's own name where ${filename} stands, in any field.
    return { url: settings.url, fields: { ...fields, 'x-amz-meta-name': `\${filename}` } }
  },
})

const exactly = (given: Parameters<FileStore['uploadForm']>[0]): Record<string, string> => ({
  // What lies in quarantine is no page and no picture, whatever it says it is.
  'Content-Type': 'application/octet-stream',
  'x-amz-meta-draft': given.draftId,
  'x-amz-meta-question': given.question,
  'x-amz-meta-item': given.item,
  ...(given.returnTo === undefined ? { success_action_status: '201' } : { success_action_redirect: given.returnTo }),
})
