// A kind whose answer comes in one control: nothing given, given twice, or given and then judged by the kind's own rules.
import { cleanedLineIn, repeated } from './clean.ts'
import type { Kind, Pick, Problem, QuestionAsked, Typed } from './kind.ts'

type Single<Q> = {
  // What is wrong with a value that was given, in words; undefined when it stands.
  readonly wrong: (value: string, asked: QuestionAsked<Q>) => string | undefined
  readonly answer: (value: string, asked: QuestionAsked<Q>) => unknown
  readonly shown: (value: string, asked: QuestionAsked<Q>) => readonly string[]
  readonly example: (pick: Pick, asked: QuestionAsked<Q>) => string
  readonly value?: (typed: Typed, name: string) => string
}

type Must = { readonly optional?: boolean; readonly missing: string }

export const single = <Q extends Must>(kind: Single<Q>): Kind<Q> => {
  const value = kind.value ?? cleanedLineIn
  const judged = (given: string, typed: Typed, asked: QuestionAsked<Q>): readonly Problem[] => {
    const twice = repeated(typed, [asked.id], asked.question.missing)
    if (twice.length > 0) return twice
    if (given === '')
      return asked.question.optional === true ? [] : [{ field: asked.id, words: asked.question.missing }]
    const words = kind.wrong(given, asked)
    return words === undefined ? [] : [{ field: asked.id, words }]
  }
  // The value, cleaned and judged once; undefined where nothing was given or it does not stand.
  const standing = (typed: Typed, asked: QuestionAsked<Q>): string | undefined => {
    const given = value(typed, asked.id)
    return given !== '' && judged(given, typed, asked).length === 0 ? given : undefined
  }
  return {
    fields: (id) => [id],
    check: (typed, asked) => judged(value(typed, asked.id), typed, asked),
    read: (typed, asked) => {
      const given = standing(typed, asked)
      return given === undefined ? undefined : kind.answer(given, asked)
    },
    show: (typed, asked) => {
      const given = standing(typed, asked)
      return given === undefined ? [] : kind.shown(given, asked)
    },
    sample: (pick, asked) => ({ [asked.id]: [kind.example(pick, asked)] }),
  }
}
