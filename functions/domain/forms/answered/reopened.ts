// A journey limited to what is asked for again: the named pages, and what a changed answer makes necessary. Conditions and names still read
// all answers, so the person walks the same form, only less of it, one page after another.
import type { Day } from '#domain/day.ts'
import { kept } from '#domain/kept.ts'
import type { Form, Section } from '../form.ts'
import { type Draft, type Reopens, savedIn } from './draft.ts'
import { type AnyStep, findIn, type Journey, journey, progress, stepKeys } from './journey.ts'

export const journeyIn = (form: Form, draft: Draft, today: Day): Journey => {
  const walk = journey(form, savedIn(draft), today)
  return draft.reopens === undefined ? walk : onlyAsked(walk, draft.reopens, new Set(Object.keys(draft.pages)))
}

// Whether a page key or section can be asked of this person: it stands on their path.
export const standsIn = (walk: Journey, key: string): boolean =>
  walk.sections.some(({ id }) => id === key) || walk.find(key) !== undefined

// Pages that are not done and not among `keys`.
export const leftOpen = (walk: Journey, keys: readonly string[]): readonly string[] =>
  walk.sections
    .flatMap((section) => walk.steps(section))
    .filter((step) => !isNamed(step, keys) && !walk.done(step))
    .map(({ key }) => key)

const onlyAsked = (walk: Journey, { keys, left, own }: Reopens, again: ReadonlySet<string>): Journey => {
  const isAgain = (step: AnyStep): boolean => stepKeys(step).some((key) => again.has(key))
  const asked = (step: AnyStep): boolean =>
    isNamed(step, keys) || isAgain(step) || !(walk.done(step) || stepKeys(step).some((key) => left.includes(key)))
  const stepsOf = new Map<string, { readonly value: readonly AnyStep[] }>()
  const steps = (section: Section): readonly AnyStep[] =>
    kept(stepsOf, section.id, () => walk.steps(section).filter(asked))
  const seen = own === undefined ? mustBeSeen : isListOf
  const done = (step: AnyStep): boolean => walk.done(step) && (isAgain(step) || !seen(step, keys))
  const form: Form = { ...walk.form, shape: 'straight' }
  const sections = walk.sections.filter((section) => steps(section).length > 0)
  return {
    ...walk,
    form,
    sections,
    steps,
    itemSteps: (section, item) => walk.itemSteps(section, item).filter(asked),
    find: (key) => findIn(sections, steps, key),
    done,
    ...progress({ form, sections, steps, done }),
  }
}

const isNamed = (step: AnyStep, keys: readonly string[]): boolean =>
  keys.includes(step.section.id) || stepKeys(step).some((key) => keys.includes(key))

// Whoever changes something unasked sees all that they said, and changes what they like; a list is where
// one of them is added.
const isListOf = (step: AnyStep, keys: readonly string[]): boolean => step.is === 'list' && keys.includes(step.key)

// Of a list that is asked for, the list itself must be answered again; its people or documents may be changed from there.
const mustBeSeen = (step: AnyStep, keys: readonly string[]): boolean =>
  stepKeys(step).some((key) => keys.includes(key)) || (step.section.is === 'pages' && keys.includes(step.section.id))
