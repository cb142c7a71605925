// The one pure function of a journey: which pages stand on a person's path, in order, and from it next, back, may-visit and completeness.
// Position is never stored.
import type { Day } from '#domain/day.ts'
import { kept } from '#domain/kept.ts'
import { holds } from '../condition.ts'
import { answerLinesOf } from '../fields/index.ts'
import type { Exit, Form, ManySection, Page, PageExtra, Section } from '../form.ts'
import { one, type Problem } from '../kind.ts'
import { type Answers, answersOf } from './answers.ts'
import { keyOf, keysOf } from './parted.ts'
import { listProblems, lookupAt, pageProblems } from './problems.ts'
import type { Saved } from './saved.ts'

export type Step = {
  readonly is: 'page'
  readonly key: string
  readonly section: Section
  readonly page: Page
  readonly item?: string
}
// The list page of an add-another section: "You have added 2 people". Its key is the section's id.
export type ListStep = { readonly is: 'list'; readonly key: string; readonly section: ManySection }
export type AnyStep = Step | ListStep

export type Journey = {
  readonly form: Form
  readonly answers: Answers
  // The sections that apply, in order.
  readonly sections: readonly Section[]
  readonly steps: (section: Section) => readonly AnyStep[]
  readonly itemSteps: (section: ManySection, item: string) => readonly Step[]
  readonly find: (key: string) => AnyStep | undefined
  readonly problems: (step: AnyStep) => readonly Problem[]
  readonly exitAt: (step: AnyStep) => Exit | undefined
  readonly done: (step: AnyStep) => boolean
  readonly sectionDone: (section: Section) => boolean
  readonly mayStart: (section: Section) => boolean
  readonly mayVisit: (step: AnyStep) => boolean
  readonly firstUndone: () => AnyStep | undefined
  readonly complete: () => boolean
}

export const journey = (form: Form, saved: Saved, today: Day): Journey => {
  const answers = answersOf(form, saved, today)
  const stepsOf = new Map<string, { readonly value: readonly AnyStep[] }>()
  const itemsOf = new Map<string, { readonly value: readonly Step[] }>()
  const doneOf = new Map<string, { readonly value: boolean }>()
  const sections = form.sections.filter((section) => answers.applies(section))
  const steps = (section: Section): readonly AnyStep[] => kept(stepsOf, section.id, () => stepsIn(answers, section))
  const problems = (step: AnyStep): readonly Problem[] =>
    step.is === 'list' ? listProblems(answers, step.section) : pageProblems(answers, step)
  const done = (step: AnyStep): boolean =>
    kept(doneOf, step.key, () => problems(step).length === 0 && mayPass(answers, step, exitFrom(answers, step)))
  return {
    form,
    answers,
    sections,
    steps,
    itemSteps: (section, item) => kept(itemsOf, `${section.id}/${item}`, () => itemStepsIn(answers, section, item)),
    find: (key) => findIn(sections, steps, key),
    problems,
    exitAt: (step) => exitFrom(answers, step),
    done,
    ...progress({ form, sections, steps, done }),
  }
}

type Walked = Pick<Journey, 'form' | 'sections' | 'steps' | 'done'>

// How far a person is, from the steps that are theirs and which of them are done.
export const progress = ({ form, sections, steps, done }: Walked) => {
  const sectionDone = (section: Section): boolean => steps(section).every(done)
  const mayStart = (section: Section): boolean =>
    before(form, sections, section).every((earlier) => steps(earlier).every(done))
  return {
    sectionDone,
    mayStart,
    mayVisit: (step: AnyStep) => mayStart(step.section) && earlierOf(steps(step.section), step).every(done),
    firstUndone: () => firstUndone(sections, steps, done),
    complete: () => sections.every(sectionDone),
  }
}

// Where "Continue" leads from a saved step: an exit's page, the next step of the section, or undefined at the section's end.
export const nextInSection = (walk: Journey, step: AnyStep): AnyStep | undefined => {
  const all = walk.steps(step.section)
  return all[all.findIndex((other) => other.key === step.key) + 1]
}

// The page on a person's path that has this machinery.
export const stepThat = (walk: Journey, does: PageExtra): Step | undefined =>
  walk.sections
    .flatMap(walk.steps)
    .filter((step) => step.is === 'page')
    .find(({ page }) => page.does === does)

// The page before this one on the path; undefined at the start of a section (task list) or form.
export const previousStep = (walk: Journey, step: AnyStep): AnyStep | undefined => {
  const all =
    walk.form.shape === 'straight' ? walk.sections.flatMap((section) => walk.steps(section)) : walk.steps(step.section)
  return all[all.findIndex((other) => other.key === step.key) - 1]
}

// The number that the next item of a list gets: never one that is in use, or whose answers are still kept.
export const nextItem = ({ items, pages }: Saved, section: ManySection): string => {
  const kept = Object.keys(pages).flatMap((key) =>
    key.startsWith(`${section.id}/`) ? [Number(key.split('/')[1])] : [],
  )
  return String(Math.max(0, ...(items[section.id] ?? []).map(Number), ...kept) + 1)
}

