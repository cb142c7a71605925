// Tasks: under their case, sealed with what else is said on it, and in the index of whoever is to do them until they are done.
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import type { Case } from '#domain/cases/case.ts'
import type { ListedTask, Task, TaskFor } from '#domain/cases/task.ts'
import type { Seal } from '#usecases/ports/seals.ts'
import type { AuditEntry } from '#usecases/ports/staff.ts'
import type { TaskStore } from '#usecases/ports/tasks.ts'
import { dataOf, itemOf, plainItem, type SealedTable, type Table } from '../client.ts'
import { indexKeys, keys } from '../table.ts'
import { because, written } from '../transact.ts'
import { sealedItem, sealOfCase } from './case-items.ts'

export const taskStore = (table: SealedTable): TaskStore => ({
  add: (subject, task, entry) => put(table, { subject, task, entry }, 'attribute_not_exists(pk)'),
  end: (subject, task, entry) => put(table, { subject, task, entry }, 'attribute_exists(mine)'),
  open: async (of, most) => {
    const { Items: items = [] } = await table.client.query({
      TableName: table.name,
      IndexName: 'mine',
      KeyConditionExpression: 'mine = :mine',
      ExpressionAttributeValues: { ':mine': { S: partitionOf(of) } },
      Limit: most,
    })
    return items.map((item) => dataOf<ListedTask>(item))
  },
})

type Kept = { readonly subject: Case; readonly task: Task; readonly entry: AuditEntry }

const put = async (table: SealedTable, kept: Kept, condition: string): Promise<void> => {
  const { subject, task, entry } = kept
  const seal = await sealOfCase(table, subject)
  const puts = [taskPut(table, task, seal, condition), entryPut(table, entry)]
  await written(table, because('there', puts), `${entry.id}${task.id}`, 'the task was stored')
}

export const taskPut = (table: Table, task: Task, seal: Seal | undefined, condition: string): TransactWriteItem => {
  const { what, ...plain } = task
  const item = sealedItem(keys.task(task.reference, task.id), { plain, secret: { what } }, seal)
  const stands = plainItem({
    mine: task.done === undefined ? partitionOf(task.for) : undefined,
    byDue: `${task.due}#${task.id}`,
  })
  return { Put: { TableName: table.name, Item: { ...item, ...stands }, ConditionExpression: condition } }
}

const entryPut = (table: Table, { id, reference = '', ...told }: AuditEntry): TransactWriteItem => ({
  Put: { TableName: table.audit, Item: itemOf(keys.audit(keys.case(reference).pk, id), told) },
})

const partitionOf = (of: TaskFor): string =>
  of.is === 'person' ? indexKeys.tasks('of', of.id) : indexKeys.tasks('team', of.team)
