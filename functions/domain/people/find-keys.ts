// By what a case is found: what each of its people is called, when they were born, where and how they are reached. Each key is a kind and a
// value; the table has a keyed hash of it and never the value (docs/rules/casework.md, “Search”).
import type { Day } from '../day.ts'
import { type NamePart, namePartsOf, neighbours } from './name-parts.ts'
import { standsUnder } from './sounds.ts'

export const findKinds = ['name', 'sound', 'names', 'birth', 'place', 'phone', 'email', 'ni', 'uprn'] as const
export type FindKind = (typeof findKinds)[number]

export type FindKey = { readonly kind: FindKind; readonly value: string }

// Somebody whom a case is about or who acts in it.
export type FindablePerson = { readonly name: string; readonly role: RoleOnCase; readonly born?: Day }
export type RoleOnCase = 'applicant' | 'household' | 'helper' | 'agent'

export type Findable = {
  readonly people: readonly FindablePerson[]
  // E.164.
  readonly phones: readonly string[]
  readonly emails: readonly string[]
  readonly numbers: readonly string[]
  readonly uprns: readonly string[]
  readonly places: readonly FindablePlace[]
}

// 'DT1 1XJ', and the number of the house where it has one.
export type FindablePlace = { readonly postcode: string; readonly house?: string }

export const findKeysOf = (given: Findable): readonly FindKey[] => {
  const outwards = given.places.map(({ postcode }) => outwardOf(postcode))
  return unique([
    ...given.people.flatMap((person) => keysOfPerson(person, outwards)),
    ...given.phones.map(findKeyOf('phone')),
    ...given.emails.map((email) => findKeyOf('email')(email.trim().toLowerCase())),
    ...given.numbers.map(findKeyOf('ni')),
    ...given.uprns.map(findKeyOf('uprn')),
    ...given.places.flatMap(keysOfPlace),
  ])
}

export const findKeyOf =
  (kind: FindKind) =>
  (value: string): FindKey => ({ kind, value })

export const outwardOf = (postcode: string): string => postcode.split(' ')[0] ?? postcode

// A date alone never stands in a key: dates are few, and equal hashes tell that values are equal.
export const bornKey = (born: Day, beside: string): FindKey => ({ kind: 'birth', value: `${born}/${beside}` })

// Two parts of one name, in no order.
export const pairKey = (one: string, other: string): FindKey => ({
  kind: 'names',
  value: [one, other].toSorted().join('+'),
})

const keysOfPerson = ({ name, born }: FindablePerson, outwards: readonly string[]): readonly FindKey[] => {
  const parts = namePartsOf(name)
  return [
    ...[...parts.flatMap(({ full, bare }) => [full, bare]), ...neighbours(parts)].map(findKeyOf('name')),
    ...parts.flatMap(standsOf).map(findKeyOf('sound')),
    ...pairsOf(parts),
    ...(born === undefined ? [] : [...parts.flatMap(standsOf), ...outwards].map((beside) => bornKey(born, beside))),
  ]
}

const standsOf = ({ full, bare }: NamePart): readonly string[] => [...standsUnder(full), ...standsUnder(bare)]

const pairsOf = (parts: readonly NamePart[]): readonly FindKey[] =>
  parts.flatMap((one, at) =>
    parts
      .slice(at + 1)
      .flatMap((other) => [
        pairKey(`n:${one.bare}`, `n:${other.bare}`),
        ...standsOf(one).flatMap((left) => standsOf(other).map((right) => pairKey(left, right))),
      ]),
  )

const keysOfPlace = ({ postcode, house }: FindablePlace): readonly FindKey[] => [
  findKeyOf('place')(postcode),
  ...(house === undefined ? [] : [findKeyOf('place')(`${outwardOf(postcode)}/${house}`)]),
]

const unique = (keys: readonly FindKey[]): readonly FindKey[] => [
  ...new Map(keys.map((key) => [`${key.kind}/${key.value}`, key])).values(),
]
