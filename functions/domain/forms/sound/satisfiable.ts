// Could anybody's answers meet these conditions? A search over what each answer can be: a question is answered only when its own page
// is reached, so what leads to that page is met too.
import type { Condition, Test } from '../condition.ts'
import type { ManySection, Section } from '../form.ts'
import { found, type QuestionPlace } from './places.ts'
import { narrowedValues, possibleValuesOf, type Values, years } from './values.ts'

// One item of a list that the conditions speak of.
export type SomeItem = { readonly section: ManySection; readonly number: number }

export type Goal = { readonly when: Condition; readonly holds: boolean; readonly item?: SomeItem | undefined }

export type FormGround = {
  readonly questions: ReadonlyMap<string, QuestionPlace>
  readonly sections: readonly Section[]
}

type State = {
  readonly values: ReadonlyMap<string, Values>
  // Of each question, by name and item: is it answered?
  readonly answered: ReadonlyMap<string, boolean>
  readonly items: readonly SomeItem[]
  // What holds of no item of a list, those still to come included.
  readonly never: readonly { readonly section: string; readonly when: Condition }[]
}

export const satisfiable = (ground: FormGround, goals: readonly Goal[], items: readonly SomeItem[] = []): boolean =>
  meets(ground, goals, { values: new Map(), answered: new Map(), items, never: [] })

const meets = (ground: FormGround, goals: readonly Goal[], state: State): boolean => {
  const [goal, ...rest] = goals
  if (goal === undefined) return true
  const { when, holds, item } = goal
  const parts = (of: readonly Condition[]): readonly Goal[] => of.map((part) => ({ when: part, holds, item }))
  switch (when.is) {
    case 'not':
      return meets(ground, [{ when: when.of, holds: !holds, item }, ...rest], state)
    case 'all':
    case 'any':
      return (when.is === 'all') === holds
        ? meets(ground, [...parts(when.of), ...rest], state)
        : parts(when.of).some((part) => meets(ground, [part, ...rest], state))
    case 'some':
      return holds ? meetsSome(ground, when, rest, state) : meetsNone(ground, when, rest, state)
    case 'answered':
    case 'aged':
    case 'apart':
      return meetsAnswer(ground, { when, holds, item }, rest, state)
  }
}

type Some = Extract<Condition, { is: 'some' }>
type Read = Extract<Condition, { question: string }>
type Answer = { readonly when: Read; readonly holds: boolean; readonly item?: SomeItem | undefined }

// One more item, of which it holds, and none of what holds of no item.
const meetsSome = (ground: FormGround, { section: id, of }: Some, rest: readonly Goal[], state: State): boolean => {
  const section = ground.sections.find((one) => one.id === id)
  if (section?.is !== 'many') return false
  const item = { section, number: state.items.length }
  const forbidden = state.never
    .filter((one) => one.section === id)
    .map(({ when }): Goal => ({ when, holds: false, item }))
  const applies: readonly Goal[] = section.when === undefined ? [] : [{ when: section.when, holds: true }]
  return meets(ground, [{ when: of, holds: true, item }, ...applies, ...forbidden, ...rest], {
    ...state,
    items: [...state.items, item],
  })
}

const meetsNone = (ground: FormGround, { section, of }: Some, rest: readonly Goal[], state: State): boolean =>
  meets(
    ground,
    [
      ...state.items
        .filter((item) => item.section.id === section)
        .map((item): Goal => ({ when: of, holds: false, item })),
      ...rest,
    ],
    { ...state, never: [...state.never, { section, when: of }] },
  )

const meetsAnswer = (
  ground: FormGround,
  { when, holds, item }: Answer,
  rest: readonly Goal[],
  state: State,
): boolean => {
  const place = found(ground.questions, when.question, item?.section)
  if (place === undefined) return !holds && meets(ground, rest, state)
  const own = place.section.is === 'many' ? item : undefined
  const key = own === undefined ? place.id : `${own.section.id}/${own.number}/${place.id}`
  const known = state.answered.get(key)
  const given = (): boolean => {
    if (known === false) return false
    const way = when.is === 'answered' ? key : `${key}#${when.is}`
    const before = state.values.get(way) ?? (when.is === 'answered' ? possibleValuesOf(place.question) : years)
    const reached = known === true ? [] : reaching(place, own)
    return narrowedValues(before, when.test, holds).some((values) =>
      meets(ground, [...reached, ...rest], {
        ...state,
        values: new Map(state.values).set(way, values),
        answered: new Map(state.answered).set(key, true),
      }),
    )
  }
  return given() || (!holds && known !== true && notGiven(ground, { place, own, key }, rest, state))
}

type Unread = { readonly place: QuestionPlace; readonly own: SomeItem | undefined; readonly key: string }

// Left empty where that is allowed, or on a page that is not reached.
const notGiven = (ground: FormGround, { place, own, key }: Unread, rest: readonly Goal[], state: State): boolean => {
  const without: State = { ...state, answered: new Map(state.answered).set(key, false) }
  if (state.answered.get(key) === false || place.question.optional === true) return meets(ground, rest, without)
  return reaching(place, own).some((goal) => meets(ground, [{ ...goal, holds: false }, ...rest], without))
}

// What must hold for a question to be asked.
export const reaching = (
  { section, page, part, under }: Pick<QuestionPlace, 'section' | 'page' | 'part' | 'under'>,
  item?: SomeItem,
) => {
  const picked: Test | undefined =
    under === undefined
      ? undefined
      : under.question.kind === 'choices'
        ? { test: 'includes', value: under.option }
        : { test: 'equals', value: under.option }
  return [
    ...(section.when === undefined ? [] : [{ when: section.when, holds: true }]),
    // A page that several stand on is reached where one of them is.
    ...[(part ?? page).when ?? []].flat().map((when) => ({ when, holds: true, item })),
    ...(under === undefined || picked === undefined
      ? []
      : [{ when: { is: 'answered', question: under.id, test: picked } satisfies Condition, holds: true, item }]),
  ]
}
