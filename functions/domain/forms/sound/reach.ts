// Every page is reached by somebody's answers, and every exit is triggered by somebody's: a proof by search, not by example.
import { all, type Condition, some } from '../condition.ts'
import type { Exit, Form, Section } from '../form.ts'
import type { PagePlace, QuestionPlace } from './places.ts'
import { type FormGround, type Goal, reaching, type SomeItem, satisfiable } from './satisfiable.ts'

export const reachFaults = (
  form: Form,
  pages: readonly PagePlace[],
  questions: ReadonlyMap<string, QuestionPlace>,
): readonly string[] => {
  const ground: FormGround = { questions, sections: form.sections }
  const earlier = new Map(form.sections.map((section) => [section, passed(form, section)]))
  return pages.flatMap((place) => {
    const item: SomeItem | undefined = place.section.is === 'many' ? { section: place.section, number: 0 } : undefined
    const items = item === undefined ? [] : [item]
    const goals = [...reaching(place, item), ...(earlier.get(place.section) ?? []), ...passedHere(place, item)]
    if (!satisfiable(ground, goals, items)) return [`${place.at}: no answers lead here`]
    const unasked = (place.page.parts ?? []).filter(
      ({ when }) => when !== undefined && !satisfiable(ground, [{ when, holds: true, item }, ...goals], items),
    )
    if (unasked.length > 0) return unasked.map(({ id }) => `${place.at}: no answers lead to its part ${id}`)
    return exitsOf(place)
      .filter((exit, index, exits) => {
        const first = exits.slice(0, index).map((before): Goal => ({ when: before.when, holds: false, item }))
        return !satisfiable(ground, [{ when: exit.when, holds: true, item }, ...first, ...goals], items)
      })
      .map(({ id }) => `${place.at}: nothing leads to the exit ${id}`)
  })
}

const exitsOf = ({ page }: Pick<PagePlace, 'page'>): readonly Exit[] => page.exits ?? []

// The exits that end a journey before this section: a person who is here met none of them.
const passed = (form: Form, section: Section): readonly Goal[] =>
  before(form, section).flatMap((earlier) =>
    blocking(earlier).map((when): Goal => {
      const ended = earlier.is === 'many' ? some(earlier.id, when) : when
      return { when: earlier.when === undefined ? ended : all(earlier.when, ended), holds: false }
    }),
  )

const passedHere = ({ section, page }: PagePlace, item: SomeItem | undefined): readonly Goal[] =>
  blocking({ ...section, pages: section.pages.slice(0, section.pages.indexOf(page)) }).map(
    (when): Goal => ({ when, holds: false, item }),
  )

const blocking = ({ pages }: Pick<Section, 'pages'>): readonly Condition[] =>
  pages.flatMap((page) =>
    (page.exits ?? [])
      .filter(({ advise }) => advise !== true)
      .map(({ when }) => (page.when === undefined ? when : all(page.when, when))),
  )

const before = (form: Form, section: Section): readonly Section[] => {
  const earlier = form.sections.slice(0, form.sections.indexOf(section))
  if (form.shape === 'straight') return earlier
  const direct = earlier.filter(({ id }) => section.after?.includes(id) ?? false)
  return [...new Set(direct.flatMap((one) => [...before(form, one), one]))]
}
