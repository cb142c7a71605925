// The words of texts as staff changed them: every version, and which of them counts.
import type { Result } from '#domain/result.ts'
import type { Live, Wording } from '#domain/texts/wording.ts'
import type { AuditEntry } from './staff.ts'

export type WordingStore = {
  readonly live: (service: string) => Promise<Live>
  // With every version of its texts, the oldest first.
  readonly all: (service: string) => Promise<{ readonly live: Live; readonly wordings: readonly Wording[] }>
  // A version that is there already is somebody else's.
  readonly propose: (wording: Wording, entry: AuditEntry) => Promise<Result<null, 'changed-elsewhere'>>
  // What counts from now on, made of `after.version - 1`; and the version that it approves, if any.
  readonly turn: (
    service: string,
    turn: { readonly after: Live; readonly approves?: Wording; readonly entry: AuditEntry },
  ) => Promise<Result<null, 'changed-elsewhere'>>
}

/** What counts of a service's texts. */
export type LiveWordings = Pick<WordingStore, 'live'>
