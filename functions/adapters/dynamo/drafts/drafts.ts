// Drafts: one item each (draft-items.ts).
import type { PutItemInput, TransactWriteItem, UpdateItemInput } from '@aws-sdk/client-dynamodb'
import type { Change, Draft, PageChange } from '#domain/forms/answered/draft.ts'
import { changed } from '#domain/forms/answered/draft.ts'
import { withAlso } from '#domain/forms/answered/way-back.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { Text } from '#domain/texts/text.ts'
import type { Tie } from '#usecases/ports/access.ts'
import type { Seal } from '#usecases/ports/seals.ts'
import type { DraftStore, Keys, SaveProblem } from '#usecases/ports/stores.ts'
import { type Item, keyItem, type SealedTable, type Table, textAt } from '../client.ts'
import { countUp } from '../counted.ts'
import { isConditionFailed } from '../db.ts'
import { putOnce } from '../put-once.ts'
import { timeToLive } from '../schema.ts'
import { keys } from '../table.ts'
import { textPuts } from '../texts/text-puts.ts'
import { because, type GuardedWrite, transact } from '../transact.ts'
import { tiedToEmail } from './by-email.ts'
import {
  draftFrom,
  draftItem,
  hasConfidences,
  helpersValue,
  holdValue,
  pageValue,
  sealOf,
  seconds,
  unchanged,
  walkedValue,
} from './draft-items.ts'
import { erased } from './erased.ts'
import { setHelpers } from './helping.ts'
import { noteEnding } from './noted.ts'

export const draftStore = (table: SealedTable, hashes: Keys): DraftStore => ({
  start: async (draft) => putOnce(table.client, table.name, await draftItem(table, draft)),
  get: async (id) => {
    const { Item: item } = await table.client.getItem({
      TableName: table.name,
      Key: keyItem(keys.draft(id)),
      ConsistentRead: true,
    })
    return item === undefined ? undefined : draftFrom(table, item)
  },
  save: (draft, change, now) => saved(table, draft, change, now),
  note: (draft, ended) => noteEnding(table, draft, ended),
  erase: (draft) => erased(table, hashes, draft),
  setPhone: async (draft, tie, texts) => {
    const tying = tyingOf(hashes, draft, tie)
    const done = await tied(table, tying, texts)
    // Over the limit, or changed elsewhere: saving needs no text, and tells which it was.
    return done.ok || texts.length === 0 ? done : tied(table, tying, [])
  },
  setHelpers: (draft, helpers, given) => setHelpers(table, draft, helpers, given),
  setEmail: async (draft, email, texts) => {
    const done = await tiedToEmail(table, hashes, { draft, email, texts })
    return done.ok || texts.length === 0 ? done : tiedToEmail(table, hashes, { draft, email, texts: [] })
  },
})

// Where the draft is found from now on, and where no more.
type Tying = {
  readonly before: Draft
  readonly after: Draft
  readonly found?: string
  readonly lost?: string
  // Counted for the number: it was not its owner who typed it, as far as we know.
  readonly counted: boolean
}

const tyingOf = (hashes: Keys, before: Draft, { phone, by }: Tie): Tying => {
  const { phone: earlier, ...rest } = before
  const found = phone === undefined ? undefined : hashes.hash('phone', phone)
  const proved = found !== undefined && by === 'owner' ? { holder: found } : {}
  const others = found === undefined ? [] : [found, ...(before.holder === undefined ? [] : [before.holder])]
  return {
    before,
    after: {
      ...rest,
      ...(phone === undefined ? {} : { phone }),
      ...proved,
      ...withAlso({ ...before, ...proved }, others),
      version: before.version + 1,
    },
    ...(found === undefined ? {} : { found }),
    ...(earlier === undefined || earlier === phone ? {} : { lost: hashes.hash('phone', earlier) }),
    counted: by === 'anybody' && phone !== undefined && phone !== earlier,
  }
}

// Texts that one number gets a day because somebody saved to it: anybody may type anybody's number.
const limit = { what: 'saved', period: 'day', most: 5 } as const

// Drafts that strangers may tie to one number in a day. Whoever proved the number is not among them.
const ties = { what: 'tied', period: 'day', most: 20 } as const

// The draft at its next version, and the way from the phone to it instead of the way from the one before.
const tied = async (
  table: SealedTable,
  tying: Tying,
  texts: readonly Text[],
): Promise<Result<Draft, SaveProblem | 'too-many'>> => {
  const { before, after } = tying
  const item = await draftItem(table, after)
  const put = { Put: { TableName: table.name, Item: item, ...unchanged(before) } }
  const counts = tying.counted ? [countUp(table, { ...ties, hash: tying.found ?? '', now: after.touchedAt })] : []
  const rest = [
    ...pointers(table, tying),
    ...texts.map(({ madeAt }) => countUp(table, { ...limit, hash: tying.found ?? '', now: madeAt })),
    ...textPuts(table.name, texts),
  ]
  const steps: readonly GuardedWrite<SaveProblem | 'too-many'>[] = [
    ...because('changed-elsewhere', [put]),
    ...because('too-many', counts),
    ...because('changed-elsewhere', rest),
  ]
  const done = await transact(table, steps, `phone${texts.length}-${before.id.slice(0, 20)}-${before.version}`)
  if (done.ok) return ok(keyed(after, item.wrappedKey?.S))
  return no(done.error.is === 'refused' ? done.error.why[0] : 'changed-elsewhere')
}

