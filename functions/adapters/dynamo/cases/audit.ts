// The audit log beside the changes that carry their own entry: who looked at what, and who was refused. Only ever added to.
import type { AuditLog } from '#usecases/ports/staff.ts'
import { itemOf, type Table } from '../client.ts'
import { putOnce } from '../put-once.ts'
import { keys } from '../table.ts'

export const auditLog = (table: Table): AuditLog => ({
  record: async ({ id, reference, ...told }) => {
    const key = reference === undefined ? keys.auditOf(told.by, id) : keys.audit(keys.case(reference).pk, id)
    await putOnce(table.client, table.audit, itemOf(key, told))
  },
})
