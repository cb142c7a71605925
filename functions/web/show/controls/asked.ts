// A question as it is asked on one page, and the parts of macro options that all kinds share: heading, hint, error, "(optional)".
import type { Problem } from '#domain/forms/kind.ts'
import { named } from '#domain/forms/named.ts'
import type { Question } from '#domain/forms/question.ts'
import type { Variables } from '#web/template-runtime.ts'
import type { Entered } from './entered.ts'
import type { Extra } from './extra.ts'

export type Asked<Q = Question> = {
  readonly id: string
  readonly question: Q
  readonly entered: Entered
  // All of the page's problems.
  readonly problems: readonly Problem[]
  readonly naming: Naming
  // What the page has beside its questions: addresses found, times left, files.
  readonly extra: Extra
  // Whoever types is not the person whom the page asks about.
  readonly theirs?: boolean
  // What the query of the page's own address says.
  readonly keep: string
}

// What the question is called: by the page's own heading, or by words of its own.
export type Naming = { readonly words: string; readonly is: 'heading' | 'visible' | 'hidden' }

export type Shown = { readonly view: string; readonly options: Variables }

export const say = (words: string, { name }: Entered): string => named(words, name)

// Whether it is about the person at the keyboard, so that a browser may fill it in.
export const isTheirOwn = ({ question, entered, theirs }: Asked): boolean =>
  question.theirs !== true && theirs !== true && entered.name === undefined

export const label = (asked: Asked): Variables => ({
  text: calledIn(asked),
  classes: { heading: 'govuk-label--l', visible: '', hidden: 'govuk-visually-hidden' }[asked.naming.is],
  isPageHeading: asked.naming.is === 'heading',
})

export const legend = (asked: Asked): Variables => ({
  text: calledIn(asked),
  classes: {
    heading: 'govuk-fieldset__legend--l',
    visible: 'govuk-fieldset__legend--s',
    hidden: 'govuk-visually-hidden',
  }[asked.naming.is],
  isPageHeading: asked.naming.is === 'heading',
})

export const hint = (asked: Asked, own?: string): Variables =>
  textOr('hint', withReader(asked.question, asked.question.hint ?? own), asked)

const withReader = ({ toldTo }: Asked['question'], words: string | undefined): string | undefined => {
  if (toldTo === undefined) return words
  const who = `The ${toldTo} will see this.`
  return words === undefined ? who : `${who} ${words}`
}

// The first problem of this question: the others stand in the summary.
export const error = (asked: Asked): Variables => textOr('errorMessage', problemOf(asked)?.words, asked)

export const problemOf = (asked: Asked): Problem | undefined =>
  asked.problems.find(({ field }) => field === asked.id || field.startsWith(`${asked.id}-`))

export const problemAt = (asked: Asked, field: string): Problem | undefined =>
  asked.problems.find((problem) => problem.field === field)

const calledIn = (asked: Asked): string =>
  `${say(asked.naming.words, asked.entered)}${asked.question.optional === true ? ' (optional)' : ''}`

const textOr = (key: string, words: string | undefined, asked: Asked): Variables =>
  words === undefined ? {} : { [key]: { text: say(words, asked.entered) } }
