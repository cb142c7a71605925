// A draft as an item. A page's typed values are one string in a map, so a save writes that page and nothing else; where the page asks for
// something told in confidence, the string is sealed under the draft's own key, whose wrapped form stands beside it.
import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import type { Draft, Reopens } from '#domain/forms/answered/draft.ts'
import type { Helper } from '#domain/forms/answered/helping.ts'
import { readWhenAsked } from '#domain/forms/answered/pages.ts'
import type { Walked } from '#domain/forms/answered/trail.ts'
import type { Typed } from '#domain/forms/kind.ts'
import type { Hold } from '#domain/slots/booking.ts'
import type { BegunDraft } from '#usecases/ports/access.ts'
import type { Seal } from '#usecases/ports/seals.ts'
import { dataOf, type Item, keyItem, numberAt, type SealedTable, textAt } from '../client.ts'
import { timeToLive } from '../schema.ts'
import { keys } from '../table.ts'

export const draftItem = async (table: SealedTable, draft: Draft): Promise<Item> => {
  const { pages, items, version, status, touchedAt, expiresAt, caseReference, wrappedKey: _, ...rest } = draft
  const { holder: _holder, also: _also, turn: _turn, left: _left, hold, walked, helpers, ...fixed } = rest
  const seal = await sealOf(table, draft)
  const on = { table, draft, seal }
  return {
    ...keyItem(keys.draft(draft.id)),
    version: { N: String(version) },
    status: { S: status },
    touchedAt: { N: String(touchedAt) },
    expiresAt: { N: String(expiresAt) },
    // Once sent it stays with its case: a draft sent twice is known by it for ever.
    ...(status === 'submitted' ? {} : { [timeToLive]: { N: seconds(expiresAt) } }),
    pages: { M: Object.fromEntries(Object.entries(pages).map(([key, typed]) => [key, pageValue(on, key, typed)])) },
    items: { S: JSON.stringify(items) },
    ...dataAndBefore(on, fixed),
    ...accessItem(draft),
    ...(hold === undefined ? {} : { hold: holdValue(hold) }),
    ...(walked === undefined ? {} : { walked: walkedValue(walked) }),
    ...(helpers === undefined ? {} : { helpers: helpersValue(helpers) }),
    ...(caseReference === undefined ? {} : { caseReference: { S: caseReference } }),
    ...(seal === undefined ? {} : { wrappedKey: { S: seal.key.wrapped } }),
  }
}

export const walkedValue = (walked: Walked): AttributeValue => ({ S: JSON.stringify(walked) })

// What counting keeps is never in the way of a person: what cannot be read counts as not there.
const walkedFrom = ({ walked }: Item): Pick<Draft, 'walked'> => {
  try {
    return walked?.S === undefined ? {} : { walked: JSON.parse(walked.S) }
  } catch {
    return {}
  }
}

export const helpersValue = (helpers: readonly Helper[]): AttributeValue => ({ S: JSON.stringify(helpers) })

export const holdValue = (hold: Hold): AttributeValue => ({ S: JSON.stringify(hold) })

// Apart from the rest: a code that is proved, and a browser that signs out, change these alone.
const accessItem = ({ holder, also = [], turn, left = [] }: Draft): Item => ({
  ...(holder === undefined ? {} : { holder: { S: holder } }),
  ...(also.length === 0 ? {} : { also: { SS: [...also] } }),
  ...(turn === undefined ? {} : { turn: { N: String(turn) } }),
  ...(left.length === 0 ? {} : { leftBy: { SS: [...left] } }),
})

const accessFrom = (item: Item): Pick<Draft, 'holder' | 'also' | 'turn' | 'left'> => ({
  ...(item.holder?.S === undefined ? {} : { holder: item.holder.S }),
  ...(item.also?.SS === undefined ? {} : { also: item.also.SS }),
  ...(item.turn?.N === undefined ? {} : { turn: Number(item.turn.N) }),
  ...(item.leftBy?.SS === undefined ? {} : { left: item.leftBy.SS }),
})

type On = { readonly table: SealedTable; readonly draft: Draft; readonly seal: Seal | undefined }

// The draft's own key; a new one where there is something to seal and none yet.
export const sealOf = async (table: SealedTable, draft: Draft): Promise<Seal | undefined> => {
  const { id, wrappedKey: wrapped } = draft
  if (wrapped !== undefined) return table.seals.opened({ draft: id, wrapped })
  return hasConfidences(table, draft) ? table.seals.newKey(id) : undefined
}

export const hasConfidences = (table: SealedTable, { service, pages, reopens }: Draft): boolean =>
  reopens !== undefined || Object.keys(pages).some((key) => table.inConfidence(service, key))

