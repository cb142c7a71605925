// Pages that are asked together are kept apart, each under its own key: what stands together may change
// from release to release, and what is kept stays as it is.
import { keepFields } from '../fields/index.ts'
import type { Form, Page, Section } from '../form.ts'
import type { Typed } from '../kind.ts'

// Where a page's answers are kept, and its address below the service: 'about-you/name', 'people/2/name'.
export const keyOf = (section: Section, page: Page, item?: string): string =>
  page.keptAs?.includes('/') === true
    ? page.keptAs
    : [section.id, ...(item === undefined ? [] : [item]), page.keptAs ?? page.id].join('/')

export type KeptPage = { readonly key: string; readonly page: Page }

// The pages of a section as they are kept: of one that several stand on, each by itself.
export const keptPages = (section: Section): readonly KeptPage[] =>
  section.pages.flatMap((page) => (page.parts ?? [page]).map((part) => ({ key: keyOf(section, part), page: part })))

type At = { readonly key: string; readonly section: Section; readonly page: Page; readonly item?: string }

// Its own key first, then those of the pages that stand on it.
export const keysOf = ({ key, section, page, item }: At): readonly string[] => [
  ...new Set([key, ...(page.parts ?? []).map((part) => keyOf(section, part, item))]),
]

// What was typed on a page, by the keys under which it is kept. What belongs to none of its parts goes
// with the page’s own key.
export const keptApart = (at: At, typed: Typed): Readonly<Record<string, Typed>> => {
  const { key, section, page, item } = at
  if (page.parts === undefined) return { [key]: typed }
  const parts = page.parts.map((part) => [keyOf(section, part, item), keepFields(typed, part.questions)] as const)
  const known = new Set(parts.flatMap(([, own]) => Object.keys(own)))
  const rest = Object.fromEntries(Object.entries(typed).filter(([field]) => !known.has(field)))
  const all = [...parts, [key, rest] as const]
  return all.reduce<Record<string, Typed>>((kept, [at, own]) => ({ ...kept, [at]: { ...kept[at], ...own } }), {})
}

// What was typed on a page, with all that stand on it.
export const typedTogether = (form: Form, typed: (key: string) => Typed) => {
  const pages = parted(form)
  return (key: string): Typed => {
    const [section = '', second = '', third] = key.split('/')
    const found = pages.get(`${section}/${third ?? second}`)
    if (found === undefined) return typed(key)
    const at = { ...found, key, ...(third === undefined ? {} : { item: second }) }
    return Object.assign({}, ...keysOf(at).map(typed))
  }
}

type Found = Pick<At, 'section' | 'page'>

const known = new WeakMap<Form, ReadonlyMap<string, Found>>()

const parted = (form: Form): ReadonlyMap<string, Found> => {
  const found = known.get(form) ?? new Map(form.sections.flatMap(partedIn))
  known.set(form, found)
  return found
}

const partedIn = (section: Section): readonly (readonly [string, Found])[] =>
  section.pages.flatMap((page) =>
    page.parts === undefined ? [] : [[`${section.id}/${page.id}`, { section, page }] as const],
  )
