// The upload page: a form that posts one file straight to the bucket, and what has come so far.
import type { Step } from '#domain/forms/answered/journey.ts'
import type { Problem } from '#domain/forms/kind.ts'
import { filesAsked, newUploadId, uploadedFor } from '#usecases/answering/take-uploads.ts'
import type { StoredFile } from '#usecases/ports/stores.ts'
import type { Request } from '#web/http.ts'
import type { Extra, UploadedFile } from '#web/show/controls/extra.ts'
import { changing, type DraftVisit, to } from '../visit.ts'

// No write happens here: the draft, question and item ride in the signed form, and the upload exists once the file does.
export const uploadExtra = async (visit: DraftVisit, step: Step): Promise<Extra> => {
  const { counter, draft, request } = visit
  const asked = filesAsked(step)
  if (asked === undefined) return {}
  const where = { question: asked.id, item: step.item ?? '' }
  const files = uploadedFor(await counter.uploads.ofDraft(draft.id), where)
  const returnTo = `${counter.citizenOrigin}${request.path}?${changing(request) ? 'change=1&' : ''}sent=1`
  const form = await counter.files.uploadForm({ id: newUploadId(counter.ids), draftId: draft.id, ...where, returnTo })
  const problem = files.find(({ id, verdict }) => verdict === 'refused' && id === sentId(request))?.reason
  const none = request.query.none?.[0] === '1' ? asked.missing : undefined
  const good = files.filter(({ verdict }) => verdict !== 'refused').length
  return {
    upload: {
      ...form,
      ...chosen(request, { good, left: Math.max(0, asked.most - good), refused: (problem ?? none) !== undefined }),
      files: [...files.filter(({ name }) => name !== '').map(shownFile), ...arriving(request, files)],
      again: request.path + uploadQuery(request),
      ...(visit.helper === undefined ? { leave: to(visit.service, 'save') } : {}),
      remove: `${request.path}/remove-file${changing(request) ? '?change=1' : ''}`,
      another: `${request.path}/upload-form`,
      ...problemAt(asked.id, problem ?? none),
    },
  }
}

const problemAt = (field: string, words: string | undefined) =>
  words === undefined ? {} : { problem: { field, words } }

type Come = { readonly good: number; readonly left: number; readonly refused: boolean }

// One form on the page at a time, so that a chosen file goes with the button that is pressed.
const chosen = (request: Request, { good, left, refused }: Come) => {
  const here = sentId(request) !== undefined && !refused
  const first = good === 0 && !here
  return {
    good,
    left,
    choosing: left > 0 && (first || refused || request.query.add?.[0] === '1'),
    more: `${request.path}?${changing(request) ? 'change=1&' : ''}add=1`,
  }
}

// S3 adds the key to the address that it sends the browser back to; our own form hands the id on.
const sentId = ({ query }: Request): string | undefined =>
  /^(?:quarantine\/)?([a-z0-9-]{8,64})$/.exec(query.key?.[0] ?? query.sent?.[0] ?? '')?.[1]

// Kept in the page's own address while it is posted: that it changes an answer, and which file was sent just now.
export const uploadQuery = (request: Request): string => {
  const sent = sentId(request)
  const kept = [...(changing(request) ? ['change=1'] : []), ...(sent === undefined ? [] : [`sent=${sent}`])]
  return kept.length === 0 ? '' : `?${kept.join('&')}`
}

const onItsWay = (request: Request, files: readonly StoredFile[]): boolean => {
  const sent = sentId(request)
  return sent !== undefined && !files.some(({ id }) => id === sent)
}

const arriving = (request: Request, files: readonly StoredFile[]): readonly UploadedFile[] =>
  onItsWay(request, files) ? [{ name: 'Your file', state: 'checking' }] : []

const shownFile = (file: StoredFile): UploadedFile => ({
  id: file.id,
  name: file.name,
  state: file.verdict === 'clean' ? 'ready' : file.verdict,
  ...(file.reason === undefined ? {} : { words: file.reason }),
})

// "Select a file" is no help to somebody who has just sent one.
export const uploadProblems = async (
  visit: DraftVisit,
  step: Step,
  problems: readonly Problem[],
): Promise<readonly Problem[]> => {
  const asked = filesAsked(step)
  if (asked === undefined || problems.length === 0) return problems
  const files = uploadedFor(await visit.counter.uploads.ofDraft(visit.draft.id), {
    question: asked.id,
    item: step.item ?? '',
  })
  const words = onItsWay(visit.request, files)
    ? 'Your file has not arrived yet. Wait a few seconds, then continue'
    : files.at(-1)?.reason
  return words === undefined ? problems : problems.map((problem) => ({ ...problem, words }))
}
