// All kinds of answer, and what the rest of the product asks of any question, those revealed by a choice included.
import type { Day } from '../../day.ts'
import type { Kind, Pick, Problem, QuestionOf, Typed } from '../kind.ts'
import type { KindName, Question, Reveals } from '../question.ts'
import { address } from './address.ts'
import { boundary } from './boundary.ts'
import { choice } from './choice.ts'
import { choices } from './choices.ts'
import { count } from './count.ts'
import { date } from './date.ts'
import { declaration } from './declaration.ts'
import { email } from './email.ts'
import { files } from './files.ts'
import { longText } from './long-text.ts'
import { measure } from './measure.ts'
import { money } from './money.ts'
import { nationalInsurance } from './national-insurance.ts'
import { phone } from './phone.ts'
import { slotDay } from './slot-day.ts'
import { slotTime } from './slot-time.ts'
import { text } from './text.ts'
import { yesNo } from './yes-no.ts'

export const kinds: { readonly [K in KindName]: Kind<QuestionOf[K]> } = {
  text,
  'long-text': longText,
  count,
  money,
  measure,
  date,
  choice,
  choices,
  'yes-no': yesNo,
  address,
  phone,
  email,
  'national-insurance': nationalInsurance,
  files,
  declaration,
  'slot-day': slotDay,
  'slot-time': slotTime,
  boundary,
}

// The names of the controls that a question posts.
export const fieldsOf = (id: string, question: Question): readonly string[] => [
  ...own(question).fields(id, question),
  ...options(question).flatMap((option) =>
    Object.entries(option.reveals).flatMap(([inner, asked]) => fieldsOf(inner, asked)),
  ),
]

export const answerOf = (typed: Typed, id: string, question: Question, today: Day): unknown =>
  own(question).read(typed, { id, question, today })

export const problemsOf = (typed: Typed, id: string, question: Question, today: Day): readonly Problem[] => {
  const problems = own(question).check(typed, { id, question, today })
  const under = revealed(typed, id, question, today)
  if (under.length === 0) return problems
  return [...problems, ...under.flatMap(([inner, asked]) => problemsOf(typed, inner, asked, today))]
}

// The answer in lines, with what a choice revealed beneath it: "Email: name@example.com".
export const answerLinesOf = (typed: Typed, id: string, question: Question, today: Day): readonly string[] => {
  const lines = own(question).show(typed, { id, question, today })
  const under = revealed(typed, id, question, today)
  return under.length === 0
    ? lines
    : [...lines, ...under.flatMap(([inner, asked]) => linesUnder(typed, inner, asked, today))]
}

// biome-ignore lint/complexity/useMaxParams: as it is asked of any question
const linesUnder = (typed: Typed, id: string, question: Question, today: Day): readonly string[] => {
  const lines = answerLinesOf(typed, id, question, today)
  return lines.length === 0 ? [] : [`${question.label ?? 'Details'}: ${lines.join(', ')}`]
}

export const sampleOf = (pick: Pick, id: string, question: Question, today: Day): Typed => {
  const typed = own(question).sample(pick, { id, question, today })
  const inner = revealed(typed, id, question, today).map(([name, asked]) => sampleOf(pick, name, asked, today))
  return Object.fromEntries([typed, ...inner].flatMap((part) => Object.entries(part)))
}

// Only what the page asks for: a field that no question names is dropped.
export const keepFields = (posted: Typed, questions: Readonly<Record<string, Question>>): Typed =>
  Object.fromEntries(
    Object.entries(questions)
      .flatMap(([id, question]) => fieldsOf(id, question))
      .flatMap((name): [string, readonly string[]][] => {
        const values = Object.hasOwn(posted, name) ? posted[name] : undefined
        return values === undefined ? [] : [[name, values]]
      }),
  )

// A question and its kind agree by construction, as `kinds` is indexed by the question's own kind; the compiler cannot follow that
// through a union, so it is told here, once.
const widened = (kind: Kind<never>): Kind<Question> => ({
  fields: (id, question) => kind.fields(id, question as never),
  read: (typed, asked) => kind.read(typed, asked as never),
  check: (typed, asked) => kind.check(typed, asked as never),
  show: (typed, asked) => kind.show(typed, asked as never),
  sample: (pick, asked) => kind.sample(pick, asked as never),
})

const byName = new Map(Object.entries(kinds).map(([name, kind]) => [name, widened(kind)]))

const own = (question: Question): Kind<Question> => byName.get(question.kind) ?? widened(text)

type Option = { readonly id: string; readonly reveals: Reveals }

// The options of a question that reveal others.
const options = (question: Question): readonly Option[] => {
  const found = optionsByQuestion.get(question) ?? optionsOf(question)
  optionsByQuestion.set(question, found)
  return found
}

const optionsByQuestion = new WeakMap<Question, readonly Option[]>()

const optionsOf = (question: Question): readonly Option[] =>
  allOptionsOf(question).filter(({ reveals }) => Object.keys(reveals).length > 0)

const allOptionsOf = (question: Question): readonly Option[] => {
  if (question.kind === 'yes-no')
    return [
      { id: 'yes', reveals: question.reveals?.yes ?? {} },
      { id: 'no', reveals: question.reveals?.no ?? {} },
    ]
  if (question.kind !== 'choice' && question.kind !== 'choices') return []
  return Object.entries(question.options).map(([id, option]) => ({ id, reveals: option.reveals ?? {} }))
}

// Every question that may stand beneath a question's answer.
export const beneath = (question: Question): readonly Question[] =>
  options(question).flatMap(({ reveals }) => Object.values(reveals))

const nothing: readonly [string, Question][] = []

const revealed = (typed: Typed, id: string, question: Question, today: Day): readonly [string, Question][] => {
  const all = options(question)
  if (all.length === 0) return nothing
  const answer = answerOf(typed, id, question, today)
  return all
    .filter((option) => (Array.isArray(answer) ? answer.includes(option.id) : answer === option.id))
    .flatMap((option) => Object.entries(option.reveals))
}
