// An address: found by postcode and picked, or typed by hand. A postcode outside the UK's shape is refused unless it may be anywhere.
import { cleanedLineIn, hasControl, repeated, unspaced } from '../clean.ts'
import type { Kind, Problem, QuestionAsked, Typed } from '../kind.ts'
import type { AddressQuestion } from '../question.ts'

export type Address = {
  readonly line1: string
  readonly line2: string
  readonly town: string
  readonly county: string
  readonly postcode: string
  readonly uprn?: string
}

const parts = ['line1', 'line2', 'town', 'county', 'postcode'] as const
const most = 100
// Its last two letters are never C, I, K, M, O or V (Royal Mail, PAF Programmer's Guide, "Postcode").
const postcodeShape = /^[A-Z]{1,2}\d[A-Z\d]?\d[ABD-HJLNP-UW-Z]{2}$/

export const address: Kind<AddressQuestion> = {
  fields: (id) => [`${id}-search`, `${id}-pick`, ...parts.map((part) => `${id}-${part}`), `${id}-uprn`],
  read: (typed, asked) =>
    given(typed, asked) && check(typed, asked).length === 0 ? addressFrom(typed, asked.id) : undefined,
  check: (typed, asked) => check(typed, asked),
  show: (typed, asked) => {
    if (!given(typed, asked) || check(typed, asked).length > 0) return []
    const found = addressFrom(typed, asked.id)
    return parts.map((part) => found[part]).filter((line) => line !== '')
  },
  sample: (pick, { id }) => ({
    [`${id}-line1`]: [`${1 + pick(200)} Sample Street`],
    [`${id}-town`]: [['Dorchester', 'Weymouth', 'Wimborne'][pick(3)] ?? 'Dorchester'],
    [`${id}-postcode`]: [`DT${1 + pick(9)} ${1 + pick(9)}AB`],
  }),
}

// "DT1 1XJ"; undefined when it has not the shape of a UK postcode.
export const postcodeOf = (text: string): string | undefined => {
  const tidy = tidied(text)
  return postcodeShape.test(tidy) ? `${tidy.slice(0, -3)} ${tidy.slice(-3)}` : undefined
}

const tidied = (text: string): string => (text.length > 40 ? '' : unspaced(text).replace(/[.,]$/, '').toUpperCase())

// What is wrong with a postcode, in words. The letters I, L and O look like numbers, and are asked
// about: "DTI 1XJ" may be DT1 1XJ.
export const postcodeFault = (text: string): string | undefined => {
  if (postcodeOf(text) !== undefined) return undefined
  const tidy = tidied(text)
  const places = [1, 2, tidy.length - 3].filter((at) => /[ILO]/.test(tidy.charAt(at)))
  const meant = places
    .flatMap((at) => [[at], places.filter((other) => other >= at)])
    .map((some) => withNumbers(tidy, some))
    .find((one) => postcodeOf(one) !== undefined)
  if (meant === undefined) return 'Enter a full UK postcode, like DT1 1XJ'
  return `Postcode must have numbers where it has the letters I, L or O. Check if it is ${postcodeOf(meant)}`
}

const withNumbers = (text: string, places: readonly number[]): string =>
  [...text].map((letter, at) => (places.includes(at) ? letter.replace(/[IL]/, '1').replace('O', '0') : letter)).join('')

const given = (typed: Typed, { id }: QuestionAsked<AddressQuestion>): boolean =>
  parts.some((part) => cleanedLineIn(typed, `${id}-${part}`) !== '')

const check = (typed: Typed, asked: QuestionAsked<AddressQuestion>): readonly Problem[] => {
  const { id, question } = asked
  const twice = repeated(typed, address.fields(id, question), question.missing)
  if (twice.length > 0) return twice
  if (!given(typed, asked)) return searched(typed, asked)
  return [
    ...missing(typed, id, 'line1', 'Enter address line 1, typically the building and street'),
    ...missing(typed, id, 'town', 'Enter town or city'),
    ...tooLong(typed, id),
    ...unreadable(typed, id),
    ...postcodeProblems(typed, asked),
  ]
}

// Nothing but a postcode to look for was given.
const searched = (typed: Typed, { id, question }: QuestionAsked<AddressQuestion>): readonly Problem[] => {
  const field = `${id}-search`
  const looked = cleanedLineIn(typed, field)
  const words = looked === '' ? undefined : postcodeFault(looked)
  if (words !== undefined) return [{ field, words }]
  return question.optional === true ? [] : [{ field: id, words: question.missing }]
}

const missing = (typed: Typed, id: string, part: string, words: string): readonly Problem[] =>
  cleanedLineIn(typed, `${id}-${part}`) === '' ? [{ field: `${id}-${part}`, words }] : []

const names = {
  line1: 'Address line 1',
  line2: 'Address line 2',
  town: 'Town or city',
  county: 'County',
  postcode: 'Postcode',
} as const

const tooLong = (typed: Typed, id: string): readonly Problem[] =>
  parts
    .filter((part) => cleanedLineIn(typed, `${id}-${part}`).length > most)
    .map((part) => ({ field: `${id}-${part}`, words: `${names[part]} must be ${most} characters or fewer` }))

const unreadable = (typed: Typed, id: string): readonly Problem[] =>
  parts
    .filter((part) => hasControl(cleanedLineIn(typed, `${id}-${part}`)))
    .map((part) => ({
      field: `${id}-${part}`,
      words: `${names[part]} must only include letters, numbers and usual punctuation`,
    }))

const postcodeProblems = (typed: Typed, { id, question }: QuestionAsked<AddressQuestion>): readonly Problem[] => {
  const field = `${id}-postcode`
  const text = cleanedLineIn(typed, field)
  if (text.length > most || question.anywhere === true) return []
  if (text === '') return [{ field, words: 'Enter postcode' }]
  const words = postcodeFault(text)
  return words === undefined ? [] : [{ field, words }]
}

const addressFrom = (typed: Typed, id: string): Address => {
  const uprn = cleanedLineIn(typed, `${id}-uprn`)
  const text = cleanedLineIn(typed, `${id}-postcode`)
  return {
    line1: cleanedLineIn(typed, `${id}-line1`),
    line2: cleanedLineIn(typed, `${id}-line2`),
    town: cleanedLineIn(typed, `${id}-town`),
    county: cleanedLineIn(typed, `${id}-county`),
    postcode: postcodeOf(text) ?? text,
    ...(/^\d{1,12}$/.test(uprn) ? { uprn } : {}),
  }
}
