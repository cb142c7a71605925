// Tasks on cases, kept with the case and listed by who is to do them.
import type { Case } from '#domain/cases/case.ts'
import type { ListedTask, Task, TaskFor } from '#domain/cases/task.ts'
import type { AuditEntry } from './staff.ts'

export type TaskStore = {
  // With its entry in the audit log; again with the same id changes nothing.
  readonly add: (subject: Case, task: Task, entry: AuditEntry) => Promise<void>
  // One that was done before stays as it was.
  readonly end: (subject: Case, task: Task, entry: AuditEntry) => Promise<void>
  // Open ones, due first; at most so many.
  readonly open: (of: TaskFor, most: number) => Promise<readonly ListedTask[]>
}
