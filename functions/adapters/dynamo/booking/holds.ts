// Time claimed in 5-minute items, one per claimant: put if absent, or if a hold on it is past, or if it is one's own.
// Expiry is decided by `holdUntil`, never by TTL, which only cleans up.
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { no, ok } from '#domain/result.ts'
import type { Claim } from '#domain/slots/timetable.ts'
import type { Holding, HoldStore } from '#usecases/ports/stores.ts'
import { type Item, keyItem, type Table, textAt } from '../client.ts'
import { timeToLive } from '../schema.ts'
import { keys } from '../table.ts'
import { because, transact } from '../transact.ts'
import { blockStore } from './blocks.ts'
import { claimAt, claimedOver, type Taking, takingOf } from './overview.ts'
import { sessionStore } from './sessions.ts'
import { tallyStore } from './tallies.ts'
import { timetableStore } from './timetables.ts'
import { walkInStore } from './walk-ins.ts'

// `elapsed`: milliseconds since anything, never backwards.
export const holdStore = (table: Table, token: () => string, elapsed: () => number): HoldStore => ({
  blocks: blockStore(table, token),
  timetables: timetableStore(table, token, elapsed),
  walkIns: walkInStore(table, token),
  sessions: sessionStore(table, token, elapsed),
  tallies: tallyStore(table, token),
  ...holdsIn(table, token, elapsed),
})

const holdsIn = (
  table: Table,
  token: () => string,
  elapsed: () => number,
): Omit<HoldStore, 'blocks' | 'timetables' | 'walkIns' | 'sessions' | 'tallies'> => {
  const readings = readingsOf(table, elapsed)
  return {
    hold: (given) => {
      readings.forget([...given.claims, ...(given.instead ?? [])])
      return hold(table, token, given)
    },
    free: async (holder, claims) => {
      readings.forget(claims)
      await transact(table, because('not-ours', freeClaims(table.name, holder, claims)), token())
    },
    taken: async (claimants, days, now, holder) => {
      const found = await Promise.all(
        pairsOf(claimants, days).map(
          async (pair) => [pair.join('#'), standing(await readings.read(pair), now, holder)] as const,
        ),
      )
      return new Map(found)
    },
    overview: async (claimants, days, now, holder) => {
      const found = await readings.over(pairsOf(claimants, days), days)
      return new Map([...found].map(([name, takings]) => [name, standing(takings, now, holder)]))
    },
    lately: (claimants, days, now, holder) => {
      const found = new Map<string, ReadonlySet<string>>()
      for (const pair of pairsOf(claimants, days)) {
        const takings = readings.lately(pair)
        if (takings === undefined) return undefined
        found.set(pair.join('#'), standing(takings, now, holder))
      }
      return found
    },
  }
}

const hold = async (table: Table, token: () => string, given: Holding): ReturnType<HoldStore['hold']> => {
  const { holder, claims, instead = [] } = given
  const wanted = new Set(claims.flatMap(idsOf))
  const puts = because(
    'taken',
    eachOf(claims, (claim, bucket) => ({ Put: { TableName: table.name, ...held(claim, bucket, given) } })),
  )
  const earlier = instead.map((claim) => without(claim, wanted))
  const frees = because('earlier', freeClaims(table.name, holder, earlier))
  const done = await transact(table, [...puts, ...frees], token())
  if (done.ok) return ok(null)
  // Only the earlier hold was no longer one's own: it had run out, and somebody else has that time now.
  const free = done.error.is === 'refused' && done.error.why.every((why) => why === 'earlier')
  return free && (await transact(table, puts, token())).ok ? ok(null) : no('taken')
}

type Pair = readonly [claimant: string, day: string]

const pairsOf = (claimants: readonly string[], days: readonly string[]): readonly Pair[] =>
  claimants.flatMap((claimant) => days.map((day) => [claimant, day] as const))

// A crowd that asks for a full day asks one partition: what was read of it within the last second stands for all who come to this instance
// (docs/guarantees.md, "Admission gate"). Nobody books by it: a hold is taken under its condition.
const freshMs = 1000
const mostReadings = 5000