const pointers = (table: Table, { after, found, lost }: Tying): readonly TransactWriteItem[] => {
  const at = (hash: string) => keyItem(keys.found(hash, 'DRAFT', after.id))
  const ends = { [timeToLive]: { N: seconds(after.expiresAt) } }
  return [
    ...(found === undefined ? [] : [{ Put: { TableName: table.name, Item: { ...at(found), ...ends } } }]),
    ...(lost === undefined ? [] : [{ Delete: { TableName: table.name, Key: at(lost) } }]),
  ]
}

const saved = async (
  table: SealedTable,
  draft: Draft,
  change: Change,
  now: number,
): Promise<Result<Draft, SaveProblem>> => {
  const after = changed(draft, change, now)
  const seal = await sealOf(table, after)
  const next = keyed(after, seal?.key.wrapped)
  try {
    // What a draft of before there was sealing says in clear is sealed with its first save.
    if (change.is === 'page' && (draft.wrappedKey !== undefined || !hasConfidences(table, draft)))
      await table.client.updateItem(pageUpdate({ table, draft, seal, after }, change, now))
    else await table.client.putItem(wholePut(table, draft, await draftItem(table, next)))
    return ok(next)
  } catch (error) {
    if (isConditionFailed(error)) return no(problemFrom(error.Item))
    throw error
  }
}

const keyed = (draft: Draft, wrappedKey: string | undefined): Draft =>
  wrappedKey === undefined ? draft : { ...draft, wrappedKey }

// With its first page that is told in confidence, a draft gets its key.
const pageUpdate = (
  on: {
    readonly table: SealedTable
    readonly draft: Draft
    readonly seal: Seal | undefined
    readonly after: Draft
  },
  change: PageChange,
  now: number,
): UpdateItemInput => {
  const { table, draft, seal } = on
  const fresh = draft.wrappedKey === undefined ? seal?.key.wrapped : undefined
  const { ConditionExpression, ExpressionAttributeNames, ExpressionAttributeValues } = unchanged(draft)
  const pages = pagesOf(on, change)
  const beside: Beside = { ...change, ...(on.after.helpers === undefined ? {} : { helpers: on.after.helpers }) }
  return {
    TableName: table.name,
    Key: keyItem(keys.draft(draft.id)),
    UpdateExpression: [`SET ${pages.sets}`, '#version = :next, touchedAt = :now', ...besideSets(beside, fresh)].join(
      ', ',
    ),
    ConditionExpression,
    ExpressionAttributeNames: {
      ...{ ...ExpressionAttributeNames, ...pages.names },
      ...(change.hold === undefined ? {} : { '#hold': 'hold' }),
    },
    ExpressionAttributeValues: {
      ...{ ...ExpressionAttributeValues, ...pages.values },
      ':next': { N: String(draft.version + 1) },
      ':now': { N: String(now) },
      ...(fresh === undefined ? {} : { ':key': { S: fresh } }),
      ...besideValues(beside),
    },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  }
}

// The page, and those that are asked together with it.
const pagesOf = (on: Parameters<typeof pageValue>[0], { key, typed, also }: PageChange) => {
  const all = Object.entries({ [key]: typed, ...also })
  return {
    sets: all.map((_, at) => `pages.#page${at} = :typed${at}`).join(', '),
    names: Object.fromEntries(all.map(([name], at) => [`#page${at}`, name])),
    values: Object.fromEntries(all.map(([name, told], at) => [`:typed${at}`, pageValue(on, name, told)])),
  }
}

type Beside = Pick<PageChange, 'hold' | 'walked'> & Pick<Draft, 'helpers'>

const besideSets = ({ hold, walked, helpers }: Beside, fresh: string | undefined): readonly string[] => [
  ...(fresh === undefined ? [] : ['wrappedKey = :key']),
  ...(hold === undefined ? [] : ['#hold = :hold']),
  ...(walked === undefined ? [] : ['walked = :walked']),
  ...(helpers === undefined ? [] : ['helpers = :helpers']),
]

const besideValues = ({ hold, walked, helpers }: Beside): Item => ({
  ...(hold === undefined ? {} : { ':hold': holdValue(hold) }),
  ...(walked === undefined ? {} : { ':walked': walkedValue(walked) }),
  ...(helpers === undefined ? {} : { ':helpers': helpersValue(helpers) }),
})

const wholePut = (table: SealedTable, draft: Draft, after: Item): PutItemInput => ({
  TableName: table.name,
  Item: after,
  ...unchanged(draft),
  ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
})

const problemFrom = (item: Item | undefined): SaveProblem => {
  if (item === undefined) return 'gone'
  return textAt(item, 'status') === 'submitted' ? 'submitted' : 'changed-elsewhere'
}
