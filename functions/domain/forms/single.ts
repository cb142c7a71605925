// A kind whose answer comes in one control: nothing given, given twice, or given and then judged by the kind's own rules.
import { plain, repeated } from './clean.ts'
import type { Asked, Kind, Pick, Problem, Typed } from './kind.ts'

type Single<Q> = {
  // What is wrong with a value that was given, in words; undefined when it stands.
  readonly wrong: (value: string, asked: Asked<Q>) => string | undefined
  readonly answer: (value: string, asked: Asked<Q>) => unknown
  readonly shown: (value: string, asked: Asked<Q>) => readonly string[]
  readonly example: (pick: Pick, asked: Asked<Q>) => string
  readonly value?: (typed: Typed, name: string) => string
}

type Must = { readonly optional?: boolean; readonly missing: string }

export const single = <Q extends Must>(kind: Single<Q>): Kind<Q> => {
  const value = kind.value ?? plain
  const check = (typed: Typed, asked: Asked<Q>): readonly Problem[] => {
    const given = value(typed, asked.id)
    const twice = repeated(typed, [asked.id], asked.question.missing)
    if (twice.length > 0) return twice
    if (given === '')
      return asked.question.optional === true ? [] : [{ field: asked.id, words: asked.question.missing }]
    const words = kind.wrong(given, asked)
    return words === undefined ? [] : [{ field: asked.id, words }]
  }
  const stands = (typed: Typed, asked: Asked<Q>): boolean =>
    value(typed, asked.id) !== '' && check(typed, asked).length === 0
  return {
    fields: (id) => [id],
    check,
    read: (typed, asked) => (stands(typed, asked) ? kind.answer(value(typed, asked.id), asked) : undefined),
    show: (typed, asked) => (stands(typed, asked) ? kind.shown(value(typed, asked.id), asked) : []),
    sample: (pick, asked) => ({ [asked.id]: [kind.example(pick, asked)] }),
  }
}
