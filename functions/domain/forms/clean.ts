// Reading what people type, kindly: the white space and marks that phones and pasting add mean nothing.
import { one, type Problem, type Typed } from './kind.ts'

// Direction marks can make text read as something else (U+202A–202E, U+2066–2069); control characters have no place in an answer.
const direction = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
// Any control character but a line end.
const control = /[^\P{Cc}\n]/u
// Something that can be seen: not only spaces, joiners and the like.
const visible = /[^\p{Z}\p{Cf}\p{Cc}]/u

export const plain = (typed: Typed, name: string): string => onOneLine(one(typed, name))

export const lines = (typed: Typed, name: string): string => tidy(one(typed, name))

// A browser drops line ends in a field of one line too.
export const onOneLine = (text: string): string => tidy(text).replaceAll('\n', ' ')

// Line ends as one character, so that lengths are the same in every browser; an answer in which nothing can be seen is none.
const tidy = (text: string): string => {
  const left = text.replace(direction, '')
  return visible.test(left) ? left.replace(/\r\n?/g, '\n').replaceAll('\t', ' ').trim() : ''
}

export const hasControl = (value: string): boolean => control.test(value)

// A field that asks for one answer and got several: never joined, never the first taken in silence.
export const repeated = (typed: Typed, names: readonly string[], words: string): readonly Problem[] => {
  const field = names.find((name) => (typed[name]?.length ?? 0) > 1)
  return field === undefined ? [] : [{ field, words }]
}

export const first = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const nounOf = (question: { readonly noun?: string; readonly label?: string }): string =>
  first(question.noun ?? question.label ?? 'Answer')

export const thousands = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',')
