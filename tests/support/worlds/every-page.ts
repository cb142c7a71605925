// Every question page of every service, as it comes back with a mistake in each of its questions, and as it is asked first.
import { fieldsOf, problemsOf } from '#domain/forms/fields/index.ts'
import type { Page } from '#domain/forms/form.ts'
import type { Typed } from '#domain/forms/kind.ts'
import { services } from '#services/catalogue.ts'
import { pages } from '#web/show/citizen/pages.ts'
import { around } from '../people/sample-pages.ts'

type Shown = { readonly where: string; readonly page: Page; readonly html: string }

const all = services.flatMap(({ id, name, form }) =>
  form.sections.flatMap((section) =>
    section.pages.map((page) => ({
      where: `${id}/${section.id}/${page.id}`,
      page,
      about: section.is === 'many' ? { name: 'Sample Person' } : {},
      service: { name, home: `/${id}` },
    })),
  ),
)

// `helped`: by somebody who fills it in for another.
export const shownWith = (typedOf: (page: Page) => Typed, helped = false): readonly Shown[] =>
  all.map(({ where, page, about, service }) => {
    const typed = typedOf(page)
    const problems = Object.entries(page.questions).flatMap(([id, question]) =>
      Object.keys(typed).length === 0 ? [] : problemsOf(typed, id, question, '2026-11-23'),
    )
    const given = {
      around: { ...around, service },
      page,
      typed,
      problems,
      action: `/${where}`,
      mayLeave: true,
      theirs: helped && page.theirs !== undefined,
      ...about,
    }
    return { where, page, html: pages.question(given) }
  })

// Something that no kind but plain words takes, in every control of a page.
export const wrongOn = (page: Page): Typed =>
  Object.fromEntries(
    Object.entries(page.questions).flatMap(([id, question]) =>
      fieldsOf(id, question).map((field): [string, readonly string[]] => [field, ['1,2 \u0007 <b>', 'twice']]),
    ),
  )
