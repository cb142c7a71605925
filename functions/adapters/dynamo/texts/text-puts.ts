// The outbox rows that a deciding transaction carries, and the case's pointers to them.
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import type { Text } from '#domain/texts/text.ts'
import { itemOf } from '../client.ts'
import { putNew } from '../conditions.ts'
import { keys } from '../table.ts'
import { textItem } from './outbox.ts'

export const textPuts = (tableName: string, texts: readonly Text[], reference?: string): readonly TransactWriteItem[] =>
  texts.flatMap((text) => [
    putNew(tableName, textItem(text)),
    ...(reference === undefined
      ? []
      : [{ Put: { TableName: tableName, Item: itemOf(keys.caseText(reference, text.id), { textId: text.id }) } }]),
  ])
