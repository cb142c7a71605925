// A draft that its owner deletes: its answers go with their key, then its way back and what is known of
// its files. Bytes that were uploaded are swept up at night, as they belong to nothing any more.
import type { Draft } from '#domain/forms/answered/draft.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { Keys, SaveProblem } from '#usecases/ports/stores.ts'
import { keyItem, type SealedTable, textAt } from '../client.ts'
import { keys } from '../table.ts'
import { because, transact } from '../transact.ts'
import { emailPointer } from './by-email.ts'
import { unchanged } from './draft-items.ts'

export const erased = async (table: SealedTable, hashes: Keys, draft: Draft): Promise<Result<null, SaveProblem>> => {
  const { phone } = draft
  const byPhone = phone === undefined ? [] : [keys.found(hashes.hash('phone', phone), 'DRAFT', draft.id)]
  const pointers = [...byPhone, ...[emailPointer(hashes, draft)].filter((key) => key !== undefined)]
  const deletes = [
    { Delete: { TableName: table.name, Key: keyItem(keys.draft(draft.id)), ...unchanged(draft) } },
    ...pointers.map((key) => ({ Delete: { TableName: table.name, Key: keyItem(key) } })),
  ]
  const token = `erase-${draft.id.slice(0, 20)}-${draft.version}`
  const done = await transact(table, because('changed-elsewhere', deletes), token)
  if (!done.ok) return no('changed-elsewhere')
  await eraseFiles(table, draft.id)
  return ok(null)
}

// What is left of them ends by itself with the day on which the draft would have.
const eraseFiles = async (table: SealedTable, draftId: string): Promise<void> => {
  const { pk } = keys.draftFiles(draftId)
  const { Items: items = [] } = await table.client.query({
    TableName: table.name,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
    ExpressionAttributeValues: { ':pk': { S: pk }, ':sk': { S: 'FILE' } },
    ConsistentRead: true,
  })
  for (const item of items) {
    const Key = keyItem({ pk: textAt(item, 'pk'), sk: textAt(item, 'sk') })
    await transact(
      table,
      because('there', [{ Delete: { TableName: table.name, Key } }]),
      `erase-file-${draftId.slice(0, 12)}`,
    )
  }
}
