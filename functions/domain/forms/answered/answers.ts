// What has been answered, seen through the form: an answer counts only while its page is reached, so stale answers
// stay in the draft, come back when their page does, and are never read by a condition, a rule or a record.
import type { Day } from '#domain/day.ts'
import { kept } from '#domain/kept.ts'
import { holds, type Lookup } from '../condition.ts'
import { answerOf } from '../fields/index.ts'
import type { Form, ManySection, Page, Section } from '../form.ts'
import type { Typed } from '../kind.ts'
import type { Options, Question } from '../question.ts'
import type { Saved } from './saved.ts'

export type Answers = Lookup & {
  readonly form: Form
  readonly saved: Saved
  readonly typed: (key: string) => Typed
  readonly itemsOf: (section: string) => readonly string[]
  readonly itemLookup: (section: ManySection, item: string) => Lookup
  readonly applies: (section: Section, page?: Page, item?: string) => boolean
}

export const answersOf = (form: Form, saved: Saved, today: Day): Answers => {
  const ground: Ground = { form, saved, today, places: placesIn(form), known: new Map(), reached: new Map() }
  return {
    ...lookupIn(ground),
    form,
    saved,
    typed: (key) => typedIn(ground, key),
    itemsOf: (section) => itemsIn(ground, section),
    itemLookup: (section, item) => itemLookupIn(ground, section, item),
    applies: (section, page, item) => appliesIn(ground, section, page, item),
  }
}

// Where a page's answers are kept, and its address below the service: 'about-you/name', 'people/2/name'.
export const keyOf = (section: Section, page: Page, item?: string): string =>
  item === undefined ? `${section.id}/${page.id}` : `${section.id}/${item}/${page.id}`

// What reading stands on. `known` and `reached` keep what was worked out, for the length of one request.
type Ground = Pick<Answers, 'form' | 'saved' | 'today'> & {
  readonly places: ReadonlyMap<string, Place>
  readonly known: Map<string, { readonly value: unknown }>
  readonly reached: Map<string, { readonly value: boolean }>
}

const lookupIn = (ground: Ground): Lookup => ({
  answer: (id) => answerIn(ground, id),
  items: (id) => {
    const section = ground.form.sections.find((one) => one.id === id)
    if (section?.is !== 'many' || !appliesIn(ground, section)) return []
    return itemsIn(ground, id).map((item) => itemLookupIn(ground, section, item))
  },
  today: ground.today,
})

const itemLookupIn = (ground: Ground, section: ManySection, item: string): Lookup => {
  const outside = lookupIn(ground)
  return { ...outside, answer: (id) => itemAnswerIn(ground, { section, item }, id), outside }
}

const typedIn = ({ saved }: Ground, key: string): Typed =>
  Object.hasOwn(saved.pages, key) ? (saved.pages[key] ?? {}) : {}

const itemsIn = ({ saved }: Ground, section: string): readonly string[] =>
  Object.hasOwn(saved.items, section) ? (saved.items[section] ?? []) : []

const answerIn = (ground: Ground, id: string): unknown =>
  kept(ground.known, `q/${id}`, () => {
    const place = ground.places.get(id)
    return place === undefined ? undefined : readIn(ground, place, id)
  })

// A question that the list does not ask is looked for outside it.
const itemAnswerIn = (ground: Ground, at: { readonly section: ManySection; readonly item: string }, id: string) =>
  kept(ground.known, `i/${at.section.id}/${at.item}/${id}`, () => {
    const place = ground.places.get(`${at.section.id}/${id}`)
    return place === undefined ? answerIn(ground, id) : readIn(ground, place, id, at.item)
  })

const readIn = (ground: Ground, { section, page, question, under }: Place, id: string, item?: string): unknown => {
  if (!appliesIn(ground, section, page, item)) return undefined
  const values = typedIn(ground, keyOf(section, page, item))
  const revealed = under === undefined || picks(answerOf(values, under.id, under.question, ground.today), under.option)
  return revealed ? answerOf(values, id, question, ground.today) : undefined
}

const appliesIn = (ground: Ground, section: Section, page?: Page, item?: string): boolean =>
  kept(ground.reached, `a/${section.id}/${page?.id ?? ''}/${item ?? ''}`, () => {
    if (section.when !== undefined && !holds(section.when, lookupIn(ground))) return false
    if (page?.when === undefined) return true
    const inList = section.is === 'many' && item !== undefined
    return holds(page.when, inList ? itemLookupIn(ground, section, item) : lookupIn(ground))
  })

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
export const questionsOn = (page: Page): readonly AskedOn[] => {
  const found = askedByPage.get(page) ?? askedOn(page)
  askedByPage.set(page, found)
  return found
}

const askedByPage = new WeakMap<Page, readonly AskedOn[]>()

const askedOn = (page: Page): readonly AskedOn[] =>
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
