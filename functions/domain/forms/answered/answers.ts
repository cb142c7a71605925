// What has been answered, seen through the form: an answer counts only while its page is reached, so stale answers
// stay in the draft, come back when their page does, and are never read by a condition, a rule or a record.
import type { Day } from '#domain/day.ts'
import { kept } from '#domain/kept.ts'
import { holds, type Lookup } from '../condition.ts'
import { answerOf } from '../fields/index.ts'
import type { Form, ManySection, Page, Section } from '../form.ts'
import type { Typed } from '../kind.ts'
import type { Options, Question } from '../question.ts'
import { pageAskedOf, partWith } from '../together.ts'
import { readerOf } from './pages.ts'
import { keyOf, typedTogether } from './parted.ts'
import type { Saved } from './saved.ts'

export type Answers = Lookup & {
  readonly form: Form
  readonly saved: Saved
  readonly typed: (key: string) => Typed
  readonly itemsOf: (section: string) => readonly string[]
  readonly itemLookup: (section: ManySection, item: string) => Lookup
  readonly applies: (section: Section, page?: Page, item?: string) => boolean
  // A page that applies, with those of its parts that do.
  readonly asked: (section: Section, page: Page, item?: string) => Page
}

export const answersOf = (form: Form, saved: Saved, today: Day): Answers => {
  const ground = groundOf(form, saved, today)
  return {
    ...ground.outside.lookup,
    form,
    saved,
    typed: typedTogether(form, ground.typed),
    itemsOf: (section) => itemsIn(ground, section),
    itemLookup: (section, item) => itemIn(ground, section, item).lookup,
    applies: (section, page, item) => appliesIn(ground, section, page, item),
    asked: (section, page, item) => pageAskedOf(page, (part) => appliesIn(ground, section, part, item)),
  }
}

type Kept<Key, T> = Map<Key, { readonly value: T }>

// What reading stands on, and what was worked out of it, for the length of one request. What was worked out is found
// by the section or page itself: an application asks some thousand times.
type Ground = Pick<Answers, 'form' | 'saved' | 'today' | 'typed'> & {
  readonly places: ReadonlyMap<string, Place>
  readonly sections: Kept<Section, boolean>
  readonly items: Map<Section, Map<string, Within>>
  readonly outside: Within
}

// Of an item of a list, or of all that stands in none.
type Within = {
  readonly lookup: Lookup
  readonly known: Kept<string, unknown>
  readonly pages: Kept<Page, boolean>
}

const groundOf = (form: Form, saved: Saved, today: Day): Ground => {
  const lookup: Lookup = { answer: (id) => answerIn(ground, id), items: (id) => lookupsIn(ground, id), today }
  const ground: Ground = {
    ...{ form, saved, today, places: placesIn(form), typed: readerOf(saved.pages) },
    ...{ sections: new Map(), items: new Map(), outside: { lookup, known: new Map(), pages: new Map() } },
  }
  return ground
}

const lookupsIn = (ground: Ground, id: string): readonly Lookup[] => {
  const section = ground.form.sections.find((one) => one.id === id)
  if (section?.is !== 'many' || !appliesIn(ground, section)) return []
  return itemsIn(ground, id).map((item) => itemIn(ground, section, item).lookup)
}

const itemIn = (ground: Ground, section: ManySection, item: string): Within => {
  const items = ground.items.get(section) ?? new Map<string, Within>()
  ground.items.set(section, items)
  const found = items.get(item)
  if (found !== undefined) return found
  const outside = ground.outside.lookup
  const answer = (id: string): unknown => itemAnswerIn(ground, { section, item }, id)
  const made: Within = { lookup: { ...outside, answer, outside }, known: new Map(), pages: new Map() }
  items.set(item, made)
  return made
}

const itemsIn = ({ saved }: Ground, section: string): readonly string[] =>
  Object.hasOwn(saved.items, section) ? (saved.items[section] ?? []) : []

