// Which keys to read for what somebody looks for: ten at most, however many cases there are. A name alone is read by pairs of its parts,
// which few people share, and by a single part only where it is all that there is.
import type { Day } from '../day.ts'
import type { AskedFor } from './asked-for.ts'
import { bornKey, type FindKey, findKeyOf, outwardOf, pairKey } from './find-keys.ts'
import { type NamePart, namePartsOf, neighbours } from './name-parts.ts'
import { lookedUnder } from './sounds.ts'

const mostReads = 10

export const searchPlan = (asked: AskedFor): readonly FindKey[] => {
  const parts = namePartsOf(asked.name)
  const keys = [...exactKeys(asked), ...bornKeys(asked, parts), ...placeKeys(asked), ...nameKeys(parts)]
  return [...new Map(keys.map((key) => [`${key.kind}/${key.value}`, key])).values()].slice(0, mostReads)
}

const exactKeys = ({ phone, email, ni, uprn }: AskedFor): readonly FindKey[] => [
  ...(phone === undefined ? [] : [findKeyOf('phone')(phone)]),
  ...(email === undefined ? [] : [findKeyOf('email')(email)]),
  ...(ni === undefined ? [] : [findKeyOf('ni')(ni)]),
  ...(uprn === undefined ? [] : [findKeyOf('uprn')(uprn)]),
]

// Both ways round where the day may be a month: 03-04 is typed for 04-03.
const bornKeys = ({ born, postcode }: AskedFor, parts: readonly NamePart[]): readonly FindKey[] => {
  if (born === undefined) return []
  const beside = [
    ...(postcode === undefined ? [] : [outwardOf(postcode)]),
    ...longestFirst(parts)
      .slice(0, 2)
      .flatMap(({ full }) => lookedUnder(full).slice(0, 2)),
  ]
  return [born, ...swapped(born)].flatMap((day) => beside.slice(0, 3).map((one) => bornKey(day, one)))
}

export const swapped = (day: Day): readonly Day[] => {
  const [year = '', month = '', date = ''] = day.split('-')
  return Number(date) > 12 || month === date ? [] : [`${year}-${date}-${month}`]
}

const placeKeys = ({ postcode, house }: AskedFor): readonly FindKey[] => {
  if (postcode === undefined) return []
  return [
    findKeyOf('place')(postcode),
    ...(house === undefined ? [] : [findKeyOf('place')(`${outwardOf(postcode)}/${house}`)]),
  ]
}

const longestFirst = (parts: readonly NamePart[]): readonly NamePart[] =>
  parts.toSorted((one, other) => other.full.length - one.full.length)

const nameKeys = (parts: readonly NamePart[]): readonly FindKey[] => {
  const [one, other] = longestFirst(parts)
  if (one === undefined) return []
  const exact = [...new Set([one.full, one.bare])].map(findKeyOf('name'))
  if (other === undefined) return [...exact, ...lookedUnder(one.bare).slice(0, 4).map(findKeyOf('sound'))]
  const pairs = lookedUnder(one.bare)
    .slice(0, 3)
    .flatMap((left) =>
      lookedUnder(other.bare)
        .slice(0, 2)
        .map((right) => pairKey(left, right)),
    )
  return [
    pairKey(`n:${one.bare}`, `n:${other.bare}`),
    ...pairs.slice(0, 4),
    ...neighbours(parts).slice(0, 2).map(findKeyOf('name')),
    ...exact.slice(0, 1),
    ...pairs.slice(4),
  ]
}
