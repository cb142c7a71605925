// The people of an application as the rules see them, read from the answers: who needs a bedroom, with whom, from when.
import { addDays, ageOn, type Day } from '#domain/day.ts'
import type { Lookup } from '#domain/forms/condition.ts'
import type { Used } from '#domain/rules/trace.ts'
import { applicantReads, personReads } from '../ground/fact-reads.ts'
import { itemName, usedHere } from '../ground/used.ts'
import type { BedroomRules } from '../packs/housing-pack.ts'
import type { Sleeper } from './bedrooms.ts'

export type Person = Sleeper & {
  readonly name: string
  readonly born: Day
  readonly relationship: string
  readonly livesHere: boolean
  // Counted for a bedroom, or why not.
  readonly counts: Counting
  readonly claims: Claims
  // The answers that say all this.
  readonly said: readonly Used[]
}

type Counting = 'yes' | 'left-out' | 'not-main-home' | 'ask'

// What an officer has to agree: a room because of health, a carer at night.
type Claims = { readonly ownRoom: boolean; readonly carerNights: number }

type Baby = {
  readonly mother: string
  readonly due: Day
  // How many are expected: twins are 2.
  readonly expected: number
  readonly counts: boolean
}

export type Household = {
  readonly people: readonly Person[]
  readonly babies: readonly Baby[]
  // Who brings up a child of the household, and so has a room as an adult does.
  readonly parents: readonly string[]
  // Children approved for, who do not live here yet.
  readonly fosterChildren: number
  // Named as a partner, and not found among the people.
  readonly partnersNotFound: readonly string[]
}

export const householdFrom = (lookup: Lookup, rules: BedroomRules): Household => {
  const others = lookup.items('people')
  const known = [
    ...personFrom(lookup, 'you', 'You', rules),
    ...others.flatMap((person, index) =>
      personFrom(person, String(index), itemName(person, 'people') || `Person ${index + 1}`, rules),
    ),
  ]
  const { people, partnersNotFound } = withPartners(known, others)
  const fostering = lookup.answer('fosterChildren')
  const babies = [
    ...babyOf(lookup, 'You', rules),
    ...others.flatMap((person) => babyOf(person, itemName(person, 'people'), rules)),
  ]
  return {
    people,
    babies,
    parents: rules.parentHasRoom.value ? parentsAmong(people, babies, others) : [],
    fosterChildren: typeof fostering === 'number' ? fostering : 0,
    partnersNotFound,
  }
}

// The applicant, where a child of theirs counts, every mother whose baby counts, and whoever is named as the parent of a child here:
// a birth turns the one into the other, and the need stays.
const parentsAmong = (
  people: readonly Person[],
  babies: Household['babies'],
  others: readonly Lookup[],
): readonly string[] => {
  const children = people.some(
    (person) => person.counts === 'yes' && ['child', 'grandchild', 'fosterChild'].includes(person.relationship),
  )
  const mothers = babies.filter((baby) => baby.counts).map((baby) => baby.mother)
  const named = people
    .filter((person) => person.counts === 'yes' && person.age < 18)
    .map((person) => others[Number(person.id)]?.answer('parentName'))
    .filter((name) => typeof name === 'string')
  return [
    ...(children ? ['you'] : []),
    ...people
      .filter((person) => mothers.includes(person.name) || named.some((name) => sameName(person.name, name)))
      .map((person) => person.id),
  ]
}

const personFrom = (lookup: Lookup, id: string, name: string, rules: BedroomRules): readonly Person[] => {
  const born = lookup.answer('dateOfBirth')
  if (typeof born !== 'string') return []
  const relationship = id === 'you' ? 'you' : String(lookup.answer('relationship') ?? '')
  const age = ageOn(born, lookup.today)
  return [
    {
      id,
      name,
      born,
      age,
      sex: sexFrom(lookup.answer('sex')),
      relationship,
      livesHere: id === 'you' || lookup.answer('livesWithYou') !== 'no',
      counts: id === 'you' ? 'yes' : counting(lookup, relationship, age, rules),
      claims: claimsOf(lookup),
      said:
        id === 'you'
          ? applicantReads.flatMap((question) => usedHere(lookup, question))
          : personReads.flatMap((question) => usedHere(lookup, question, name)),
    },
  ]
}

const sexFrom = (answer: unknown): Sleeper['sex'] => (answer === 'female' || answer === 'male' ? answer : 'unknown')

const claimsOf = (lookup: Lookup): Claims => {
  const nights = lookup.answer('carerNights')
  return {
    ownRoom: lookup.answer('needsOwnRoom') === 'yes',
    carerNights: lookup.answer('overnightCarer') === 'yes' && typeof nights === 'number' ? nights : 0,
  }
}

// A child counts where the household has the main care: all the time, Child Benefit, or enough nights a week.
const counting = (lookup: Lookup, relationship: string, age: number, rules: BedroomRules): Counting => {
  if (rules.leftOut.value.includes(relationship)) return 'left-out'
  if (age >= 18 || lookup.answer('childTime') !== 'shared') return 'yes'
  const benefit = lookup.answer('childBenefitTo')
  const nights = lookup.answer('childNights')
  if (benefit === 'applicant' || benefit === 'household') return 'yes'
  if (typeof nights !== 'number') return 'ask'
  return nights >= rules.sharedCareNights.value ? 'yes' : 'not-main-home'
}

const withPartners = (
  people: readonly Person[],
  others: readonly Lookup[],
): { readonly people: readonly Person[]; readonly partnersNotFound: readonly string[] } => {
  const partner = new Map<string, string>()
  const partnersNotFound: string[] = []
  for (const person of people) {
    if (person.relationship === 'partner') pair(partner, 'you', person.id)
    const given = others[Number(person.id)]?.answer('coupleName')
    if (typeof given !== 'string' || partner.has(person.id)) continue
    const found = people.find((other) => other.id !== person.id && sameName(other.name, given))
    if (found === undefined) partnersNotFound.push(person.name)
    else pair(partner, person.id, found.id)
  }
  const joined = people.map((person) => {
    const partnerOf = partner.get(person.id)
    return partnerOf === undefined ? person : { ...person, partnerOf }
  })
  return { people: joined, partnersNotFound }
}

const pair = (partner: Map<string, string>, one: string, other: string): void => {
  if (partner.has(one) || partner.has(other)) return
  partner.set(one, other)
  partner.set(other, one)
}

// "Joan" finds Joan Okoro: people write a first name, or all of it.
const sameName = (full: string, given: string): boolean => {
  const name = full.toLowerCase()
  const wanted = given.trim().toLowerCase()
  return wanted !== '' && (name === wanted || name.startsWith(`${wanted} `))
}

// Forty weeks before the due date is week 0.
const babyOf = (lookup: Lookup, mother: string, rules: BedroomRules): Household['babies'] => {
  const due = lookup.answer('babyDue')
  if (lookup.answer('pregnant') !== 'yes' || typeof due !== 'string') return []
  const from = rules.pregnancyWeeks.value
  const given = lookup.answer('babiesExpected')
  const expected = typeof given === 'number' ? given : 1
  return [{ mother, due, expected, counts: from !== undefined && addDays(due, (from - 40) * 7) <= lookup.today }]
}
