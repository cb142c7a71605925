// By what a member of staff's own case is known: marks of a case, of somebody who works here, and where both have one. A mark is a
// keyed hash, with the letter of what it is of in front: nothing that was answered can be read from it.
import { isDay } from '../day.ts'
import type { Address } from '../forms/fields/address.ts'

export const ownKinds = ['email', 'phone', 'home', 'birth'] as const
export type OwnKind = (typeof ownKinds)[number]
export type Telltale = { readonly is: OwnKind; readonly value: string }

export const markFrom = ({ is }: Telltale, hash: string): string => `${is[0]}${hash.slice(0, 16)}`

export const isOfKind = (mark: string, is: OwnKind): boolean => mark.startsWith(is.charAt(0))

export const emailTelltale = (email: string): Telltale => ({ is: 'email', value: email.trim().toLowerCase() })

// E.164
export const phoneTelltale = (value: string): Telltale => ({ is: 'phone', value })

// By its postcode and the numbers of its first line, as "14 High St" is "14, High Street"; by its name where it has no number.
export const homeTelltale = ({ line1, postcode }: Pick<Address, 'line1' | 'postcode'>): Telltale => ({
  is: 'home',
  value: `${postcode.replace(/\s/g, '').toUpperCase()}/${
    line1
      .match(/\d+[a-z]?/gi)
      ?.join('-')
      .toLowerCase() ?? letters(line1)
  }`,
})

// With the last of their names, as middle names are written or not.
export const birthTelltale = (born: string, name: string): readonly Telltale[] =>
  isDay(born) ? [{ is: 'birth', value: `${born}/${letters(name.trim().split(/\s+/).at(-1) ?? '')}` }] : []

type Person = { readonly name: string; readonly marks: readonly string[] }

// The same name is the same person until the dates of birth of both say otherwise.
export const mayBeSame = (one: Person, other: Person): boolean => {
  if (one.marks.some((mark) => other.marks.includes(mark))) return true
  const bothBorn = [one, other].every(({ marks }) => marks.some((mark) => isOfKind(mark, 'birth')))
  return !bothBorn && letters(one.name) !== '' && letters(one.name) === letters(other.name)
}

const letters = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase()
