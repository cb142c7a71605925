// Where people leave a form and what goes wrong in it, believably: a question in the middle that many get wrong, and a page that asks for
// papers, where some give up.
import type { Form } from '#domain/forms/form.ts'
import { joined, type Sums } from '#domain/measures/counting/sums.ts'

type Given = {
  readonly form: Form
  readonly starts: number
  readonly finished: number
  // From 0 to 1, the same for the same name.
  readonly chance: (name: string) => number
}

export const pagesIn = ({ form, starts, finished, chance }: Given): Sums => {
  const sections = form.sections.filter((section) => !(section.is === 'pages' && section.exit === true))
  const pages = sections.flatMap(({ id, pages: all }) => all.map((page) => ({ key: `${id}/${page.id}`, page })))
  const sums = pages.map(({ key, page }, at) => {
    // Fewer are left with each page; a page that is asked of some alone is seen by a part of them.
    const here = starts - ((starts - finished) * at) / Math.max(1, pages.length)
    const saw = Math.round(here * (page.when === undefined ? 1 : 0.1 + 0.5 * chance(`saw ${key}`)))
    const [field] = Object.keys(page.questions)
    return countersOf(key, { saw, field, hard: chance(`hard ${key}`), leaving: chance(`left ${key}`) })
  })
  const share = (of: number): number => Math.round(starts * of)
  const beside = {
    ...{ 'came-back': share(0.17), 'starts.uncounted': share(0.02) },
    ...{ 'came-back.code': share(0.05), 'came-back.link': share(0.09), 'came-back.email': share(0.02) },
  }
  return joined([...sums, beside, ...sections.map(({ id }) => timesIn(id, finished, chance(`time ${id}`)))])
}

type Page = {
  readonly saw: number
  readonly field: string | undefined
  readonly hard: number
  readonly leaving: number
}

const countersOf = (key: string, { saw, field, hard, leaving }: Page): Sums => {
  const left = Math.round(saw * 0.04 * leaving * leaving)
  const saved = saw - left
  const wrong = Math.round(saved * 0.18 * hard * hard)
  return {
    [`page|${key}|saw`]: saw,
    [`page|${key}|left`]: left,
    [`page|${key}|saved`]: saved,
    [`page|${key}|tries`]: saved + Math.round(wrong * 1.3),
    [`page|${key}|again`]: Math.round(saved * 0.03),
    ...(field === undefined || wrong === 0
      ? {}
      : { [`page|${key}|wrong|${field}`]: wrong, [`page|${key}|kind|${field}.missing`]: Math.round(wrong * 0.7) }),
  }
}

// Of the steps of the histogram, the middle ones most.
const timesIn = (section: string, people: number, slow: number): Sums =>
  Object.fromEntries(
    [0.05, 0.1, 0.2, 0.3, 0.2, 0.1, 0.05].map((share, at) => [
      `time|${section}|${Math.min(6, at + Math.round(slow * 2) - 1 + (at === 0 ? 1 : 0))}`,
      Math.round(people * share),
    ]),
  )
