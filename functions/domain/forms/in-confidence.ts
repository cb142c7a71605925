// Which pages ask for what must be sealed wherever it is kept: health, abuse, immigration, National Insurance numbers, safe ways of contact.
import { questionsOn } from './answered/answers.ts'
import type { Form, Page, Section } from './form.ts'

// The wrapped key of a draft. Whoever deletes it makes what was sealed under it unreadable, in every backup too.
export type SealKey = { readonly draft: string; readonly wrapped: string }

// By a draft's page key. What this form does not know (a page of another version) may be anything, and counts as told in confidence.
export const isInConfidence = (form: Form, key: string): boolean => {
  const [first, ...rest] = key.split('/')
  const section = form.sections.find(({ id }) => id === first)
  if (section === undefined) return true
  // A list's own page: "do you want to add another?"
  if (rest.length === 0) return false
  // What stands together is sealed as each would be.
  const id = rest.at(-1)
  const page = partsOf(form).get(key) ?? section.pages.flatMap(apart).find((one) => one.id === id)
  return page === undefined || asksInConfidence(page)
}

const apart = (page: Page): readonly Page[] => [...(page.parts ?? []), page]

// By the key under which each is kept; the first of two stands. A draft of 160 pages asks for each.
const partsOf = (form: Form): ReadonlyMap<string, Page> => {
  const found = known.get(form) ?? new Map(form.sections.flatMap(keptElsewhere).toReversed())
  known.set(form, found)
  return found
}

const known = new WeakMap<Form, ReadonlyMap<string, Page>>()

const keptElsewhere = ({ pages }: Section): readonly (readonly [string, Page])[] =>
  pages
    .flatMap(({ parts = [] }) => parts)
    .flatMap((part) => (part.keptAs === undefined ? [] : [[part.keptAs, part] as const]))

export const asksInConfidence = (page: Page): boolean =>
  page.sealed === true ||
  page.sensitive === true ||
  questionsOn(page).some(({ question }) => question.sensitive === true)
