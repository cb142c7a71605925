// What has been answered, seen through the form: an answer counts only while its page is reached, so stale answers
// stay in the draft, come back when their page does, and are never read by a condition, a rule or a record.
import type { Day } from '../day.ts'
import { kept } from '../kept.ts'
import { holds, type Lookup } from './condition.ts'
import { answerOf } from './fields/index.ts'
import type { Form, ManySection, Page, Section } from './form.ts'
import type { Typed } from './kind.ts'
import type { Options, Question } from './question.ts'

// What a draft keeps: typed values by page key, and the items of each list in order.
export type Saved = {
  readonly pages: Readonly<Record<string, Typed>>
  readonly items: Readonly<Record<string, readonly string[]>>
}

export type Answers = Lookup & {
  readonly form: Form
  readonly saved: Saved
  readonly typed: (key: string) => Typed
  readonly itemsOf: (section: string) => readonly string[]
  readonly itemLookup: (section: ManySection, item: string) => Lookup
  readonly applies: (section: Section, page?: Page, item?: string) => boolean
}

export const answersOf = (form: Form, saved: Saved, today: Day): Answers => {
  const places = placesIn(form)
  const known = new Map<string, { readonly value: unknown }>()
  const reached = new Map<string, { readonly value: boolean }>()
  const typed = (key: string): Typed => (Object.hasOwn(saved.pages, key) ? (saved.pages[key] ?? {}) : {})
  const itemsOf = (section: string): readonly string[] => saved.items[section] ?? []

  const read = (place: Place, id: string, item?: string): unknown => {
    if (!applies(place.section, place.page, item)) return undefined
    const values = typed(keyOf(place.section, place.page, item))
    const revealed =
      place.under === undefined ||
      picks(answerOf(values, place.under.id, place.under.question, today), place.under.option)
    return revealed ? answerOf(values, id, place.question, today) : undefined
  }
  const answer = (id: string): unknown =>
    kept(known, `q/${id}`, () => {
      const place = places.get(id)
      return place === undefined ? undefined : read(place, id)
    })
  const itemAnswer = (section: ManySection, item: string, id: string): unknown =>
    kept(known, `i/${section.id}/${item}/${id}`, () => {
      const place = places.get(`${section.id}/${id}`)
      return place === undefined ? answer(id) : read(place, id, item)
    })
  const itemLookup = (section: ManySection, item: string): Lookup => ({
    answer: (id) => itemAnswer(section, item, id),
    items: lookup.items,
    today,
  })
  const lookup: Lookup = {
    answer,
    items: (id) => {
      const section = form.sections.find((one) => one.id === id)
      return section?.is === 'many' && applies(section) ? itemsOf(id).map((item) => itemLookup(section, item)) : []
    },
    today,
  }
  const applies = (section: Section, page?: Page, item?: string): boolean =>
    kept(reached, `a/${section.id}/${page?.id ?? ''}/${item ?? ''}`, () => {
      if (section.when !== undefined && !holds(section.when, lookup)) return false
      if (page?.when === undefined) return true
      return holds(page.when, section.is === 'many' && item !== undefined ? itemLookup(section, item) : lookup)
    })
  return { ...lookup, form, saved, typed, itemsOf, itemLookup, applies }
}

// Where a page's answers are kept, and its address below the service: 'about-you/name', 'people/2/name'.
export const keyOf = (section: Section, page: Page, item?: string): string =>
  item === undefined ? `${section.id}/${page.id}` : `${section.id}/${item}/${page.id}`

type Place = {
  readonly section: Section
  readonly page: Page
  readonly question: Question
  // The choice that reveals this question.
  readonly under?: { readonly id: string; readonly question: Question; readonly option: string }
}

const placesByForm = new WeakMap<Form, ReadonlyMap<string, Place>>()

const placesIn = (form: Form): ReadonlyMap<string, Place> => {
  const found = placesByForm.get(form)
  if (found !== undefined) return found
  const places = new Map<string, Place>()
  for (const section of form.sections)
    for (const page of section.pages)
      for (const asked of questionsOn(page))
        places.set(section.is === 'many' ? `${section.id}/${asked.id}` : asked.id, { section, page, ...asked })
  placesByForm.set(form, places)
  return places
}

export type AskedOn = {
  readonly id: string
  readonly question: Question
  readonly under?: { readonly id: string; readonly question: Question; readonly option: string }
}

// Every question of a page, those revealed by a choice included.
export const questionsOn = (page: Page): readonly AskedOn[] =>
  Object.entries(page.questions).flatMap(([id, question]): readonly AskedOn[] => [
    { id, question },
    ...Object.entries(revealsOf(question)).flatMap(([option, reveals]) =>
      Object.entries(reveals).map(([inner, revealed]) => ({
        id: inner,
        question: revealed,
        under: { id, question, option },
      })),
    ),
  ])

const revealsOf = (question: Question): Readonly<Record<string, Readonly<Record<string, Question>>>> => {
  if (question.kind === 'yes-no') return { yes: question.reveals?.yes ?? {}, no: question.reveals?.no ?? {} }
  if (question.kind === 'choice' || question.kind === 'choices') return optionReveals(question.options)
  return {}
}

const optionReveals = (options: Options): Readonly<Record<string, Readonly<Record<string, Question>>>> =>
  Object.fromEntries(Object.entries(options).map(([id, option]) => [id, option.reveals ?? {}]))

const picks = (answer: unknown, option: string): boolean =>
  Array.isArray(answer) ? answer.includes(option) : answer === option
