// Time that is closed: claimed for a block, as time is claimed for a case. A booking has its time before the block or
// comes after and is refused; so whoever is booked in it is all who ever will be (docs/rules/bookings.md, "Closing time").
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { ok } from '#domain/result.ts'
import { type Blocks, noBlocks } from '#domain/slots/block.ts'
import type { Claim } from '#domain/slots/timetable.ts'
import type { CaseChange } from '#usecases/ports/stores.ts'
import type { BlockStore } from '#usecases/ports/timetables.ts'
import { auditPut } from '../audit-entry.ts'
import { dataOf, itemOf, keyItem, type Table, textAt } from '../client.ts'
import { putAtVersion, stillAt } from '../conditions.ts'
import { allUnder } from '../every.ts'
import { someAtOnce } from '../some-at-once.ts'
import { keys } from '../table.ts'
import { because, transact, written } from '../transact.ts'
import { impactStore } from './impacts.ts'
import { claimAt } from './overview.ts'

export const blockStore = (table: Table, token: () => string): BlockStore => ({
  ...impactStore(table),
  standing: async () => {
    const { Item: item } = await table.client.getItem({
      TableName: table.name,
      Key: keyItem(keys.blocks()),
      ConsistentRead: true,
    })
    return item === undefined ? noBlocks : dataOf<Blocks>(item)
  },
  put: async (before, standing, entry) => {
    const after: Blocks = { version: before.version + 1, standing }
    const item = itemOf(keys.blocks(), after, { version: after.version })
    const put = putAtVersion(table.name, item, before.version)
    const audited = entry === undefined ? [] : [{ Put: auditPut(table, entry) }]
    const guarded = because('changed-elsewhere', [put, ...audited])
    const done = await written(table, guarded, token(), 'the blocks were written')
    return done.ok ? ok(after) : done
  },
  close: async (block, claims) => {
    await someAtOnce(claims.flatMap(pieces), mostDays, (claim) => closeAll(table, token, block, claim))
  },
  open: async (block, claims) => {
    await someAtOnce(claims.flatMap(pieces), mostDays, (claim) => openAll(table, token, block, claim))
  },
})

// For a change that gives back time of a case: to the blocks that close it, as long as no other block came since they were read.
export const blockedItems = (table: Table, { subject, blocked }: CaseChange): readonly TransactWriteItem[] => {
  if (blocked === undefined) return []
  const puts = blocked.closed.flatMap(({ block, claims }) =>
    claims.flatMap((claim) =>
      claim.buckets.map((bucket) => ({
        Put: {
          TableName: table.name,
          Item: closedItem(block, claim, bucket),
          ConditionExpression: 'holder = :from',
          ExpressionAttributeValues: { ':from': { S: subject.reference } },
        },
      })),
    ),
  )
  const seen = { TableName: table.name, Key: keyItem(keys.blocks()), ...stillAt(blocked.version) }
  return [...puts, { ConditionCheck: seen }]
}

// An office of five rooms has 155 days in a month, and a request ends at 10 s.
const mostDays = 8

// A transaction writes 100 items (DynamoDB, TransactWriteItems); a day that is open for long has more.
const mostAtOnce = 100

const pieces = (claim: Claim): readonly Claim[] =>
  Array.from({ length: Math.ceil(claim.buckets.length / mostAtOnce) }, (_, at) => ({
    ...claim,
    buckets: claim.buckets.slice(at * mostAtOnce, (at + 1) * mostAtOnce),
  }))

const holderOf = (block: string): string => `BLOCK#${block}`

const closedItem = (block: string, claim: Claim, bucket: string) => ({
  ...claimAt(claim, bucket),
  state: { S: 'booked' },
  holder: { S: holderOf(block) },
})

// What is booked is left out and the rest tried again: each try that is refused leaves fewer. A hold gives way, and is refused when
// it would be booked.
const closeAll = async (table: Table, token: () => string, block: string, claim: Claim): Promise<void> => {
  let buckets = claim.buckets
  while (buckets.length > 0) {
    const part = { ...claim, buckets }
    const steps = buckets.flatMap((bucket) => because(bucket, [{ Put: closingPut(table.name, block, part, bucket) }]))
    const done = await transact(table, steps, token())
    if (done.ok) return
    if (done.error.is === 'unknown') throw new Error('Nobody knows whether the time was closed')
    const { why: booked } = done.error
    buckets = buckets.filter((bucket) => !booked.includes(bucket))
  }
}

const closingPut = (tableName: string, block: string, claim: Claim, bucket: string) => ({
  TableName: tableName,
  Item: closedItem(block, claim, bucket),
  ConditionExpression: 'attribute_not_exists(pk) OR #state = :held OR holder = :me',
  ExpressionAttributeNames: { '#state': 'state' },
  ExpressionAttributeValues: { ':held': { S: 'held' }, ':me': { S: holderOf(block) } },
})

const openAll = async (table: Table, token: () => string, block: string, claim: Claim): Promise<void> => {
  const items = await allUnder(table, table.name, keys.claim(claim.claimant, claim.day, '').pk)
  const mine = items.filter(
    (item) => textAt(item, 'holder') === holderOf(block) && claim.buckets.includes(textAt(item, 'sk')),
  )
  if (mine.length === 0) return
  const deletes = mine.map((item) => ({
    Delete: {
      TableName: table.name,
      Key: keyItem(keys.claim(claim.claimant, claim.day, textAt(item, 'sk'))),
      ConditionExpression: 'attribute_not_exists(pk) OR holder = :me',
      ExpressionAttributeValues: { ':me': { S: holderOf(block) } },
    },
  }))
  await transact(table, because('not-ours', deletes), token())
}
