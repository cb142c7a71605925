// The pages of a draft as they are read: an application has some 160, and most requests look at a few. Those that a
// store keeps as text are read when they are first asked for.
import type { Typed } from '../kind.ts'
import type { Saved } from './saved.ts'

type Pages = Saved['pages']

// Page keys → the texts that a store keeps. Whoever goes through all pages reads them all.
type Kept = {
  readonly texts: ReadonlyMap<string, string>
  readonly read: (key: string, text: string) => Typed
  // Whether a text is as long as what it says, or longer: not one that was made shorter.
  readonly tellsLength: (text: string) => boolean
}

export const readWhenAsked = (kept: Kept): Pages => pagesOver({ ...kept, known: new Map() })

// The same pages with one saved anew.
export const withPage = (pages: Pages, key: string, typed: Typed): Pages => {
  const source = sources.get(pages)
  if (source === undefined) return { ...pages, [key]: typed }
  return pagesOver({ ...source, known: new Map(source.known).set(key, typed) })
}

// For one journey, which asks for most pages many times.
export const readerOf = (pages: Pages): ((key: string) => Typed) => {
  const source = sources.get(pages)
  if (source !== undefined) return (key) => pageIn(source, key) ?? nothing
  return (key) => (Object.hasOwn(pages, key) ? (pages[key] ?? nothing) : nothing)
}

// No fewer letters than were typed, from texts that are not read for it.
export const mostLetters = (pages: Pages): number => {
  const source = sources.get(pages)
  const counts =
    source === undefined ? Object.values(pages).map(lettersOf) : keysIn(source).map((key) => mostIn(source, key))
  return counts.reduce((sum, letters) => sum + letters, 0)
}

const mostIn = (source: Source, key: string): number => {
  const text = source.known.has(key) ? undefined : source.texts.get(key)
  return text !== undefined && source.tellsLength(text) ? text.length : lettersOf(pageIn(source, key) ?? nothing)
}

const lettersOf = (typed: Typed): number =>
  Object.values(typed).reduce((sum, values) => sum + values.reduce((some, { length }) => some + length, 0), 0)

const nothing: Typed = {}

// `known`: pages that were read, and those saved since.
type Source = Kept & { readonly known: Map<string, Typed> }

const sources = new WeakMap<Pages, Source>()

const keysIn = ({ texts, known }: Source): string[] => [...new Set([...texts.keys(), ...known.keys()])]

const pageIn = ({ texts, read, known }: Source, key: string): Typed | undefined => {
  const found = known.get(key)
  if (found !== undefined) return found
  const text = texts.get(key)
  if (text === undefined) return undefined
  const typed = read(key, text)
  known.set(key, typed)
  return typed
}

// An object like any other, but for when it reads.
const pagesOver = (source: Source): Pages => {
  const has = (key: string | symbol): key is string =>
    typeof key === 'string' && (source.known.has(key) || source.texts.has(key))
  const pages = new Proxy<Record<string, Typed>>(
    {},
    {
      has: (plain, key) => has(key) || Reflect.has(plain, key),
      get: (plain, key) => (has(key) ? pageIn(source, key) : Reflect.get(plain, key)),
      ownKeys: () => keysIn(source),
      getOwnPropertyDescriptor: (_plain, key) =>
        has(key) ? { value: pageIn(source, key), enumerable: true, configurable: true } : undefined,
      ...unchangeable,
    },
  )
  sources.set(pages, source)
  return pages
}

const unchangeable = { set: () => false, defineProperty: () => false, deleteProperty: () => false }
