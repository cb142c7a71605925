// A draft tied to an email address: found by its reference and the address together, so that nobody
// lists what belongs to an address.
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import type { Draft } from '#domain/forms/answered/draft.ts'
import { emailHash, emailWay, referenceAndEmail, withAlso } from '#domain/forms/answered/way-back.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { Text } from '#domain/texts/text.ts'
import type { Keys, SaveProblem } from '#usecases/ports/stores.ts'
import { itemOf, keyItem, type SealedTable, type Table } from '../client.ts'
import { countUp } from '../counted.ts'
import { timeToLive } from '../schema.ts'
import { keys } from '../table.ts'
import { textPuts } from '../texts/text-puts.ts'
import { because, transact } from '../transact.ts'
import { draftItem, unchanged } from './draft-items.ts'

// Emails that one address gets a day because somebody saved to it: anybody may type anybody's.
const limit = { what: 'saved', period: 'day', most: 5 } as const

type Given = { readonly draft: Draft; readonly email: string | undefined; readonly texts: readonly Text[] }

export const tiedToEmail = async (
  table: SealedTable,
  hashes: Keys,
  { draft, email, texts }: Given,
): Promise<Result<Draft, SaveProblem>> => {
  const { email: _earlier, ...rest } = draft
  const given = email === undefined ? {} : { email, ...withAlso(draft, [emailWay(hashes.hash, email)]) }
  const after: Draft = { ...rest, ...given, version: draft.version + 1 }
  const item = await draftItem(table, after)
  const hash = emailHash(hashes.hash, email ?? '')
  const items = [
    { Put: { TableName: table.name, Item: item, ...unchanged(draft) } },
    ...pointers(table, hashes, draft, after),
    ...texts.map(({ madeAt }) => countUp(table, { ...limit, hash, now: madeAt })),
    ...textPuts(table.name, texts),
  ]
  const steps = because('changed-elsewhere', items)
  const done = await transact(table, steps, `email${texts.length}-${draft.id.slice(0, 20)}-${draft.version}`)
  if (!done.ok) return no('changed-elsewhere')
  return ok(item.wrappedKey?.S === undefined ? after : { ...after, wrappedKey: item.wrappedKey.S })
}

const pointers = (table: Table, hashes: Keys, before: Draft, after: Draft): readonly TransactWriteItem[] => {
  const [was, is] = [emailPointer(hashes, before), emailPointer(hashes, after)]
  const ends = { [timeToLive]: Math.ceil(after.expiresAt / 1000) }
  return [
    ...(is === undefined ? [] : [{ Put: { TableName: table.name, Item: itemOf(is, { draftId: after.id }, ends) } }]),
    ...(was === undefined || was.pk === is?.pk ? [] : [{ Delete: { TableName: table.name, Key: keyItem(was) } }]),
  ]
}

// Where it is found by the address that it is tied to.
export const emailPointer = ({ hash }: Keys, { reference, email }: Pick<Draft, 'reference' | 'email'>) =>
  email === undefined ? undefined : keys.phrase(referenceAndEmail(hash, reference, email))
