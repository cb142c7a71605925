// An address: found by postcode and picked, or typed by hand. A postcode outside the UK's shape is refused unless it may be anywhere.
import { hasControl, plain, repeated } from '../clean.ts'
import type { Asked, Kind, Problem, Typed } from '../kind.ts'
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
const postcodeShape = /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/

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
  const tidy = text.length > 20 ? '' : text.replace(/[\s-]/g, '').toUpperCase()
  return postcodeShape.test(tidy) ? `${tidy.slice(0, -3)} ${tidy.slice(-3)}` : undefined
}

const given = (typed: Typed, { id }: Asked<AddressQuestion>): boolean =>
  parts.some((part) => plain(typed, `${id}-${part}`) !== '')

const check = (typed: Typed, asked: Asked<AddressQuestion>): readonly Problem[] => {
  const { id, question } = asked
  const twice = repeated(typed, address.fields(id, question), question.missing)
  if (twice.length > 0) return twice
  if (!given(typed, asked)) return question.optional === true ? [] : [{ field: id, words: question.missing }]
  return [
    ...missing(typed, id, 'line1', 'Enter address line 1, typically the building and street'),
    ...missing(typed, id, 'town', 'Enter town or city'),
    ...tooLong(typed, id),
    ...unreadable(typed, id),
    ...postcodeProblems(typed, asked),
  ]
}

const missing = (typed: Typed, id: string, part: string, words: string): readonly Problem[] =>
  plain(typed, `${id}-${part}`) === '' ? [{ field: `${id}-${part}`, words }] : []

const names = {
  line1: 'Address line 1',
  line2: 'Address line 2',
  town: 'Town or city',
  county: 'County',
  postcode: 'Postcode',
} as const

const tooLong = (typed: Typed, id: string): readonly Problem[] =>
  parts
    .filter((part) => plain(typed, `${id}-${part}`).length > most)
    .map((part) => ({ field: `${id}-${part}`, words: `${names[part]} must be ${most} characters or fewer` }))

const unreadable = (typed: Typed, id: string): readonly Problem[] =>
  parts
    .filter((part) => hasControl(plain(typed, `${id}-${part}`)))
    .map((part) => ({
      field: `${id}-${part}`,
      words: `${names[part]} must only include letters, numbers and usual punctuation`,
    }))

const postcodeProblems = (typed: Typed, { id, question }: Asked<AddressQuestion>): readonly Problem[] => {
  const field = `${id}-postcode`
  const text = plain(typed, field)
  if (text.length > most || question.anywhere === true) return []
  if (text === '') return [{ field, words: 'Enter postcode' }]
  return postcodeOf(text) === undefined ? [{ field, words: 'Enter a full UK postcode, like DT1 1XJ' }] : []
}

const addressFrom = (typed: Typed, id: string): Address => {
  const uprn = plain(typed, `${id}-uprn`)
  const text = plain(typed, `${id}-postcode`)
  return {
    line1: plain(typed, `${id}-line1`),
    line2: plain(typed, `${id}-line2`),
    town: plain(typed, `${id}-town`),
    county: plain(typed, `${id}-county`),
    postcode: postcodeOf(text) ?? text,
    ...(/^\d{1,12}$/.test(uprn) ? { uprn } : {}),
  }
}
