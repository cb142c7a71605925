// A case that must be kept: somebody goes to court, an ombudsman looks at it. Nothing erases it until that person, or another, says so.
import { itemOf, keyItem } from '#adapters/dynamo/client.ts'
import { keys } from '#adapters/dynamo/table.ts'
import { transact } from '#adapters/dynamo/transact.ts'
import { addDays, isDay } from '#domain/day.ts'
import { londonDay } from '#domain/london.ts'
import type { Eraser } from './erase.ts'

// Looked at again within six months, so that none is kept for ever because it was forgotten.
const mostDays = 183

type Hold = { readonly reference: string; readonly by: string; readonly why: string; readonly until: string }

export const hold = async (eraser: Eraser, { reference, by, why, until }: Hold): Promise<string> => {
  const today = londonDay(eraser.now())
  if (!isDay(until) || until <= today || until > addDays(today, mostDays))
    return `--until must be a day within six months, like ${addDays(today, mostDays)}`
  const put = { TableName: eraser.table.name, Item: itemOf(keys.keeping('HOLD', reference), { by, why, until }) }
  await noted(eraser, { reference, by, did: 'hold' }, { Put: put })
  return `${reference} is kept until somebody releases it; look at it again by ${until}`
}

export const release = async (eraser: Eraser, { reference, by }: Pick<Hold, 'reference' | 'by'>): Promise<string> => {
  const gone = { TableName: eraser.table.name, Key: keyItem(keys.keeping('HOLD', reference)) }
  await noted(eraser, { reference, by, did: 'release' }, { Delete: gone })
  return `${reference} is kept no longer than others`
}

type Done = Pick<Hold, 'reference' | 'by'> & { readonly did: 'hold' | 'release' }
type Change = Parameters<typeof transact>[1][number]

const noted = async ({ table, now }: Eraser, { reference, by, did }: Done, change: Change): Promise<void> => {
  const key = keys.audit(keys.case(reference).pk, `${did}-${now()}`)
  const entry = { Put: { TableName: table.audit, Item: itemOf(key, { at: now(), by, did, allowed: true }) } }
  const done = await transact(table, [change, entry], `${did}-${reference}-${now()}`)
  if (!done.ok) throw new Error(`${reference}: not done, run it again`)
}
