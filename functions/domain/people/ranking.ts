// How well a case answers what somebody looks for, told from its people: by name, birthday and place. Tier A first; a birthday that is the
// same lifts, another one lowers, and one that is nearly the same is said.
import type { Day } from '../day.ts'
import type { AskedFor } from './asked-for.ts'
import type { FindablePerson } from './find-keys.ts'
import { distance, matchParts, type Tier } from './name-match.ts'
import { namePartsOf } from './name-parts.ts'
import { swapped } from './search-plan.ts'

export type Answered = {
  readonly person: FindablePerson | undefined
  readonly tier: Tier | undefined
  readonly birthday: Birthday
  // Lower is better.
  readonly place: number
}

export type Birthday = 'not-asked' | 'same' | 'swapped' | 'near' | 'other' | 'not-known'

// Undefined where nobody of the case answers it. Without a name and a date anybody found under a key does.
export const answeredBy = (asked: AskedFor, people: readonly FindablePerson[]): Answered | undefined => {
  const typed = namePartsOf(asked.name)
  if (typed.length === 0) return bornOnly(asked, people)
  const found = people.flatMap((person) => {
    const tier = matchParts(typed, namePartsOf(person.name))
    if (tier === undefined) return []
    const birthday = birthdayOf(asked.born, person.born)
    return [{ person, tier, birthday, place: tiers[tier] * 10 + birthdays[birthday] + surplus(typed.length, person) }]
  })
  return found.toSorted((one, other) => one.place - other.place)[0]
}

const bornOnly = ({ born }: AskedFor, people: readonly FindablePerson[]): Answered | undefined => {
  if (born === undefined) return { person: people[0], tier: undefined, birthday: 'not-asked', place: 0 }
  const found = people.map((person) => ({ person, birthday: birthdayOf(born, person.born) }))
  const best = found.toSorted((one, other) => birthdays[one.birthday] - birthdays[other.birthday])[0]
  if (best === undefined || best.birthday === 'other' || best.birthday === 'not-known') return undefined
  return { ...best, tier: undefined, place: birthdays[best.birthday] }
}

const tiers: Readonly<Record<Tier, number>> = { A: 1, B: 2, C: 3 }
const birthdays: Readonly<Record<Birthday, number>> = {
  same: -9,
  swapped: -8,
  near: -7,
  'not-asked': 0,
  'not-known': 1,
  other: 15,
}

// Who has just the parts that were typed comes before who has more.
const surplus = (typed: number, { name, role }: FindablePerson): number =>
  Math.min(3, Math.abs(namePartsOf(name).length - typed)) * 0.5 + (role === 'applicant' ? 0 : 0.25)

const birthdayOf = (asked: Day | undefined, born: Day | undefined): Birthday => {
  if (asked === undefined) return 'not-asked'
  if (born === undefined) return 'not-known'
  if (asked === born) return 'same'
  if (swapped(asked).includes(born)) return 'swapped'
  return distance(asked, born) === 1 ? 'near' : 'other'
}
