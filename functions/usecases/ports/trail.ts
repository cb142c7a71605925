// The audit log, read.
import type { TrailEntry } from '#domain/audit/trail.ts'

export type TrailReader = {
  // All of a case, newest first.
  readonly ofCase: (reference: string) => Promise<readonly TrailEntry[]>
  // The last 1,000 things that somebody did that were about no case, newest first.
  readonly ofPerson: (userId: string) => Promise<readonly TrailEntry[]>
}