const readingsOf = (table: Table, elapsed: () => number) => {
  const kept = new Map<string, { readonly at: number; readonly takings: readonly Taking[] }>()
  const keep = (name: string, at: number, takings: readonly Taking[]): readonly Taking[] => {
    if (kept.size >= mostReadings) kept.clear()
    kept.set(name, { at, takings })
    return takings
  }
  return {
    read: async (pair: Pair): Promise<readonly Taking[]> => {
      const at = elapsed()
      return keep(pair.join('#'), at, await claimsAt(table, pair))
    },
    over: async (pairs: readonly Pair[], days: readonly string[]): Promise<ReadonlyMap<string, readonly Taking[]>> => {
      const at = elapsed()
      const found = await claimedOver(table, days)
      const names = pairs.map((pair) => pair.join('#'))
      return new Map(names.map((name) => [name, keep(name, at, found.get(name) ?? [])]))
    },
    lately: (pair: Pair): readonly Taking[] | undefined => {
      const found = kept.get(pair.join('#'))
      return found !== undefined && elapsed() - found.at < freshMs ? found.takings : undefined
    },
    forget: (claims: readonly Claim[]): void => {
      for (const { claimant, day } of claims) kept.delete(`${claimant}#${day}`)
    },
  }
}

type ForCase = { readonly holder: string; readonly reference: string; readonly now: number }

// Booked for the case by whoever holds it; free or past time, and the case's own, may be booked straight away; another's may not.
export const confirmClaims = (
  tableName: string,
  given: ForCase,
  claims: readonly Claim[],
): readonly TransactWriteItem[] =>
  eachOf(claims, (claim, bucket) => ({
    Put: {
      TableName: tableName,
      Item: {
        ...claimAt(claim, bucket),
        state: { S: 'booked' },
        holder: { S: given.reference },
      },
      ...freeOrOurs(given),
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

// Held for `holder`: free, past, or `from`'s until now. Whoever has it booked may hand it on.
export const holdClaims = (
  tableName: string,
  {
    holder,
    from,
    until,
    now,
  }: { readonly holder: string; readonly from: string; readonly until: number; readonly now: number },
  claims: readonly Claim[],
): readonly TransactWriteItem[] =>
  eachOf(claims, (claim, bucket) => ({
    Put: {
      TableName: tableName,
      Item: heldItem(claim, bucket, { holder, until }),
      ConditionExpression: 'attribute_not_exists(pk) OR holder = :from OR (#state = :held AND holdUntil < :now)',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ':held': { S: 'held' }, ':now': { N: String(now) }, ':from': { S: from } },
    },
  }))

const freeOrMine = (holder: string, now: number) => ({
  ConditionExpression: 'attribute_not_exists(pk) OR (#state = :held AND (holdUntil < :now OR holder = :me))',
  ExpressionAttributeNames: { '#state': 'state' },
  ExpressionAttributeValues: { ':held': { S: 'held' }, ':now': { N: String(now) }, ':me': { S: holder } },
})

// What an appointment keeps when it moves is put again, so that it stands in the index as the claim is now.
const freeOrOurs = ({ holder, reference, now }: ForCase) => {
  const { ConditionExpression: free, ExpressionAttributeValues: values, ...names } = freeOrMine(holder, now)
  return {
    ...names,
    ConditionExpression: `${free} OR (#state = :booked AND holder = :case)`,
    ExpressionAttributeValues: { ...values, ':booked': { S: 'booked' }, ':case': { S: reference } },
  }
}

const held = (claim: Claim, bucket: string, { holder, until, now }: Holding) => ({
  Item: heldItem(claim, bucket, { holder, until }),
  ...freeOrMine(holder, now),
})

const heldItem = (claim: Claim, bucket: string, { holder, until }: Pick<Holding, 'holder' | 'until'>): Item => ({
  ...claimAt(claim, bucket),
  state: { S: 'held' },
  holder: { S: holder },
  holdUntil: { N: String(until) },
  [timeToLive]: { N: String(Math.ceil(until / 1000) + 3600) },
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

const claimsAt = async (table: Table, [claimant, day]: Pair): Promise<readonly Taking[]> => {
  const { Items: items = [] } = await table.client.query({
    TableName: table.name,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': { S: keys.claim(claimant, day, '').pk } },
    ConsistentRead: true,
  })
  return items.map((item) => takingOf(item, [textAt(item, 'sk')]))
}

const standing = (takings: readonly Taking[], now: number, holder: string | undefined): ReadonlySet<string> =>
  new Set(
    takings
      .filter((one) => one.holder !== holder && (one.booked || one.holdUntil >= now))
      .flatMap(({ buckets }) => buckets),
  )
