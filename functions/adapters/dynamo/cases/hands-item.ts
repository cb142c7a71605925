// Beside a case's history, in one item: who did what, and by which ids its last events are found (docs/decisions/history-by-its-end.md).
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import type { CaseEvent } from '#domain/cases/case.ts'
import { type Hands, handsIn } from '#domain/cases/desk/hands.ts'
import type { WholeCase } from '#usecases/ports/stores.ts'
import { type Item, keyItem, numberAt, type Table, textAt } from '../client.ts'
import { stillAt } from '../conditions.ts'
import { keys } from '../table.ts'
import { because, transact } from '../transact.ts'

// How many of the last events are named. The name of the next one takes the place of the oldest.
const named = 25
const slotOf = (version: number): string => `event${version % named}`
const [everBy, lastBy] = ['ever ', 'last ']

/** With each event, in its transaction. Nothing is read for it, as it only adds. */
export const handsChange = (tableName: string, reference: string, event: CaseEvent): TransactWriteItem => {
  const { action, byId, id, version } = event
  const ofStaff = byId !== undefined
  return {
    Update: {
      TableName: tableName,
      Key: keyItem(keys.hands(reference)),
      UpdateExpression: `SET #slot = :id, #last = :by ADD #told :one${ofStaff ? ', #ever :who' : ''}`,
      ExpressionAttributeNames: {
        ...{ '#slot': slotOf(version), '#last': lastBy + action, '#told': 'told' },
        ...(ofStaff ? { '#ever': everBy + action } : {}),
      },
      ExpressionAttributeValues: {
        ...{ ':id': { S: id }, ':by': { S: byId ?? '' }, ':one': { N: '1' } },
        ...(ofStaff ? { ':who': { SS: [byId] } } : {}),
      },
    },
  }
}

/** Made anew from the whole history, for a case that is older than the item, unless it changed meanwhile. */
export const noteHands = async (
  table: Table,
  { subject: { reference, version }, events }: WholeCase,
): Promise<void> => {
  const { ConditionExpression, ...names } = stillAt(version)
  const same = {
    ConditionCheck: { TableName: table.name, Key: keyItem(keys.case(reference)), ConditionExpression, ...names },
  }
  const steps = because('changed-elsewhere', [same, handsPut(table.name, reference, events)])
  await transact(table, steps, `hands ${reference} ${version}`)
}

// `events`: oldest first.
export const handsPut = (tableName: string, reference: string, events: readonly CaseEvent[]): TransactWriteItem => {
  const { ever, last } = handsIn(events)
  const sets = Object.entries(ever).filter(([, who]) => who.length > 0)
  const Item: Item = {
    ...keyItem(keys.hands(reference)),
    told: { N: String(events.length) },
    ...Object.fromEntries(events.slice(-named).map(({ id, version }) => [slotOf(version), { S: id }])),
    ...Object.fromEntries(Object.entries(last).map(([action, by]) => [lastBy + action, { S: by }])),
    ...Object.fromEntries(sets.map(([action, who]) => [everBy + action, { SS: [...who] }])),
  }
  return { Put: { TableName: tableName, Item } }
}

export type HandsTold = {
  // It tells of so many events. It tells of all where the case has this version.
  readonly told: number
  readonly hands: Hands
  readonly lastIds: readonly string[]
}

export const handsFrom = (item: Item): HandsTold => ({
  told: numberAt(item, 'told'),
  hands: { ever: under(item, everBy, ({ SS = [] }) => SS), last: under(item, lastBy, ({ S = '' }) => S) },
  lastIds: Array.from({ length: named }, (_, at) => textAt(item, slotOf(at))).filter((id) => id !== ''),
})

const under = <T>(item: Item, start: string, read: (value: Item[string]) => T): Readonly<Record<string, T>> =>
  Object.fromEntries(
    Object.entries(item)
      .filter(([name]) => name.startsWith(start))
      .map(([name, value]) => [name.slice(start.length), read(value)]),
  )
