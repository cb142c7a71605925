// Lists of cases that people keep under a name.
import type { KeptViews, SavedView, ViewOwner } from '#domain/cases/desk/views.ts'
import type { Result } from '#domain/result.ts'
import type { AuditEntry } from './staff.ts'

export type ViewStore = {
  // In the order of the owners. One read.
  readonly of: (owners: readonly ViewOwner[]) => Promise<readonly KeptViews[]>
  // With its entry in the audit log, where nobody changed them since they were read.
  readonly keep: (
    before: KeptViews,
    views: readonly SavedView[],
    entry: AuditEntry,
  ) => Promise<Result<null, 'changed-elsewhere'>>
}
