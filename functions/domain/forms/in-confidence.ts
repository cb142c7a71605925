// Which pages ask for what must be sealed wherever it is kept: health, abuse, immigration, National Insurance numbers, safe ways of contact.
import { questionsOn } from './answered/answers.ts'
import type { Form, Page } from './form.ts'

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
  const all = form.sections.flatMap(({ pages }) => pages.flatMap(({ parts }) => parts ?? []))
  const pages = section.pages.flatMap((page) => [...(page.parts ?? []), page])
  const page = all.find(({ keptAs }) => keptAs === key) ?? pages.find(({ id }) => id === rest.at(-1))
  return page === undefined || asksInConfidence(page)
}

export const asksInConfidence = (page: Page): boolean =>
  page.sealed === true ||
  page.sensitive === true ||
  questionsOn(page).some(({ question }) => question.sensitive === true)
