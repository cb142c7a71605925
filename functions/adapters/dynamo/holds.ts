// Time claimed in 5-minute items, one per claimant: put if absent, or if a hold on it is past, or if it is one's own.
// Expiry is decided by `holdUntil`, never by TTL, which only cleans up.
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { no, ok } from '#domain/result.ts'
import type { Claim, Holding, HoldStore } from '#usecases/ports.ts'
import { keyItem, numberAt, type Table, textAt } from './client.ts'
import { keys, timeToLive } from './table.ts'
import { transact } from './transact.ts'

export const holdStore = (table: Table, token: () => string): HoldStore => ({
  hold: async (given) => {
    const { holder, claims, instead = [] } = given
    const wanted = new Set(claims.flatMap(idsOf))
    const puts = eachOf(claims, (claim, bucket) => ({
      Put: { TableName: table.name, ...held(claim, bucket, given) },
    }))
    const earlier = instead.map((claim) => without(claim, wanted))
    const done = await transact(table, [...puts, ...freeClaims(table.name, holder, earlier)], token())
    if (done.ok) return ok(null)
    // Only the earlier hold was no longer one's own: it had run out, and somebody else has that time now.
    const free = done.error.is === 'refused' && done.error.at.every((position) => position >= puts.length)
    return free && (await transact(table, puts, token())).ok ? ok(null) : no('taken')
  },
  free: async (holder, claims) => {
    await transact(table, freeClaims(table.name, holder, claims), token())
  },
  taken: async (claimants, days, now, holder) => {
    const pairs = claimants.flatMap((claimant) => days.map((day) => ({ claimant, day })))
    const found = await Promise.all(
      pairs.map(
        async ({ claimant, day }) =>
          [`${claimant}#${day}`, await takenOn(table, claimant, day, { now, holder })] as const,
      ),
    )
    return new Map(found)
  },
})

// Booked for the case by whoever holds it; free or past time may be booked straight away; another's may not.
export const confirmClaims = (
  tableName: string,
  given: { readonly holder: string; readonly reference: string; readonly now: number },
  claims: readonly Claim[],
): readonly TransactWriteItem[] =>
  eachOf(claims, (claim, bucket) => ({
    Put: {
      TableName: tableName,
      Item: {
        ...keyItem(keys.claim(claim.claimant, claim.day, bucket)),
        state: { S: 'booked' },
        holder: { S: given.reference },
      },
      ...freeOrMine(given.holder, given.now),
    },
  }))

// Only what is still one's own is freed; what has passed to another stays theirs.
export const freeClaims = (tableName: string, holder: string, claims: readonly Claim[]): readonly TransactWriteItem[] =>
  eachOf(claims, (claim, bucket) => ({
    Delete: {
      TableName: tableName,
      Key: keyItem(keys.claim(claim.claimant, claim.day, bucket)),
      ConditionExpression: 'attribute_not_exists(pk) OR holder = :me',
      ExpressionAttributeValues: { ':me': { S: holder } },
    },
  }))

const freeOrMine = (holder: string, now: number) => ({
  ConditionExpression: 'attribute_not_exists(pk) OR (#state = :held AND (holdUntil < :now OR holder = :me))',
  ExpressionAttributeNames: { '#state': 'state' },
  ExpressionAttributeValues: { ':held': { S: 'held' }, ':now': { N: String(now) }, ':me': { S: holder } },
})

const held = (claim: Claim, bucket: string, { holder, until, now }: Holding) => ({
  Item: {
    ...keyItem(keys.claim(claim.claimant, claim.day, bucket)),
    state: { S: 'held' },
    holder: { S: holder },
    holdUntil: { N: String(until) },
    [timeToLive]: { N: String(Math.ceil(until / 1000) + 3600) },
  },
  ...freeOrMine(holder, now),
})

const eachOf = <T>(claims: readonly Claim[], make: (claim: Claim, bucket: string) => T): readonly T[] =>
  claims.flatMap((claim) => claim.buckets.map((bucket) => make(claim, bucket)))

const idsOf = (claim: Claim): readonly string[] =>
  claim.buckets.map((bucket) => `${claim.claimant}#${claim.day}#${bucket}`)

// No transaction may act twice on one item.
const without = (claim: Claim, wanted: ReadonlySet<string>): Claim => ({
  ...claim,
  buckets: claim.buckets.filter((bucket) => !wanted.has(`${claim.claimant}#${claim.day}#${bucket}`)),
})

const takenOn = async (
  table: Table,
  claimant: string,
  day: string,
  given: { readonly now: number; readonly holder: string | undefined },
): Promise<ReadonlySet<string>> => {
  const { Items: items = [] } = await table.client.query({
    TableName: table.name,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': { S: keys.claim(claimant, day, '').pk } },
    ConsistentRead: true,
  })
  const standing = items.filter(
    (item) =>
      textAt(item, 'holder') !== given.holder &&
      (textAt(item, 'state') === 'booked' || numberAt(item, 'holdUntil') >= given.now),
  )
  return new Set(standing.map((item) => textAt(item, 'sk')))
}
