// Who works in a team, and how: who is away and who covers, and whether new cases are given in turn.
import type { Bulk, BulkItem } from '#domain/cases/desk/bulk.ts'
import type { Team, Working } from '#domain/cases/desk/turns.ts'
import type { KeptViews, SavedView, ViewOwner } from '#domain/cases/desk/views.ts'
import type { Result } from '#domain/result.ts'
import type { AuditEntry } from './staff.ts'

export type TeamStore = {
  // Those seen since the instant `since`, by name. One read.
  readonly of: (team: string, since: number) => Promise<Team>
  // With its entry in the audit log, where nobody changed it meanwhile: `working.version` is one more than what was read.
  readonly setWorking: (
    team: string,
    userId: string,
    working: Working,
    entry: AuditEntry,
  ) => Promise<Result<null, 'changed-elsewhere'>>
  readonly setInTurn: (team: string, on: boolean, entry: AuditEntry) => Promise<void>
}

export type BulkStore = {
  readonly add: (bulk: Bulk, items: readonly BulkItem[]) => Promise<void>
  readonly of: (id: string) => Promise<{ readonly bulk: Bulk; readonly items: readonly BulkItem[] } | undefined>
  // The newest of a team first, without their rows.
  readonly lately: (team: string, most: number) => Promise<readonly Bulk[]>
  // Once each, where nobody did so before: false where somebody had. From `goesOnAt` it is gone on with behind it.
  readonly started: (bulk: Bulk, when: BulkPress) => Promise<boolean>
  readonly undone: (bulk: Bulk, when: BulkPress) => Promise<boolean>
  // What became of one, where nobody had said so before. A change of its case says so itself (CaseChange).
  readonly note: (bulk: Bulk, item: BulkItem) => Promise<boolean>
  // Ids of those that are to be gone on with by now.
  readonly underWay: (now: number, most: number) => Promise<readonly string[]>
  // Nothing is left of it as it was read.
  readonly over: (bulk: Bulk, at: number) => Promise<void>
}

// A change that is one of many: what became of it stands in its row with it, once, or neither is written.
export type OfMany = { readonly bulk: Bulk; readonly item: BulkItem }
export type PartOfMany = { readonly ofMany?: OfMany }

export type BulkPress = {
  readonly by: { readonly id: string; readonly name: string }
  readonly at: number
  readonly goesOnAt: number
}

// Lists of cases that people keep under a name.
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
