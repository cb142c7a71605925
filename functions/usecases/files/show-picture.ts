// A photo of a kind that browsers do not show gets a JPG beside it, once it was found safe. What staff download stays the photo that was sent.
import type { FileStore, UploadStore } from '../ports/files.ts'
import type { Log } from '../ports/log.ts'
import type { CaseStore, DraftStore, StoredFile } from '../ports/stores.ts'

export type ShowPorts = {
  readonly files: Omit<FileStore, 'uploadForm'>
  readonly drafts: DraftStore
  readonly cases: CaseStore
  readonly uploads: UploadStore
  // The JPG of a HEIC; undefined where none can be made.
  readonly pictureOf: (content: Uint8Array) => Promise<Uint8Array | undefined>
  readonly log: Log
}

type Kept = { readonly draftId: string; readonly id: string }

export const addShown = async (ports: ShowPorts, { draftId, id }: Kept, content: Uint8Array): Promise<void> => {
  const picture = await ports.pictureOf(content)
  if (picture === undefined) return ports.log({ level: 'warn', event: 'upload-not-shown' })
  const shown = await ports.files.keepShown({ draftId, id, content: picture })
  // Removed meanwhile, or not among what was sent: nobody will look at it.
  if (!(await noted(ports, { draftId, id }, shown))) await ports.files.discardKept({ draftId, key: shown })
}

// The draft may be sent at this very moment: then it is the case's file that is written.
const noted = async (ports: ShowPorts, kept: Kept, shown: string): Promise<boolean> => {
  for (let tries = 3; tries > 0; tries -= 1) {
    const draft = await ports.drafts.get(kept.draftId)
    const file = draft === undefined ? undefined : await fileNow(ports, kept, draft.caseReference)
    if (draft === undefined || file?.verdict !== 'clean') return false
    if ((await ports.uploads.addShown(draft, { ...file, shown })).ok) return true
  }
  return false
}

const fileNow = async (
  { cases, uploads }: ShowPorts,
  { draftId, id }: Kept,
  reference: string | undefined,
): Promise<StoredFile | undefined> => {
  const files = reference === undefined ? await uploads.ofDraft(draftId) : (await cases.whole(reference))?.files
  return files?.find((file) => file.id === id)
}
