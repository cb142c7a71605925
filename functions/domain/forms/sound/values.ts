// What an answer can still be, while conditions narrow it: enough to say if anybody could give answers that meet them all.
import type { Test } from '../condition.ts'
import { wait } from '../fields/slot-day.ts'
import type { Question } from '../question.ts'

export type Values =
  // One of these.
  | { readonly is: 'one'; readonly of: readonly string[] }
  // Some of these, with each of `with`.
  | {
      readonly is: 'some'
      readonly of: readonly string[]
      readonly with: readonly string[]
      readonly alone: readonly string[]
    }
  | { readonly is: 'number'; readonly from: number; readonly to: number }
  | { readonly is: 'anything' }

export const possibleValuesOf = (question: Question): Values => {
  switch (question.kind) {
    case 'choice':
      return { is: 'one', of: Object.keys(question.options) }
    case 'yes-no':
      return { is: 'one', of: ['yes', 'no'] }
    case 'declaration':
      return { is: 'one', of: ['yes'] }
    case 'choices': {
      const options = Object.entries(question.options)
      const alone = options.filter(([, option]) => option.none === true).map(([id]) => id)
      return { is: 'some', of: options.map(([id]) => id), with: [], alone }
    }
    case 'slot-day':
      return question.instead === undefined ? { is: 'anything' } : { is: 'one', of: [wait, 'a day'] }
    case 'count':
      return { is: 'number', from: question.least, to: question.most }
    case 'money':
      return { is: 'number', from: 0, to: question.most * 100 }
    default:
      return { is: 'anything' }
  }
}

// Whole years: of a person, or between two dates.
export const years: Values = { is: 'number', from: -150, to: 150 }

// The ways in which the answer passes the test, or fails it although it is given; none when it cannot.
export const narrowedValues = (values: Values, test: Test, passes: boolean): readonly Values[] =>
  waysFor(values, test, passes).filter(possible)

const waysFor = (values: Values, test: Test, passes: boolean): readonly Values[] => {
  switch (test.test) {
    case 'given':
      return passes ? [values] : []
    case 'near-edge':
    case 'on-plan':
      return values.is === 'anything' ? [values] : unlike(values, passes)
    case 'equals':
      return among(values, [test.value], passes)
    case 'oneOf':
      return among(values, test.values, passes)
    case 'includes':
      return including(values, [test.value], passes)
    case 'includesAny':
      return including(values, test.values, passes)
    case 'atLeast':
      return between(values, passes ? { from: test.value } : { to: test.value - 1 }, passes)
    case 'under':
      return between(values, passes ? { to: test.value - 1 } : { from: test.value }, passes)
  }
}

const among = (values: Values, wanted: readonly string[], passes: boolean): readonly Values[] =>
  values.is === 'one'
    ? [{ is: 'one', of: values.of.filter((value) => wanted.includes(value) === passes) }]
    : unlike(values, passes)

const including = (values: Values, wanted: readonly string[], passes: boolean): readonly Values[] => {
  if (values.is !== 'some') return unlike(values, passes)
  if (!passes) return [{ ...values, of: values.of.filter((value) => !wanted.includes(value)) }]
  return wanted.map((value) => ({ ...values, with: [...new Set([...values.with, value])] }))
}

const between = (
  values: Values,
  { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY }: { readonly from?: number; readonly to?: number },
  passes: boolean,
): readonly Values[] =>
  values.is === 'number'
    ? [{ is: 'number', from: Math.max(values.from, from), to: Math.min(values.to, to) }]
    : unlike(values, passes)

// A test that this kind of answer never passes.
const unlike = (values: Values, passes: boolean): readonly Values[] => (passes ? [] : [values])

const possible = (values: Values): boolean => {
  switch (values.is) {
    case 'one':
      return values.of.length > 0
    case 'some': {
      const lonely = values.with.some((value) => values.alone.includes(value))
      return (
        values.of.length > 0 &&
        values.with.every((value) => values.of.includes(value)) &&
        !(lonely && values.with.length > 1)
      )
    }
    case 'number':
      return values.from <= values.to
    case 'anything':
      return true
  }
}
