// A case that must be kept, held from a command line where nobody can sign in: it stands on the case as a manager's hold does
// (functions/domain/cases/hold.ts).

import { dataOf, itemOf, keyItem } from '#adapters/dynamo/client.ts'
import { keys } from '#adapters/dynamo/table.ts'
import { because, transact } from '#adapters/dynamo/transact.ts'
import type { Eraser } from '#adapters/erasing/erase.ts'
import { systemIds } from '#adapters/system.ts'
import {
  type Holdable,
  type HoldChange,
  hold as held,
  isHoldDay,
  lastHoldDay,
  release as released,
} from '#domain/cases/hold.ts'
import { isDay } from '#domain/day.ts'
import { londonDay } from '#domain/london.ts'

type Hold = { readonly reference: string; readonly by: string; readonly why: string; readonly until: string }

export const holdByCommand = async (eraser: Eraser, { reference, by, why, until }: Hold): Promise<string> => {
  const today = londonDay(eraser.now())
  if (!isDay(until) || !isHoldDay(until, today))
    return `--until must be a day within six months, like ${lastHoldDay(today)}`
  const done = await noted(eraser, { reference, by }, (subject, change) => held(subject, { why, until }, change))
  return done ?? `${reference} is kept until somebody releases it; look at it again by ${until}`
}

export const releaseByCommand = async (eraser: Eraser, of: Pick<Hold, 'reference' | 'by'>): Promise<string> =>
  (await noted(eraser, of, (subject, change) => released(subject, undefined, change))) ??
  `${of.reference} is kept no longer than others`

type Changing = (
  subject: Holdable,
  change: HoldChange,
) => ReturnType<typeof held<Holdable>> | ReturnType<typeof released<Holdable>>

// The case, its history and the audit entry: all or none. Gives what went wrong, in words.
const noted = async (
  { table, now }: Eraser,
  { reference, by }: Pick<Hold, 'reference' | 'by'>,
  changing: Changing,
): Promise<string | undefined> => {
  const Key = keyItem(keys.case(reference))
  const { Item: item } = await table.client.getItem({ TableName: table.name, Key, ConsistentRead: true })
  if (item === undefined) return `${reference}: there is no such case`
  const before = dataOf<Holdable>(item)
  const id = systemIds().ordered(now())
  const { case: after, event } = changing(before, { by: { id: by, name: by }, now: now(), id })
  const { details: _, ...told } = event
  const entry = { at: now(), by, action: event.action, allowed: true }
  const items = [
    { Update: { ...{ TableName: table.name, Key }, ...changeOf(before, after) } },
    { Put: { TableName: table.name, Item: itemOf(keys.event(reference, id), told) } },
    { Put: { TableName: table.audit, Item: itemOf(keys.audit(keys.case(reference).pk, id), entry) } },
  ]
  const done = await transact(table, because('changed-elsewhere', items), id)
  return done.ok ? undefined : `${reference}: it was just changed by somebody else, run it again`
}

const changeOf = (before: Holdable, after: Holdable) => ({
  UpdateExpression: 'SET #data = :data, #version = :version',
  ConditionExpression: '#version = :seen',
  ExpressionAttributeNames: { '#data': 'data', '#version': 'version' },
  ExpressionAttributeValues: {
    ':data': { S: JSON.stringify(after) },
    ':version': { N: String(after.version) },
    ':seen': { N: String(before.version) },
  },
})