const answerIn = (ground: Ground, id: string): unknown =>
  kept(ground.outside.known, id, () => {
    const place = ground.places.get(id)
    return place === undefined ? undefined : readIn(ground, place, id)
  })

type AtItem = { readonly section: ManySection; readonly item: string }

// A question that the list does not ask is looked for outside it.
const itemAnswerIn = (ground: Ground, { section, item }: AtItem, id: string): unknown =>
  kept(itemIn(ground, section, item).known, id, () => {
    const place = ground.places.get(`${section.id}/${id}`)
    return place === undefined ? answerIn(ground, id) : readIn(ground, place, id, item)
  })

const readIn = (
  ground: Ground,
  { section, page, part, question, under }: Place,
  id: string,
  item?: string,
): unknown => {
  if (!appliesIn(ground, section, page, item)) return undefined
  if (part !== undefined && !appliesIn(ground, section, part, item)) return undefined
  const values = ground.typed(keyOf(section, part ?? page, item))
  const revealed = under === undefined || picks(answerOf(values, under.id, under.question, ground.today), under.option)
  return revealed ? answerOf(values, id, question, ground.today) : undefined
}

const appliesIn = (ground: Ground, section: Section, page?: Page, item?: string): boolean => {
  const { outside, sections } = ground
  if (section.when !== undefined && !kept(sections, section, () => met(section, outside.lookup))) return false
  if (page?.when === undefined) return true
  const within = section.is === 'many' && item !== undefined ? itemIn(ground, section, item) : outside
  return kept(within.pages, page, () => met(page, within.lookup))
}

const met = ({ when }: Pick<Section | Page, 'when'>, lookup: Lookup): boolean =>
  when === undefined || holds(when, lookup)

type Place = {
  readonly section: Section
  readonly page: Page
  readonly question: Question
  readonly part?: Page
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
  // Of a page that several stand on together, the one that asks it.
  readonly part?: Page
  readonly under?: { readonly id: string; readonly question: Question; readonly option: string }
}

// Every question of a page, those revealed by a choice included.
export const questionsOn = (page: Page): readonly AskedOn[] => askedOn(page).all

// Those that are asked whatever is chosen.
export const askedFirst = (page: Page): readonly AskedOn[] => askedOn(page).first

type Asked = { readonly first: readonly AskedOn[]; readonly all: readonly AskedOn[] }

const askedOn = (page: Page): Asked => {
  const found = askedByPage.get(page) ?? askedIn(page)
  askedByPage.set(page, found)
  return found
}

const askedByPage = new WeakMap<Page, Asked>()

const askedIn = (page: Page): Asked => {
  const first = Object.entries(page.questions).map(([id, question]): AskedOn => {
    const part = partWith(page, id)
    return part === undefined ? { id, question } : { id, question, part }
  })
  return { first, all: first.flatMap((asked) => [asked, ...revealedUnder(asked)]) }
}

const revealedUnder = ({ id, question, part }: AskedOn): readonly AskedOn[] =>
  Object.entries(revealsOf(question)).flatMap(([option, reveals]) =>
    Object.entries(reveals).map(([inner, revealed]) => ({
      id: inner,
      question: revealed,
      ...(part === undefined ? {} : { part }),
      under: { id, question, option },
    })),
  )

const revealsOf = (question: Question): Readonly<Record<string, Readonly<Record<string, Question>>>> => {
  if (question.kind === 'yes-no') return { yes: question.reveals?.yes ?? {}, no: question.reveals?.no ?? {} }
  if (question.kind === 'choice' || question.kind === 'choices') return optionReveals(question.options)
  return {}
}

const optionReveals = (options: Options): Readonly<Record<string, Readonly<Record<string, Question>>>> =>
  Object.fromEntries(Object.entries(options).map(([id, option]) => [id, option.reveals ?? {}]))

const picks = (answer: unknown, option: string): boolean =>
  Array.isArray(answer) ? answer.includes(option) : answer === option
