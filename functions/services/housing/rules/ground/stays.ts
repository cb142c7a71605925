// The address history as stays in the area, elsewhere, or neutral: of the applicant, and of a joint
// applicant who lived elsewhere (docs/rules/housing.md, "Local connection").
import { earlier } from '#domain/day.ts'
import type { Lookup } from '#domain/forms/condition.ts'
import type { Stay } from './residence.ts'

export type History = { readonly who: 'applicant' | 'joint'; readonly stays: readonly Stay[] }

// A joint applicant has a history apart only where the form asked who lived at each address.
export const historiesFrom = (lookup: Lookup, neutralPlaces: readonly string[]): readonly History[] => {
  const addresses = lookup.items('address-history')
  const apart = addresses.some((address) => address.answer('livedHere') !== undefined)
  const residents: readonly History['who'][] = apart ? ['applicant', 'joint'] : ['applicant']
  return residents.map((who) => ({
    who,
    stays: addresses
      .filter((address) => livedThere(address, who))
      .flatMap((address) => stayFrom(address, neutralPlaces)),
  }))
}

const livedThere = (address: Lookup, who: History['who']): boolean => {
  const said = address.answer('livedHere')
  return !Array.isArray(said) || said.includes(who)
}

const stayFrom = (address: Lookup, neutralPlaces: readonly string[]): readonly Stay[] => {
  const from = address.answer('movedIn')
  const to = address.answer('livesHereNow') === 'yes' ? address.today : address.answer('movedOut')
  if (typeof from !== 'string' || typeof to !== 'string' || to < from) return []
  return [{ from, to: earlier(to, address.today), where: whereOf(address, neutralPlaces) }]
}

const whereOf = (address: Lookup, neutralPlaces: readonly string[]): Stay['where'] => {
  if (wasDetained(address)) return 'neutral'
  if (address.answer('councilArea') === 'dorset') return 'in'
  return neutralPlaces.includes(String(address.answer('placeKind'))) ? 'neutral' : 'out'
}

// Detention is not residence of one's own choice (Housing Act 1996 s199(3)). A prison is taken for it where nobody was asked.
const wasDetained = (address: Lookup): boolean =>
  address.answer('detained') === 'yes' ||
  (address.answer('placeKind') === 'prison' && address.answer('detained') === undefined)
