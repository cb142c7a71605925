// Receipts of the nightly job in the audit trail's archive, where nobody can change or remove them: an object each, apart from the tables, so
// that a restore of the tables leaves them.
import { GetObjectCommand, PutObjectCommand, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3'
import type { Receipt } from '#usecases/ports/erasing.ts'

export const receiptsPrefix = 'erased/'

export type ReceiptArchive = {
  readonly keep: (receipt: Receipt) => Promise<void>
  readonly all: () => Promise<readonly Receipt[]>
}

type Bucket = { readonly client: S3Client; readonly name: string }

export const receiptArchive = ({ client, name: Bucket }: Bucket): ReceiptArchive => ({
  keep: async (receipt) => {
    const Key = `${receiptsPrefix}${receipt.at}-${receipt.id}.json`
    const Body = JSON.stringify(receipt)
    await client.send(new PutObjectCommand({ Bucket, Key, Body, ContentType: 'application/json' }))
  },
  all: async () => {
    const found: Receipt[] = []
    for await (const { Contents: objects = [] } of paginateListObjectsV2(
      { client },
      { Bucket, Prefix: receiptsPrefix },
    ))
      for (const { Key } of objects) {
        const object = await client.send(new GetObjectCommand({ Bucket, Key }))
        found.push(JSON.parse((await object.Body?.transformToString()) ?? ''))
      }
    return found
  },
})
