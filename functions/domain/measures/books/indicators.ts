// The register of indicators: what is measured, whose it is, its target and how that was set
// (docs/rules/measures.md, "Indicators and targets").
import type { Day } from '#domain/day.ts'
import { choice, date, longText, text } from '#domain/forms/ask.ts'
import { answerOf } from '#domain/forms/fields/index.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import { type Direction, type NumberProblem, type Target, targetFrom } from '../figures/targets.ts'
import type { Book, BookEntry, Questions } from './book.ts'

export const measured = [
  'completion',
  'satisfaction',
  'take-up',
  'automated',
  'in-time',
  'complete',
  'texts',
  'cost',
  'typed-percent',
  'typed-number',
] as const
export type MeasuredName = (typeof measured)[number]

export type Unit = 'percent' | 'pounds' | 'number'

export type Indicator = Target & {
  readonly code: string
  readonly title: string
  readonly measure: MeasuredName
  readonly service: string
  readonly owner: string
  readonly strand: string
  readonly baseline?: number
  // The first day on which this target counts.
  readonly from: Day
  readonly howSet: string
  readonly benchmark: string
}

export const measureWords: Readonly<Record<MeasuredName, string>> = {
  completion: 'People who finish',
  satisfaction: 'People who are satisfied',
  'take-up': 'Done online',
  automated: 'Done without staff',
  'in-time': 'Decided in time',
  complete: 'Sent with all documents',
  texts: 'Texts that arrive',
  cost: 'Cost of one',
  'typed-percent': 'A percentage that we type in each month',
  'typed-number': 'A number that we type in each month',
}

export const unitOf = (measure: MeasuredName): Unit => {
  if (measure === 'cost') return 'pounds'
  return measure === 'typed-number' ? 'number' : 'percent'
}

export const isTyped = (measure: MeasuredName): boolean => measure.startsWith('typed-')

type ServiceOf = { readonly id: string; readonly name: string }

export const indicatorBook = (services: readonly ServiceOf[]): Book => ({
  id: 'indicators',
  questions: questionsOf(services),
  checks: (typed, { id, entries }) => [
    ...tooLong(typed),
    ...numberProblems(typed),
    ...(entries.length > 0 || /^[a-z][a-z0-9-]{1,29}$/.test(id) ? [] : [codeWords]),
  ],
})

const codeWords: Problem = {
  field: 'title',
  words: 'Name must have a word in it, like “Decided in time”',
}

const questionsOf = (services: readonly ServiceOf[]): Questions => ({
  title: text('Name', { most: 80, hint: 'Up to 10 words' }),
  measure: choice('Select what it measures', measureWords, { label: 'What does it measure?' }),
  service: choice('Select the service', Object.fromEntries(services.map(({ id, name }) => [id, name])), {
    label: 'Which service is it about?',
  }),
  owner: text('Owner', { most: 80, hint: 'A post, such as “Head of housing”. Do not name anybody.' }),
  strand: text('Part of the council’s plan', { most: 80, optional: true }),
  direction: choice(
    'Select which way is better',
    { up: 'More is better', down: 'Less is better', range: 'As close to the target as possible' },
    { label: 'Which way is better?' },
  ),
  target: text('Target', { most: 20, width: 5, hint: 'A number, such as 85' }),
  tolerance: text('Tolerance', { most: 20, width: 5, hint: 'How far off it may be before it is off target' }),
  from: date('First day of this target'),
  baseline: text('Where it started', { most: 20, width: 5, optional: true, hint: 'The figure before you began' }),
  howSet: longText('How was the target set?', { most: 500, missing: 'Enter how the target was set' }),
  benchmark: text('What others reach, and the source', { most: 200, optional: true }),
})

const tooLong = (typed: Typed): readonly Problem[] =>
  one(typed, 'title').split(/\s+/).length > 10 ? [{ field: 'title', words: 'Name must be 10 words or fewer' }] : []

const numberProblems = (typed: Typed): readonly Problem[] => {
  const unit = unitIn(typed)
  return (['target', 'tolerance', 'baseline'] as const).flatMap((field) => {
    if (field === 'baseline' && one(typed, field) === '') return []
    const read = targetFrom(one(typed, field).replace(/^£/, ''), unit === 'percent' ? 'percent' : 'number')
    return read.ok ? [] : [{ field, words: `${nouns[field]} ${numberProblemWords[read.error]}` }]
  })
}

const nouns = { target: 'Target', tolerance: 'Tolerance', baseline: 'Where it started' } as const

export const numberProblemWords: Readonly<Record<NumberProblem, string>> = {
  'not a number': 'must be a number, like 85',
  'over 100': 'must be 100 or less',
  'below nought': 'must be 0 or more',
  'not whole': 'must be a whole number, like 85',
}

const unitIn = (typed: Typed): Unit => unitOf(measured.find((known) => known === one(typed, 'measure')) ?? 'completion')

// The code of a new indicator: its name in an address.
export const codeFrom = (title: string): string =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '')
    .slice(0, 30)
    .replace(/-+$/, '')

// Kept only where it stood, so each reads.
export const indicatorOf = ({ id, typed }: BookEntry): Indicator => {
  const number = (name: string): number => {
    const read = targetFrom(one(typed, name).replace(/^£/, ''), 'number')
    return read.ok ? read.value : 0
  }
  const from = answerOf(typed, 'from', date('First day of this target'), '2000-01-01')
  return {
    ...{ code: id, title: one(typed, 'title'), service: one(typed, 'service'), owner: one(typed, 'owner') },
    measure: measured.find((known) => known === one(typed, 'measure')) ?? 'completion',
    ...{ strand: one(typed, 'strand'), howSet: one(typed, 'howSet'), benchmark: one(typed, 'benchmark') },
    ...{ direction: directionIn(typed), target: number('target'), tolerance: number('tolerance') },
    ...(one(typed, 'baseline') === '' ? {} : { baseline: number('baseline') }),
    from: typeof from === 'string' ? from : '',
  }
}

const directions: readonly Direction[] = ['up', 'down', 'range']
const directionIn = (typed: Typed): Direction => directions.find((known) => known === one(typed, 'direction')) ?? 'up'

// The version whose target counts on a day: of those that had begun, the newest. Undefined before the first.
export const targetOn = (versions: readonly BookEntry[], day: Day): Indicator | undefined =>
  versions
    .toSorted((a, b) => b.version - a.version)
    .map(indicatorOf)
    .find(({ from }) => from <= day)
