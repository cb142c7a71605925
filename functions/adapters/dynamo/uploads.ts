// Files of a draft, and the same files on the case that the draft becomes.
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import type { StoredFile, UploadStore } from '#usecases/ports.ts'
import { dataOf, itemOf, type Table } from './client.ts'
import { keys } from './table.ts'

export const uploadStore = (table: Table): UploadStore => ({
  put: async (draftId, file) => {
    await table.client.putItem({ TableName: table.name, Item: itemOf(keys.draftFile(draftId, file.id), file) })
  },
  ofDraft: (draftId) => filesOfDraft(table, draftId),
})

export const filesOfDraft = async (table: Table, draftId: string): Promise<readonly StoredFile[]> => {
  const { pk, sk } = keys.draftFile(draftId, '')
  const { Items: items = [] } = await table.client.query({
    TableName: table.name,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
    ExpressionAttributeValues: { ':pk': { S: pk }, ':sk': { S: sk } },
    ConsistentRead: true,
  })
  return items.map((item) => dataOf<StoredFile>(item))
}

export const caseFileItems = (
  tableName: string,
  reference: string,
  files: readonly StoredFile[],
): readonly TransactWriteItem[] =>
  files.map((file) => ({ Put: { TableName: tableName, Item: itemOf(keys.caseFile(reference, file.id), file) } }))
