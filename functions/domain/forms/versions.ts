// A draft pins the version of the form that its answers have. Opened under a later version, what it saved is brought there step by
// step, so a change to a form never loses or misreads an answer.
import type { Change, Draft } from './draft.ts'
import type { Form, Migration } from './form.ts'
import type { Typed } from './kind.ts'
import type { Saved } from './saved.ts'

// The change that brings a draft to the form as it is now; undefined when it is there, or was saved by a later release.
export const migration = (form: Form, draft: Draft): Change | undefined => {
  if (draft.formVersion >= form.version) return undefined
  const steps = stepsFrom(form, draft.formVersion)
  const saved = steps.reduce<Saved>((before, step) => step.migrate(before), { pages: draft.pages, items: draft.items })
  return { is: 'migrate', to: form.version, saved }
}

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

const stepsFrom = (form: Form, version: number): readonly Migration[] =>
  (form.migrations ?? []).filter(({ to }) => to > version).toSorted((a, b) => a.to - b.to)

const isPage = (key: string, { section, id }: { readonly section: string; readonly id: string }): boolean =>
  key === `${section}/${id}` || (key.startsWith(`${section}/`) && key.endsWith(`/${id}`))