export const pageValue = ({ table, draft, seal }: On, key: string, typed: Typed): AttributeValue => {
  const text = JSON.stringify(typed)
  return {
    S: seal !== undefined && table.inConfidence(draft.service, key) ? seal.close(placeOf(draft, key), text) : text,
  }
}

// Of a reopened draft, what was sent before and the officer's words about it.
type Before = Pick<Reopens, 'before' | 'message'>

const dataAndBefore = ({ draft, seal }: On, { reopens, ...fixed }: Fixed): Item => {
  if (reopens === undefined || seal === undefined) return { data: { S: JSON.stringify({ ...fixed, reopens }) } }
  const { before, message, ...plain } = reopens
  const sealed: Before = { before, message }
  return {
    data: { S: JSON.stringify({ ...fixed, reopens: plain }) },
    before: { S: seal.close(placeOf(draft, beforeKey), JSON.stringify(sealed)) },
  }
}

type Fixed = Omit<
  Draft,
  | 'pages'
  | 'items'
  | 'version'
  | 'status'
  | 'touchedAt'
  | 'expiresAt'
  | 'caseReference'
  | 'wrappedKey'
  | 'holder'
  | 'also'
  | 'turn'
  | 'left'
  | 'hold'
  | 'walked'
  | 'helpers'
>

// No section is called so: page keys have other names.
const beforeKey = ' before'

// What is sealed for one page, under one version of the form, opens as nothing else.
const placeOf = ({ formVersion }: Pick<Draft, 'formVersion'>, key: string): string => `${key}|${formVersion}`

// Undefined where the draft's key was erased, and with it what it said. Pages that were kept before there was sealing are read as they are.
export const draftFrom = async (table: SealedTable, item: Item): Promise<Draft | undefined> => {
  const { texts, sealed } = textsIn(item.pages?.M ?? {})
  const [fixed, wrapped, before] = [dataOf<Fixed>(item), item.wrappedKey?.S, item.before?.S]
  const hasSealed = before !== undefined || sealed
  if (hasSealed && wrapped === undefined) return undefined
  const seal = hasSealed ? await table.seals.opened({ draft: fixed.id, wrapped: wrapped ?? '' }) : undefined
  const opened = (key: string, text: string): string =>
    seal !== undefined && isSealed(text) ? seal.open(placeOf(fixed, key), text) : text
  return {
    ...begunWith(fixed, item),
    pages: readWhenAsked({ texts, read: (key, text) => JSON.parse(opened(key, text)), tellsLength: isPlain }),
    items: JSON.parse(textAt(item, 'items') || '{}'),
    ...(item.hold?.S === undefined ? {} : { hold: JSON.parse(item.hold.S) }),
    ...(fixed.reopens === undefined || before === undefined
      ? {}
      : { reopens: { ...fixed.reopens, ...JSON.parse(opened(beforeKey, before)) } }),
  }
}

// Gone through once: each request for a page of a full draft does.
const textsIn = (pages: Item) => {
  const texts = new Map<string, string>()
  let sealed = false
  for (const key in pages) {
    const text = pages[key]?.S ?? '{}'
    if (isSealed(text)) sealed = true
    texts.set(key, text)
  }
  return { texts, sealed }
}

// Sealed it is base64, of text that may be made shorter first; in clear it is an object in JSON.
const isPlain = (text: string): boolean => text.startsWith('{')
const isSealed = (text: string): boolean => !isPlain(text)

// What a list of drafts shows: nothing of what was answered, so nothing is opened for it.
export const begunFrom = (item: Item): BegunDraft => begunWith(dataOf<Fixed>(item), item)

const begunWith = <Known extends Fixed>(fixed: Known, item: Item): BegunDraft & Known => ({
  ...fixed,
  version: numberAt(item, 'version'),
  status: textAt(item, 'status') === 'submitted' ? 'submitted' : 'draft',
  touchedAt: numberAt(item, 'touchedAt'),
  expiresAt: numberAt(item, 'expiresAt'),
  ...accessFrom(item),
  ...walkedFrom(item),
  ...(item.helpers?.S === undefined ? {} : { helpers: JSON.parse(item.helpers.S) }),
  ...(item.caseReference?.S === undefined ? {} : { caseReference: item.caseReference.S }),
  ...(item.wrappedKey?.S === undefined ? {} : { wrappedKey: item.wrappedKey.S }),
})

export const seconds = (ms: number): string => String(Math.ceil(ms / 1000))

// "Still a draft, at the version that was read": goes with every write of a draft.
export const unchanged = (draft: Draft) => ({
  ConditionExpression: '#status = :draft AND #version = :seen',
  ExpressionAttributeNames: { '#status': 'status', '#version': 'version' },
  ExpressionAttributeValues: { ':draft': { S: 'draft' }, ':seen': { N: String(draft.version) } },
})
