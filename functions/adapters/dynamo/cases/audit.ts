// The audit log beside the changes that carry their own entry: who looked at what, and who was refused. Only ever added to.
import type { AuditLog } from '#usecases/ports/staff.ts'
import { entryItem } from '../audit-entry.ts'
import type { Table } from '../client.ts'
import { putOnce } from '../put-once.ts'

export const auditLog = (table: Table): AuditLog => ({
  record: (entry) => putOnce(table.client, table.audit, entryItem(entry)),
})
