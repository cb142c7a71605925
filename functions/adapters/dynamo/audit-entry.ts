// An entry of the audit log: put by itself, or in the transaction of what somebody did.
import type { AuditEntry } from '#usecases/ports/staff.ts'
import { type Item, itemOf, type Table } from './client.ts'
import { keys } from './table.ts'

export const auditPut = (table: Table, entry: AuditEntry) => ({
  ...{ TableName: table.audit, Item: entryItem(entry) },
  ConditionExpression: 'attribute_not_exists(pk)',
})

export const entryItem = ({ id, reference, ...told }: AuditEntry): Item =>
  itemOf(reference === undefined ? keys.auditOf(told.by, id) : keys.audit(keys.case(reference).pk, id), told)
