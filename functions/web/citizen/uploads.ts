// The upload page: a form that posts one file straight to the bucket, and what has come so far.
import type { Step } from '#domain/forms/journey.ts'
import { acceptedEndings } from '#domain/uploads/upload.ts'
import type { StoredFile } from '#usecases/ports.ts'
import { newUploadId, uploadedFor } from '#usecases/take-uploads.ts'
import type { Extra, UploadedFile } from '../show/extra.ts'
import type { DraftVisit } from './visit.ts'

// No write happens here: the draft, question and item ride in the signed form, and the upload exists once the file does.
export const uploadExtra = async (visit: DraftVisit, step: Step): Promise<Extra> => {
  const { counter, draft, request } = visit
  const asked = questionOf(step)
  const files = uploadedFor(await counter.uploads.ofDraft(draft.id), asked)
  const form = await counter.files.uploadForm({
    id: newUploadId(counter.ids),
    draftId: draft.id,
    ...asked,
    returnTo: `${counter.citizenOrigin}${request.path}?sent=1`,
  })
  const waiting = request.query.sent?.[0] === '1' && files.length === 0
  const shown = files.map(shownFile)
  const most = Object.values(step.page.questions).reduce(
    (sum, question) => sum + (question.kind === 'files' ? question.most : 0),
    0,
  )
  return {
    upload: {
      ...form,
      accept: acceptedEndings,
      capture: true,
      most,
      files: waiting ? [...shown, { name: 'Your file', state: 'checking' }] : shown,
    },
  }
}

export const questionOf = (step: Step): { readonly question: string; readonly item: string } => ({
  question: Object.entries(step.page.questions).find(([, question]) => question.kind === 'files')?.[0] ?? '',
  item: step.item ?? '',
})

const shownFile = (file: StoredFile): UploadedFile => ({
  name: file.name,
  state: file.verdict === 'clean' ? 'ready' : file.verdict,
  ...(file.reason === undefined ? {} : { words: file.reason }),
})
