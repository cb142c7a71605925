// Published timetables: one item a service has all that holds from today on, so that a page reads it
// once. Each day of a person or room that a version changed is marked with that version, and a
// booking is refused that was worked out by an older one
// (docs/decisions/timetable-in-one-item.md).
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { neverPublished, type Published } from '#domain/slots/elements.ts'
import type { Claim } from '#domain/slots/timetable.ts'
import type { RotaDraft, RotaEdition, TimetableStore } from '#usecases/ports/timetables.ts'
import { dataOf, type Item, itemOf, keyItem, type Table } from '../client.ts'
import { ifHeld, putAtVersion, putNew } from '../conditions.ts'
import { allUnder } from '../every.ts'
import { timeToLive } from '../schema.ts'
import { someAtOnce } from '../some-at-once.ts'
import { type Key, keys } from '../table.ts'
import { because, written } from '../transact.ts'
import { knownIn } from './known.ts'
import { bookedOver } from './overview.ts'

export const timetableStore = (table: Table, token: () => string, elapsed: () => number): TimetableStore => {
  const known = knownIn(elapsed, (service) => publishedOf(table, service))
  return {
    known: known.of,
    published: (service) => publishedOf(table, service),
    draft: async (service) => {
      const item = await itemAt(table, keys.rotaDraft(service))
      return item && dataOf<RotaDraft>(item)
    },
    keep: (service, before, after) => {
      const version = (before?.version ?? 0) + 1
      const item = itemOf(keys.rotaDraft(service), { ...after, version }, { version })
      return done(table, token(), [putAtVersion(table.name, item, version - 1)])
    },
    publish: (service, edition, draft) => {
      known.forget(service)
      return done(table, token(), publishing(table, { service, edition, draft }))
    },
    mark: (service, version, days) => someAtOnce(days, atOnce, (day) => markOne(table, { service, version, ...day })),
    marked: (service, edition) => markedWhole(table, service, edition),
    editions: (service) => editionsOf(table, service),
    booked: (days) => bookedOver(table, days),
  }
}

const markedWhole = async (table: Table, service: string, edition: RotaEdition): Promise<void> => {
  const key = keys.edition(service, edition.version)
  await table.client.putItem({ TableName: table.name, Item: itemOf(key, { ...edition, whole: true }) })
}

const editionsOf = async (table: Table, service: string): Promise<readonly RotaEdition[]> => {
  const items = await allUnder(table, table.name, keys.edition(service, 0).pk)
  return items.map((item) => dataOf<RotaEdition>(item)).toSorted((a, b) => b.version - a.version)
}

// For a change that books: none of its days was changed since the timetable was read.
export const rosterChecks = (
  tableName: string,
  rota: { readonly service: string; readonly version: number } | undefined,
  claims: readonly Claim[],
): readonly TransactWriteItem[] =>
  rota === undefined
    ? []
    : claims
        .filter(({ buckets }) => buckets.length > 0)
        .map(({ claimant, day }) => ({
          ConditionCheck: {
            TableName: tableName,
            Key: keyItem(keys.roster(rota.service, claimant, day)),
            ConditionExpression: 'attribute_not_exists(pk) OR v <= :read',
            ExpressionAttributeValues: { ':read': { N: String(rota.version) } },
          },
        }))

const atOnce = 25

const publishedOf = async (table: Table, service: string): Promise<Published> => {
  const item = await itemAt(table, keys.published(service))
  return item === undefined ? neverPublished : dataOf<Published>(item)
}

const itemAt = async (table: Table, key: Key): Promise<Item | undefined> =>
  (await table.client.getItem({ TableName: table.name, Key: keyItem(key), ConsistentRead: true })).Item

const done = (table: Table, token: string, items: readonly TransactWriteItem[]) =>
  written(table, because('changed-elsewhere', items), token, 'the timetable was written')

type Publishing = {
  readonly service: string
  readonly edition: RotaEdition
  readonly draft: RotaDraft | undefined
}

const publishing = (table: Table, { service, edition, draft }: Publishing): readonly TransactWriteItem[] => {
  const { version } = edition
  return [
    putAtVersion(table.name, itemOf(keys.published(service), edition.published, { version }), version - 1),
    putNew(table.name, itemOf(keys.edition(service, version), edition)),
    putNew(table.audit, itemOf(keys.auditOf(edition.by.id, edition.id), auditOf(service, edition))),
    ...(draft === undefined ? [] : [ended(table.name, service, draft)]),
  ]
}

const ended = (tableName: string, service: string, draft: RotaDraft): TransactWriteItem => {
  const version = draft.version + 1
  const { plan: _, ...rest } = draft
  const item = itemOf(keys.rotaDraft(service), { ...rest, changes: [], version }, { version })
  return putAtVersion(tableName, item, draft.version)
}

const auditOf = (service: string, { at, by, version }: RotaEdition) => ({
  ...{ at, by: by.id, did: `publish-timetable-${service}`, allowed: true, on: String(version) },
})

type Mark = { readonly service: string; readonly version: number; readonly claimant: string; readonly day: string }

// The newest stays: one that comes late changes nothing.
const markOne = (table: Table, { service, version, claimant, day }: Mark) =>
  ifHeld(
    table.client.updateItem({
      TableName: table.name,
      Key: keyItem(keys.roster(service, claimant, day)),
      UpdateExpression: 'SET v = :v, #ttl = :ttl',
      ConditionExpression: 'attribute_not_exists(pk) OR v < :v',
      ExpressionAttributeNames: { '#ttl': timeToLive },
      ExpressionAttributeValues: {
        ':v': { N: String(version) },
        ':ttl': { N: String(Math.ceil(Date.parse(day) / 1000) + 7 * 86_400) },
      },
    }),
  )
