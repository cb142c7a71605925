// What DynamoDB would charge for what was asked of it, from the sizes of items as they went over the wire (DynamoDB Developer Guide, "DynamoDB
// on-demand capacity mode": 4 KB a read unit, 1 KB a write unit, transactions twice, each index that an item stands in once more).
import type { Asked } from '#tests/infra/recorder.ts'

type Item = Readonly<Record<string, Readonly<Record<string, unknown>>>>

type Body = {
  readonly ConsistentRead?: boolean
  readonly IndexName?: string
  readonly Key?: Item
  readonly Item?: Item
  readonly ExpressionAttributeValues?: Item
  readonly RequestItems?: Readonly<
    Record<string, { readonly Keys?: readonly Item[]; readonly ConsistentRead?: boolean }>
  >
  readonly TransactItems?: readonly Readonly<Record<string, Body>>[]
}

// One write to one partition key of the table or an index, for looking at what is hot.
export type Written = {
  readonly of: 'table' | 'work' | 'came' | 'state' | 'mine' | 'due'
  readonly key: string
  readonly units: number
}

export type Units = {
  readonly reads: number
  readonly writes: number
  readonly storedBytes: number
  readonly written: readonly Written[]
}

export const unitsOf = (asked: readonly Asked[]): Units => {
  const sizes = new Map<string, number>()
  let reads = 0
  const written: Written[] = []
  for (const one of asked) {
    reads += readUnits(one)
    written.push(...writtenBy(one, sizes))
  }
  const stored = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0)
  return { reads, writes: written.reduce((sum, { units }) => sum + units, 0), storedBytes: stored, written }
}

const readUnits = ({ target, body, replyBytes }: Asked): number => {
  const asked: Body = JSON.parse(body)
  const whole = (bytes: number): number => Math.max(1, Math.ceil(bytes / 4096))
  const share = (consistent: boolean | undefined): number => (consistent === true ? 1 : 0.5)
  if (target === 'GetItem' || target === 'Query') return whole(replyBytes) * share(asked.ConsistentRead)
  if (target !== 'BatchGetItem') return 0
  return Object.values(asked.RequestItems ?? {}).reduce(
    (sum, { Keys: keys = [], ConsistentRead: consistent }) =>
      sum + keys.length * whole(replyBytes / Math.max(1, keys.length)) * share(consistent),
    0,
  )
}

type Sizes = Map<string, number>

const writtenBy = ({ target, body }: Asked, sizes: Sizes): readonly Written[] => {
  const asked: Body = JSON.parse(body)
  if (target === 'PutItem' || target === 'UpdateItem') return one(asked, sizes, 1)
  if (target !== 'TransactWriteItems') return []
  return (asked.TransactItems ?? []).flatMap((item) => Object.values(item).flatMap((part) => one(part, sizes, 2)))
}

// An update writes the whole item; its size is that of the last write, and what it adds.
const one = (asked: Body, sizes: Sizes, times: 1 | 2): readonly Written[] => {
  const item = asked.Item ?? asked.Key ?? {}
  const key = `${item.pk?.S} ${item.sk?.S}`
  const bytes = asked.Item === undefined ? grown(sizes.get(key) ?? 0, asked) : sizeOf(asked.Item)
  sizes.set(key, bytes)
  const units = Math.max(1, Math.ceil(bytes / 1024))
  return [{ of: 'table', key: String(item.pk?.S ?? ''), units: units * times }, ...inIndexes(item, units)]
}

const grown = (before: number, { Key: key = {}, ExpressionAttributeValues: values = {} }: Body): number =>
  Math.max(before, sizeOf(key) + sizeOf(values))

const indexes: readonly (readonly [Written['of'], string])[] = [
  ['work', 'work'],
  ['came', 'work'],
  ['state', 'inState'],
  ['mine', 'mine'],
  ['due', 'due'],
]

const inIndexes = (item: Item, units: number): readonly Written[] =>
  indexes.flatMap(([of, attribute]) => {
    const key = item[attribute]?.S
    return key === undefined ? [] : [{ of, key: String(key), units }]
  })

// Names and values, as DynamoDB counts them.
const sizeOf = (item: Item): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + name.length + Buffer.byteLength(textOf(value)), 0)

const textOf = (value: Readonly<Record<string, unknown>>): string => {
  const [said] = Object.values(value)
  return typeof said === 'string' ? said : JSON.stringify(said)
}
