// What a member of staff sent when their session had run out, sealed under a key of its own: it may say anything of a case.
import type { KeptForm, KeptForms } from '#usecases/ports/staff.ts'
import { type Item, keyItem, numberAt, plainItem, type SealedTable, type Table, textAt } from '../client.ts'
import { timeToLive } from '../schema.ts'
import { keys } from '../table.ts'

const keptMs = 60 * 60_000

export const keptForms = (table: SealedTable): KeptForms => ({
  keep: (userId, form) => keep(table, userId, form),
  take: async (userId, now) => {
    const item = await found(table, userId, now)
    if (item === undefined || item.taken !== undefined) return undefined
    await table.client.updateItem({
      TableName: table.name,
      Key: keyItem(keys.keptForm(userId)),
      UpdateExpression: 'SET taken = :yes',
      ExpressionAttributeValues: { ':yes': { BOOL: true } },
    })
    return textAt(item, 'page')
  },
  of: async (userId, now) => {
    const item = await found(table, userId, now)
    if (item === undefined) return undefined
    const seal = await table.seals.opened({ draft: sealedFor(userId), wrapped: textAt(item, 'wrappedKey') })
    // Sealed by us, so it is what we wrote.
    const form: KeptForm = JSON.parse(seal.open(keys.keptForm(userId).pk, textAt(item, 'sealed')))
    return form
  },
})

const sealedFor = (userId: string): string => `form-of-${userId}`

const keep = async (table: SealedTable, userId: string, form: KeptForm): Promise<void> => {
  const key = keys.keptForm(userId)
  const seal = await table.seals.newKey(sealedFor(userId))
  const plain = plainItem({
    ...{ page: form.page, at: form.at, wrappedKey: seal.key.wrapped },
    sealed: seal.close(key.pk, JSON.stringify(form)),
    [timeToLive]: Math.ceil((form.at + keptMs) / 1000),
  })
  await table.client.putItem({ TableName: table.name, Item: { ...keyItem(key), ...plain } })
}

const found = async (table: Table, userId: string, now: number): Promise<Item | undefined> => {
  const { Item: item } = await table.client.getItem({
    TableName: table.name,
    Key: keyItem(keys.keptForm(userId)),
    ConsistentRead: true,
  })
  return item === undefined || now - numberAt(item, 'at') > keptMs ? undefined : item
}
