// The audit log beside the changes that carry their own entry: who looked at what, and who was refused. Only ever added to.
import type { AuditLog } from '#usecases/staff-ports.ts'
import { itemOf, type Table } from './client.ts'
import { keys } from './table.ts'

export const auditLog = (table: Table): AuditLog => ({
  record: async ({ id, reference, ...told }) => {
    const key = reference === undefined ? keys.auditOf(told.by, id) : keys.audit(keys.case(reference).pk, id)
    await table.client.putItem({
      TableName: table.audit,
      Item: itemOf(key, told),
      ConditionExpression: 'attribute_not_exists(pk)',
    })
  },
})
