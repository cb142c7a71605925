// A transaction has room for 100 writes (DynamoDB API reference, TransactWriteItems). The pointers to a large household that find no room
// follow at once in transactions of their own; the list beside the case's people names all, so that `npm run index` can make up for a loss.
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import type { Table } from '../client.ts'
import { because, transact } from '../transact.ts'

const most = 100

export const fitting = (
  items: readonly TransactWriteItem[],
  taken: number,
): readonly [readonly TransactWriteItem[], readonly TransactWriteItem[]] => {
  const room = Math.max(0, most - taken)
  return [items.slice(0, room), items.slice(room)]
}

export const putMore = async (table: Table, items: readonly TransactWriteItem[], token: string): Promise<void> => {
  for (let at = 0; at < items.length; at += most) {
    const done = await transact(table, because('there', items.slice(at, at + most)), `${token}-${at}`)
    if (!done.ok) throw new Error('The pointers to a case could not all be written')
  }
}
