// Reading what people type, kindly, and saying in words what cannot be read.
import { cleaned } from './cleaned.ts'
import { one, type Problem, type Typed } from './kind.ts'

// Any control character but a line end.
const control = /[^\P{Cc}\n]/u

export const cleanedLineIn = (typed: Typed, name: string): string => cleanedLine(one(typed, name))

export const lines = (typed: Typed, name: string): string => one(typed, name)

// A browser drops line ends in a field of one line too.
export const cleanedLine = (text: string): string => {
  const left = cleaned(text)
  return left.includes('\n') ? left.replaceAll('\n', ' ') : left
}

// A code, a telephone number or a reference: spaces, dashes and what nobody sees only part it.
export const unspaced = (text: string): string => text.replace(/[\s\p{Cf}\p{Pd}\u2212]/gu, '')

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
