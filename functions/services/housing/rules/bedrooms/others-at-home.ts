// People who live in the home now and will not move: the tests of overcrowding count them, the need does not.
import type { Lookup } from '#domain/forms/condition.ts'
import type { Sleeper } from './bedrooms.ts'

export const sleepersAtHome = (lookup: Lookup): readonly Sleeper[] => {
  const others = lookup.items('others-at-home').flatMap((person, index) => {
    const age = person.answer('otherAge')
    const sex = person.answer('otherSex')
    if (typeof age !== 'number') return []
    const known: Sleeper['sex'] = sex === 'female' || sex === 'male' ? sex : 'unknown'
    const couple = age >= 16 && person.answer('otherCouple') === 'yes'
    return [{ id: `other ${index}`, age, sex: known, couple }]
  })
  return withPartners(others)
}

// The form does not say who is whose partner: those who live as a couple are taken two and two, in the order given.
const withPartners = (others: readonly (Sleeper & { readonly couple: boolean })[]): readonly Sleeper[] => {
  const coupled = others.filter((other) => other.couple)
  return others.map(({ couple, ...other }) => {
    const at = couple ? coupled.findIndex((one) => one.id === other.id) : -1
    const partner = at < 0 ? undefined : coupled[at % 2 === 0 ? at + 1 : at - 1]
    return partner === undefined ? other : { ...other, partnerOf: partner.id }
  })
}
