// Time taken over many days, of everybody, in one query a month: what a page of days shows. Of the items of a claim the
// first stands in the index by time, and says which buckets were claimed with it. The index is a moment behind, and
// nobody books by it (docs/decisions/days-by-index.md).
import { ofWhom } from '#domain/slots/extra.ts'
import type { Claim } from '#domain/slots/timetable.ts'
import { type Item, keyItem, type Table, textAt } from '../client.ts'
import { everyItem } from '../every.ts'
import { claimedIn, indexKeys, keys } from '../table.ts'

// A claim's item for one of its buckets.
export const claimAt = (claim: Claim, bucket: string): Item => ({
  ...keyItem(keys.claim(claim.claimant, claim.day, bucket)),
  ...(bucket === claim.buckets[0] ? headOf(claim) : {}),
})

export const headOf = ({ claimant, day, buckets }: Claim) => ({
  due: { S: indexKeys.claimed(day.slice(0, 7)) },
  dueAt: { S: `${day}#${buckets[0]}#${claimant}` },
  buckets: { S: buckets.join(' ') },
})

// A bucket, or several, and whose they are until when.
export type Taking = {
  readonly buckets: readonly string[]
  readonly holder: string
  readonly booked: boolean
  readonly holdUntil: number
}

// claimant#day → what is taken; nothing of whom and when nothing is.
export const claimedOver = async (
  table: Table,
  days: readonly string[],
): Promise<ReadonlyMap<string, readonly Taking[]>> => {
  const months = [...new Set(days.map((day) => day.slice(0, 7)))]
  const found = await Promise.all(
    months.map((month) => headsIn(table, days.filter((day) => day.startsWith(month)).toSorted())),
  )
  const taken = new Map<string, Taking[]>()
  for (const item of found.flat()) {
    const name = claimedIn(textAt(item, 'pk'))
    taken.set(name, [...(taken.get(name) ?? []), takingOf(item, textAt(item, 'buckets').split(' '))])
  }
  return taken
}

// What is booked, and for which case: a reference has no # in it, as the holder of a block has.
export const bookedOver = async (
  table: Table,
  days: readonly string[],
): Promise<readonly { readonly claimant: string; readonly day: string; readonly reference: string }[]> =>
  [...(await claimedOver(table, days))].flatMap(([name, takings]) => {
    const [claimant = '', day = ''] = name.split('#')
    return takings
      .filter(({ booked, holder }) => booked && !holder.includes('#'))
      .map(({ holder }) => ({ claimant: ofWhom(claimant), day, reference: holder }))
  })

export const takingOf = (item: Item, buckets: readonly string[]): Taking => ({
  buckets,
  holder: textAt(item, 'holder'),
  booked: textAt(item, 'state') === 'booked',
  holdUntil: Number(item.holdUntil?.N ?? 0),
})

// Days of one month, in order. A page of an answer is 1 MB: some 5,000 claims.
const headsIn = (table: Table, days: readonly string[]): Promise<readonly Item[]> => {
  const [first = '', last = ''] = [days[0], days.at(-1)]
  return everyItem(table, {
    TableName: table.name,
    IndexName: 'due',
    KeyConditionExpression: 'due = :due AND dueAt BETWEEN :first AND :last',
    ExpressionAttributeValues: {
      ':due': { S: indexKeys.claimed(first.slice(0, 7)) },
      ':first': { S: first },
      ':last': { S: `${last}~` },
    },
  })
}
