// Several pages of questions on one: related questions stand together, each under its own condition
// (Design System, "Question pages"). A part that does not apply is not on the page; one that is left
// alone is the page.
import { any, type Condition } from './condition.ts'
import type { Page } from './form.ts'
import type { Options, Question, Reveals } from './question.ts'

// `title` names the page where more than one part applies. What a part's condition reads must be
// asked on an earlier page.
export const together = (
  id: string,
  title: string,
  given: readonly Page[],
  more: Pick<Page, 'guidance'> = {},
): Page => {
  const parts = given.map(asPart)
  const conditions = parts.flatMap(({ when }) => when ?? [])
  const when = conditions.length === parts.length ? { when: any(...conditions) } : {}
  return { ...joined({ id, title, ...more, parts }), ...when }
}

// The page as it is asked of one person.
export const pageAskedOf = (page: Page, holds: (part: Page) => boolean): Page => {
  if (page.parts === undefined) return page
  const parts = page.parts.filter(holds)
  if (parts.length === page.parts.length || parts.length === 0) return page
  const known = kept.get(page) ?? new Map<string, Page>()
  kept.set(page, known)
  const ids = parts.map(({ id }) => id).join()
  const found = known.get(ids) ?? shortened(page, parts)
  known.set(ids, found)
  return found
}

// The same page object each time: what is worked out of a page is kept by it.
const kept = new WeakMap<Page, Map<string, Page>>()

const shortened = (page: Page, parts: readonly Page[]): Page => {
  const { id, title, guidance, theirs, when } = page
  const shared = { id, ...(theirs === undefined ? {} : { theirs }), ...(when === undefined ? {} : { when }) }
  const [only, second] = parts
  // Its answers are still kept under its own key.
  if (only !== undefined && second === undefined) return { ...only, ...shared, ...sealed(page), parts }
  return { ...joined({ title, parts, ...(guidance === undefined ? {} : { guidance }), ...shared }), ...sealed(page) }
}

type Given = Pick<Page, 'id' | 'title' | 'guidance' | 'theirs' | 'when'> & { readonly parts: readonly Page[] }

const joined = (given: Given): Page => {
  const { parts } = given
  const [details, does] = [parts.find((part) => part.details)?.details, parts.find((part) => part.does)?.does]
  const [agrees, exits] = [parts.flatMap((part) => part.agrees ?? []), parts.flatMap((part) => part.exits ?? [])]
  return {
    ...given,
    questions: Object.assign({}, ...parts.map(({ questions }) => questions)),
    ...(details === undefined ? {} : { details }),
    ...(does === undefined ? {} : { does }),
    ...(agrees.length === 0 ? {} : { agrees }),
    ...(exits.length === 0 ? {} : { exits }),
    ...(parts.some(({ exit }) => exit) ? { exit: true } : {}),
    ...(parts.some((part) => part.sealed || part.sensitive) ? { sealed: true } : {}),
  }
}

// Sealed as a whole, whichever of its parts apply.
const sealed = (page: Page): Pick<Page, 'sealed'> => (page.sealed === true ? { sealed: true } : {})

// A question alone on its page is called by the page's title; what is sensitive of a part stays so.
const asPart = (part: Page): Page => ({
  ...part,
  questions: eachQuestion(part.questions, (question) => {
    const alone = Object.keys(part.questions).length === 1
    const named = alone && question.label === undefined ? { ...question, label: part.title } : question
    return part.sensitive === true ? withheld(named) : named
  }),
})

const withheld = (question: Question): Question => {
  if (question.kind === 'choice') return { ...question, sensitive: true, options: withheldOptions(question.options) }
  if (question.kind === 'choices') return { ...question, sensitive: true, options: withheldOptions(question.options) }
  if (question.kind !== 'yes-no' || question.reveals === undefined) return { ...question, sensitive: true }
  const { yes, no } = question.reveals
  const reveals = {
    ...(yes === undefined ? {} : { yes: eachQuestion(yes, withheld) }),
    ...(no === undefined ? {} : { no: eachQuestion(no, withheld) }),
  }
  return { ...question, sensitive: true, reveals }
}

const withheldOptions = (options: Options): Options =>
  Object.fromEntries(
    Object.entries(options).map(([id, option]) => [
      id,
      option.reveals === undefined ? option : { ...option, reveals: eachQuestion(option.reveals, withheld) },
    ]),
  )

const eachQuestion = (questions: Reveals, change: (question: Question) => Question): Reveals =>
  Object.fromEntries(Object.entries(questions).map(([id, question]) => [id, change(question)]))

// The condition under which this question is on its page.
export const partWith = (page: Page, question: string): Page | undefined =>
  page.parts?.find(({ questions }) => Object.hasOwn(questions, question))

export const partConditions = (page: Page): readonly Condition[] => (page.parts ?? []).flatMap(({ when }) => when ?? [])
