// Decision notices: each copy an item of its own, put once with the decision and sealed under the case's key.
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import type { Case } from '#domain/cases/case.ts'
import { type NoticeKind, noticeKinds } from '#domain/cases/decision-notice.ts'
import type { Seal } from '#usecases/ports/seals.ts'
import type { CaseChange } from '#usecases/ports/stores.ts'
import { keyItem, type SealedTable } from '../client.ts'
import { putNew } from '../conditions.ts'
import { keys } from '../table.ts'
import { sealedItem, sealOfCase, unsealed } from './case-items.ts'

type Copy = { readonly bytes: string }

// Nothing takes the place of one that is there.
export const noticePuts = (
  tableName: string,
  { subject, notice }: Pick<CaseChange, 'subject' | 'notice'>,
  seal: Seal | undefined,
): readonly TransactWriteItem[] =>
  notice === undefined
    ? []
    : noticeKinds.map((kind) => {
        const secret: Copy = { bytes: Buffer.from(notice.printed[kind]).toString('base64') }
        return putNew(tableName, sealedItem(keys.notice(subject.reference, notice.version, kind), { secret }, seal))
      })

export const noticeOf = async (
  table: SealedTable,
  subject: Case,
  { version, kind }: { readonly version: number; readonly kind: NoticeKind },
): Promise<Uint8Array | undefined> => {
  const { Item: item } = await table.client.getItem({
    TableName: table.name,
    Key: keyItem(keys.notice(subject.reference, version, kind)),
    ConsistentRead: true,
  })
  if (item === undefined) return undefined
  return Buffer.from(unsealed<Copy>(item, await sealOfCase(table, subject)).bytes, 'base64')
}
