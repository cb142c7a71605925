// A room, and equipment or a vehicle: where it is, what it is for, and how long it takes to set up and to put right again.
import { choice, choices, count, text, yesNo } from '#domain/forms/ask.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import { no, ok } from '#domain/result.ts'
import type { Element } from '#domain/slots/elements.ts'
import { poolsIn, type ResourceKind, resourceKinds, type SetUp } from '#domain/slots/resource.ts'
import type { Timetable } from '#domain/slots/timetable.ts'
import type { ElementAsked, ElementForm } from './element-form.ts'

type Of<K extends Element['kind']> = Extract<Element, { readonly kind: K }>

const features = { 'step-free': 'Step-free', 'hearing-loop': 'Hearing loop', quiet: 'Quiet' } as const

export const roomForm = (asked: ElementAsked, element: Of<'room'> | undefined): ElementForm => ({
  title: element?.is ? titleOf(asked, element.is.name ?? element.id, element.is.place) : 'Add a room',
  words: [],
  needs: {
    name: text('Name', { for: 'officer', hint: 'Like Room 3' }),
    place: placeQuestion(asked.timetable),
    features: choices('', features, { label: 'What does it have?', optional: true, for: 'officer' }),
    ...setUpQuestions,
    ...stillUsed(element),
  },
  typed: {
    ...{ name: [element?.is?.name ?? element?.id ?? ''], place: [element?.is?.place ?? ''] },
    ...{ features: element?.is?.features ?? [], works: ['yes'] },
    ...setUpTyped(element?.is ?? {}),
  },
  read: (typed) => {
    const id = element?.id ?? asked.newId
    if (one(typed, 'works') === 'no') return ok({ kind: 'room', id, is: null })
    const problems = setUpProblems(typed)
    if (problems.length > 0) return no(problems)
    const is = { name: one(typed, 'name'), place: one(typed, 'place'), features: typed.features ?? [] }
    return ok({ kind: 'room', id, is: { ...is, ...setUpIn(typed) } })
  },
})

export const resourceForm = (asked: ElementAsked, element: Of<'resource'> | undefined): ElementForm => ({
  title: element?.is ? titleOf(asked, element.is.name, element.is.place) : 'Add equipment or a vehicle',
  words: [],
  needs: {
    name: text('Name', { for: 'officer', hint: 'Like Tablet 2' }),
    kind: choice('Select what it is', resourceKinds, { label: 'What is it?', for: 'officer' }),
    pool: text('One of', { for: 'officer', hint: poolHint(asked.timetable), width: 20 }),
    place: placeQuestion(asked.timetable),
    ...setUpQuestions,
    ...stillUsed(element),
  },
  typed: {
    ...{ name: [element?.is?.name ?? ''], kind: [element?.is?.kind ?? ''], pool: [element?.is?.pool ?? ''] },
    ...{ place: [element?.is?.place ?? ''], works: ['yes'], ...setUpTyped(element?.is ?? {}) },
  },
  read: (typed) => {
    const id = element?.id ?? asked.newId
    if (one(typed, 'works') === 'no') return ok({ kind: 'resource', id, is: null })
    const problems = setUpProblems(typed)
    if (problems.length > 0) return no(problems)
    const is = { name: one(typed, 'name'), kind: kindIn(typed), pool: poolIn(typed), place: one(typed, 'place') }
    return ok({ kind: 'resource', id, is: { ...is, ...setUpIn(typed) } })
  },
})

const titleOf = ({ timetable }: ElementAsked, name: string, place: string): string =>
  `${name}, ${timetable.places[place]?.name ?? place}`

const placeQuestion = ({ places }: Timetable): Question => {
  const withRooms = Object.entries(places).filter(([, { needsRoom }]) => needsRoom)
  return choice('Select where it is', Object.fromEntries(withRooms.map(([id, { name }]) => [id, name])), {
    label: 'Where is it?',
    for: 'officer',
  })
}

const poolHint = ({ resources = [] }: Timetable): string => {
  const pools = poolsIn(resources)
  return pools.length === 0 ? 'Like tablet' : `What kinds of appointment ask for, like ${pools.join(' or ')}`
}

const setUpQuestions: Readonly<Record<string, Question>> = {
  before: count('Minutes to set it up', { least: 0, most: 60, for: 'officer' }),
  after: count('Minutes to put it right afterwards', { least: 0, most: 60, for: 'officer' }),
}

const stillUsed = (element: Element | undefined): Readonly<Record<string, Question>> =>
  element === undefined
    ? {}
    : { works: yesNo('Select if it is still used', { label: 'Is it still used?', for: 'officer' }) }

const setUpTyped = ({ before = 0, after = 0 }: SetUp): Typed => ({ before: [String(before)], after: [String(after)] })

const setUpProblems = (typed: Typed): readonly Problem[] =>
  (['before', 'after'] as const)
    .filter((field) => Number(one(typed, field)) % 5 > 0)
    .map((field) => ({ field, words: 'Minutes must be a multiple of 5, like 5, 10 or 15' }))

const setUpIn = (typed: Typed): SetUp => {
  const [before, after] = [Number(one(typed, 'before')), Number(one(typed, 'after'))]
  return before + after === 0 ? {} : { before, after }
}

const kindIn = (typed: Typed): ResourceKind =>
  one(typed, 'kind') === 'vehicle' ? 'vehicle' : one(typed, 'kind') === 'interpreter' ? 'interpreter' : 'equipment'

// "Tablet " and "tablet" are one pool.
const poolIn = (typed: Typed): string => one(typed, 'pool').trim().toLowerCase()