// What an item is called: the answers that name it, or "Person 2" until they are there.
export const itemName = (answers: Answers, section: ManySection, item: string): string => {
  const known = itemNames.get(answers) ?? new Map<string, { readonly value: string }>()
  itemNames.set(answers, known)
  return kept(known, `${section.id}/${item}`, () => nameOf(answers, section, item))
}

// The answers of one request do not change, and each of an item's entries is titled by its name.
const itemNames = new WeakMap<Answers, Map<string, { readonly value: string }>>()

const nameOf = (answers: Answers, section: ManySection, item: string): string => {
  const names = section.naming.flatMap((id) => shownAt(answers, section, item, id))
  if (names.length > 0) return names.join(' ')
  const noun = section.noun.charAt(0).toUpperCase() + section.noun.slice(1)
  return `${noun} ${answers.itemsOf(section.id).indexOf(item) + 1}`
}

// As it is shown to a person: "Outside walls", not the id of that choice.
const shownAt = (answers: Answers, section: ManySection, item: string, id: string): readonly string[] => {
  const page = section.pages.find((one) => Object.hasOwn(one.questions, id))
  if (page === undefined || !answers.applies(section, page, item)) return []
  const question = answers.asked(section, page, item).questions[id]
  if (question === undefined) return []
  const lines = answerLinesOf(answers.typed(keyOf(section, page, item)), id, question, answers.today)
  return lines.length === 0 ? [] : [lines.join(', ')]
}

const stepsIn = (answers: Answers, section: Section): readonly AnyStep[] => {
  if (section.is === 'pages') return pageSteps(answers, section)
  const items = answers.itemsOf(section.id).flatMap((item) => itemStepsIn(answers, section, item))
  return [...items, { is: 'list', key: section.id, section }]
}

const pageSteps = (answers: Answers, section: Section): readonly Step[] =>
  section.pages
    .filter((page) => answers.applies(section, page))
    .map((page) => ({ is: 'page', key: keyOf(section, page), section, page: answers.asked(section, page) }))

const itemStepsIn = (answers: Answers, section: ManySection, item: string): readonly Step[] =>
  section.pages
    .filter((page) => answers.applies(section, page, item))
    .map((page) => {
      const asked = answers.asked(section, page, item)
      return { is: 'page', key: keyOf(section, page, item), section, page: asked, item }
    })

const exitFrom = (answers: Answers, step: AnyStep): Exit | undefined => {
  if (step.is === 'list' || step.page.exits === undefined) return undefined
  return step.page.exits.find((exit) => holds(exit.when, lookupAt(answers, step)))
}

// An advising exit may be passed once the person has said that they want to continue anyway.
const mayPass = (answers: Answers, step: AnyStep, exit: Exit | undefined): boolean =>
  exit === undefined || (exit.advise === true && one(answers.typed(step.key), continueField(exit)) === 'yes')

export const continueField = (exit: Exit): string => `continue-${exit.id}`

const before = (form: Form, sections: readonly Section[], section: Section): readonly Section[] => {
  if (form.shape === 'straight')
    return sections.slice(
      0,
      sections.findIndex((other) => other.id === section.id),
    )
  return sections.filter((other) => section.after?.includes(other.id) ?? false)
}

// Within a list, an item's pages follow each other; a different item does not stand in the way.
const earlierOf = (all: readonly AnyStep[], step: AnyStep): readonly AnyStep[] => {
  const upTo = all.slice(
    0,
    all.findIndex((other) => other.key === step.key),
  )
  if (step.is === 'list') return []
  return upTo.filter((other) => other.is === 'page' && other.item === step.item)
}

// A page has the keys of those that stand on it too.
export const stepKeys = (step: AnyStep): readonly string[] => (step.is === 'list' ? [step.key] : keysOf(step))

// The steps that ask what is kept under these keys, each once: several may stand on one page.
export const stepsAt = (walk: Journey, keys: readonly string[]): readonly AnyStep[] => {
  const steps = keys.flatMap((key) => walk.find(key) ?? [])
  return steps.filter(({ key }, at) => steps.findIndex((other) => other.key === key) === at)
}

export const findIn = (
  sections: readonly Section[],
  steps: (section: Section) => readonly AnyStep[],
  key: string,
): AnyStep | undefined => {
  const id = key.split('/', 1)[0]
  const section = sections.find((one) => one.id === id)
  const found = section === undefined ? undefined : steps(section).find((step) => step.key === key)
  return found ?? sections.flatMap(steps).find((step) => stepKeys(step).includes(key))
}

const firstUndone = (
  sections: readonly Section[],
  steps: (section: Section) => readonly AnyStep[],
  done: (step: AnyStep) => boolean,
): AnyStep | undefined => {
  for (const section of sections) {
    const undone = steps(section).find((step) => !done(step))
    if (undone !== undefined) return undone
  }
  return undefined
}
