// A draft pins the version of the form that its answers have. Opened under a later version, what it saved is brought there step by
// step, so a change to a form never loses or misreads an answer.
import { type Change, type Draft, type Reopens, savedIn } from './answered/draft.ts'
import type { Saved } from './answered/saved.ts'
import type { Form, Migration } from './form.ts'
import type { Typed } from './kind.ts'

// The change that brings a draft to the form as it is now; undefined when it is there, or was saved by a later release.
export const migration = (form: Form, draft: Draft): Change | undefined => {
  if (draft.formVersion >= form.version) return undefined
  const saved = savedNow(form, draft.formVersion, savedIn(draft))
  if (draft.reopens === undefined) return { is: 'migrate', to: form.version, saved }
  const before = savedNow(form, draft.formVersion, draft.reopens.before)
  const reopens = { ...askedNow(form, draft.formVersion, draft.reopens), before }
  return { is: 'migrate', to: form.version, saved: { items: saved.items, pages: again(draft, before, saved) }, reopens }
}

// Answers that were saved under an earlier version, as the form has them now.
export const savedNow = (form: Form, version: number, saved: Saved): Saved =>
  stepsFrom(form, version).reduce((before, step) => step.migrate(before), saved)

// What is asked for again, and what is not, under the keys that its pages have now.
const askedNow = (form: Form, version: number, reopens: Reopens): Reopens =>
  stepsFrom(form, version).reduce(
    (before, { moved = {}, added = [] }) => ({
      ...before,
      keys: before.keys.map((key) => moved[key] ?? key),
      left: [...before.left.map((key) => moved[key] ?? key), ...added],
    }),
    reopens,
  )

// Of a reopened draft, its own pages: those that were answered again, under the names that they have now.
const again = (draft: Draft, before: Saved, after: Saved): Saved['pages'] =>
  Object.fromEntries(
    Object.entries(after.pages).filter(
      ([key, typed]) => Object.hasOwn(draft.pages, key) || JSON.stringify(typed) !== JSON.stringify(before.pages[key]),
    ),
  )

// For migrations: every saved page of one kind, whichever item of a list it belongs to, through `change`.
export const eachPage = (
  saved: Saved,
  page: { readonly section: string; readonly id: string },
  change: (typed: Typed) => Typed,
): Saved => ({
  items: saved.items,
  pages: Object.fromEntries(
    Object.entries(saved.pages).map(([key, typed]) => [key, isPage(key, page) ? change(typed) : typed]),
  ),
})

export const renamed = (typed: Typed, from: string, to: string): Typed =>
  Object.fromEntries(Object.entries(typed).map(([field, values]) => [field === from ? to : field, values]))

// An option that has another value now, wherever in the answer it was chosen.
export const revalued = (typed: Typed, field: string, from: string, to: string): Typed => {
  const chosen = typed[field]
  return chosen === undefined ? typed : { ...typed, [field]: chosen.map((value) => (value === from ? to : value)) }
}

const stepsFrom = (form: Form, version: number): readonly Migration[] =>
  (form.migrations ?? []).filter(({ to }) => to > version).toSorted((a, b) => a.to - b.to)

const isPage = (key: string, { section, id }: { readonly section: string; readonly id: string }): boolean =>
  key === `${section}/${id}` || (key.startsWith(`${section}/`) && key.endsWith(`/${id}`))
