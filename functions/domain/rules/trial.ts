// Rules tried on paper: any answers, any day. A trial names the questions that its rules read; the form gives their words and kinds,
// and every field may be left blank.
import type { Day } from '../day.ts'
import { type Answers, questionsOn } from '../forms/answered/answers.ts'
import { keyOf } from '../forms/answered/parted.ts'
import type { Lookup } from '../forms/condition.ts'
import { answerOf, fieldsOf, problemsOf } from '../forms/fields/index.ts'
import type { Form, Page, Section } from '../forms/form.ts'
import type { Problem, Typed } from '../forms/kind.ts'
import type { Options, Question } from '../forms/question.ts'
import type { Assessment, Read } from './assessment.ts'

export type Trial = {
  // In addresses.
  readonly id: string
  readonly title: string
  readonly reads: readonly Read[]
  // What the rules read that no form asks: dates and decisions of the council's own.
  readonly asks?: Readonly<Record<string, Question>>
  readonly run: (answers: Lookup, today: Day) => Assessment
}

export type TrialField = { readonly id: string; readonly question: Question }
// The fields of one list item, or those that stand alone.
export type TrialGroup = { readonly title: string; readonly fields: readonly TrialField[] }

// A form has more questions than one page can hold: each stands alone, without what it would reveal.
export const trialGroups = (form: Form, trial: Trial, typed: Typed): readonly TrialGroup[] => {
  const own = Object.entries(trial.asks ?? {}).map(([id, question]) => ({ id, question: bare(question) }))
  const alone = trial.reads
    .filter((read) => read.section === undefined)
    .flatMap((read) => fieldOf(form, read, read.question))
  const lists = [...new Set(trial.reads.flatMap((read) => read.section ?? []))]
  return [
    { title: '', fields: [...own, ...alone] },
    ...lists.flatMap((section) =>
      itemNumbers(form, trial, section, typed).map((item) => ({
        title: `${nounOf(form, section)} ${item}`,
        fields: trial.reads
          .filter((read) => read.section === section)
          .flatMap((read) => fieldOf(form, read, idIn(section, item, read.question))),
      })),
    ),
  ]
}

export const trialLookup = (form: Form, trial: Trial, typed: Typed, today: Day): Lookup => {
  const read = (id: string, asked: Read): unknown => {
    const question = trial.asks?.[asked.question] ?? questionOf(form, asked)
    return question === undefined ? undefined : answerOf(typed, id, bare(question), today)
  }
  const outside: Lookup = {
    answer: (question) => read(question, { question }),
    items: (section) =>
      givenItems(form, trial, section, typed).map((item) => ({
        ...outside,
        answer: (question) => read(idIn(section, item, question), { question, section }),
        outside,
      })),
    today,
  }
  return outside
}

// What a case or a draft answers of the trial's questions, as if it had been typed there. Answers that do not count are left out.
export const trialTyped = (form: Form, trial: Trial, answers: Answers): Typed =>
  Object.fromEntries(
    trial.reads.flatMap((read) => {
      const place = placeOf(form, read)
      if (place === undefined) return []
      const { section, page, question } = place
      if (section.is === 'pages')
        return answers.answer(read.question) === undefined
          ? []
          : copied(answers.typed(keyOf(section, page)), read.question, question, read.question)
      const lookups = answers.items(section.id)
      return answers
        .itemsOf(section.id)
        .flatMap((item, at) =>
          lookups[at]?.answer(read.question) === undefined
            ? []
            : copied(
                answers.typed(keyOf(section, page, item)),
                read.question,
                question,
                idIn(section.id, at + 1, read.question),
              ),
        )
    }),
  )

// What is wrong with what was typed. A field left blank is never wrong.
export const trialProblems = (groups: readonly TrialGroup[], typed: Typed, today: Day): readonly Problem[] =>
  groups
    .flatMap((group) => group.fields)
    .filter(({ id, question }) => isGiven(typed, id, question))
    .flatMap(({ id, question }) => problemsOf(typed, id, question, today))

const isGiven = (typed: Typed, id: string, question: Question): boolean =>
  fieldsOf(id, question).some((field) => (typed[field] ?? []).some((value) => value !== ''))

const copied = (
  typed: Typed,
  from: string,
  question: Question,
  to: string,
): readonly (readonly [string, readonly string[]])[] =>
  fieldsOf(from, bare(question)).flatMap((field) => {
    const values = typed[field]
    return values === undefined ? [] : [[to + field.slice(from.length), values] as const]
  })

const idIn = (section: string, item: number, question: string): string => `${section}-${item}-${question}`

const mostItems = 15

// Those that have an answer, and one more to fill in.
const itemNumbers = (form: Form, trial: Trial, section: string, typed: Typed): readonly number[] => {
  const last = givenItems(form, trial, section, typed).at(-1) ?? 0
  return Array.from({ length: Math.min(last + 1, mostItems) }, (_, at) => at + 1)
}

const givenItems = (form: Form, trial: Trial, section: string, typed: Typed): readonly number[] =>
  Array.from({ length: mostItems }, (_, at) => at + 1).filter((item) =>
    trial.reads
      .filter((read) => read.section === section)
      .flatMap((read) => fieldOf(form, read, idIn(section, item, read.question)))
      .some(({ id, question }) => isGiven(typed, id, question)),
  )

const fieldOf = (form: Form, read: Read, id: string): readonly TrialField[] => {
  const question = questionOf(form, read)
  return question === undefined ? [] : [{ id, question: bare(question) }]
}

const questionOf = (form: Form, read: Read): Question | undefined => placeOf(form, read)?.question

type Place = { readonly section: Section; readonly page: Page; readonly question: Question }

const placesByForm = new WeakMap<Form, ReadonlyMap<string, Place>>()

const placeOf = (form: Form, { question, section }: Read): Place | undefined => {
  const places = placesByForm.get(form) ?? placesIn(form)
  placesByForm.set(form, places)
  return places.get(`${section ?? ''}/${question}`)
}

const placesIn = (form: Form): ReadonlyMap<string, Place> =>
  new Map(
    form.sections.flatMap((section) =>
      section.pages.flatMap((page) =>
        questionsOn(page).map(({ id, question }): [string, Place] => [
          `${section.is === 'many' ? section.id : ''}/${id}`,
          { section, page, question: { ...question, label: question.label ?? page.title } },
        ]),
      ),
    ),
  )

const nounOf = (form: Form, section: string): string => {
  const found = form.sections.find((one) => one.id === section)
  const noun = found?.is === 'many' ? found.noun : section
  return noun.charAt(0).toUpperCase() + noun.slice(1)
}

// Without what its choices would reveal: those questions stand beside it. Nothing has to be answered, so nothing is called optional.
const bare = (question: Question): Question => {
  const { optional: _, ...asked } = question
  switch (asked.kind) {
    case 'yes-no':
      return { kind: 'yes-no', missing: asked.missing, label: asked.label ?? '' }
    case 'choice':
      return { ...asked, options: plainOptions(asked.options) }
    case 'choices':
      return { ...asked, options: plainOptions(asked.options) }
    default:
      return asked
  }
}

const plainOptions = (options: Options): Options =>
  Object.fromEntries(
    Object.entries(options).map(([id, { label, none }]) => [id, none === undefined ? { label } : { label, none }]),
  )
