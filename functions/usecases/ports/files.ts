// The interfaces to files: forms and addresses that are signed, the two buckets, and what is known of each file.
import type { Draft } from '#domain/forms/answered/draft.ts'
import type { Result } from '#domain/result.ts'
import type { StoredFile } from './stores.ts'

export type UploadForm = { readonly url: string; readonly fields: Readonly<Record<string, string>> }

// How staff open a kept file: never through our own origin.
export type FileLinks = {
  // Where the addresses lead: the bucket's own origin.
  readonly origin: string
  // A 60-second address that downloads it, once the bytes are seen to be those that were found safe.
  readonly openLink: (file: StoredFile) => Promise<string>
  // The same to show it in a page; undefined for what browsers do not show.
  readonly showLink: (file: StoredFile) => Promise<string | undefined>
}

export type FileStore = {
  // A form that a browser can post one file with, straight to quarantine: exact key, metadata and type, size, 4 hours.
  readonly uploadForm: (given: {
    readonly id: string
    readonly draftId: string
    readonly question: string
    readonly item: string
    // Where the browser goes afterwards; for a script, which stays, absent.
    readonly returnTo?: string
  }) => Promise<UploadForm>
  // What lies in quarantine under this id; undefined when nothing does.
  readonly arrived: (id: string) => Promise<ArrivedFile | undefined>
  // Its bytes; undefined when another has come in its place, or it is gone.
  readonly content: (arrived: ArrivedFile) => Promise<Uint8Array | undefined>
  // Stores bytes that were found good where staff can open them; gives their key. The same bytes have the same key, and nothing is ever written over.
  readonly keep: (given: {
    readonly draftId: string
    readonly id: string
    readonly type: string
    readonly content: Uint8Array
  }) => Promise<{ readonly key: string; readonly sha256: string }>
  // Stores the JPG that a browser shows instead of a kept file, beside it; gives its key.
  readonly keepShown: (given: {
    readonly draftId: string
    readonly id: string
    readonly content: Uint8Array
  }) => Promise<string>
  readonly discard: (id: string) => Promise<void>
  // Ids in quarantine whose files came before `before`.
  readonly waiting: (before: number) => AsyncIterable<string>
  // What lies in the clean bucket since before `before`.
  readonly kept: (before: number) => AsyncIterable<KeptFile>
  readonly discardKept: (file: KeptFile) => Promise<void>
}

// The file itself, or the JPG of it that browsers show.
export type KeptFile = { readonly key: string; readonly draftId: string }

export type ArrivedFile = {
  readonly id: string
  readonly bytes: number
  // Names these very bytes.
  readonly etag: string
  readonly name: string
  readonly draftId: string
  readonly question: string
  readonly item: string
}

// 'known': it has a verdict already, or was removed. 'full': the draft has as many as one may have.
// 'changed-elsewhere': the draft was sent meanwhile.
export type FileProblem = 'known' | 'full' | 'changed-elsewhere'

export type UploadStore = {
  // A file that has come and waits for its verdict.
  readonly arrive: (draft: Draft, file: StoredFile) => Promise<Result<null, FileProblem>>
  // A file and its verdict, once: on the draft, and on the case that the draft became.
  readonly settle: (draft: Draft, file: StoredFile) => Promise<Result<null, FileProblem>>
  // What was found safe, with the JPG of it that browsers show.
  readonly addShown: (draft: Draft, file: StoredFile) => Promise<Result<null, FileProblem>>
  readonly remove: (draft: Draft, file: StoredFile) => Promise<Result<null, FileProblem>>
  // Files of drafts, sent or not, that came before `before` and have no verdict yet; and the references of the cases that have such.
  readonly unchecked: (before: number) => AsyncIterable<{ readonly draftId: string; readonly file: StoredFile }>
  readonly casesUnchecked: (before: number) => Promise<ReadonlySet<string>>
  readonly ofDraft: (draftId: string) => Promise<readonly StoredFile[]>
}
