// The address history as stays in the area, elsewhere, or neutral (housing 1.3.2).
import { earlier } from '#domain/day.ts'
import type { Lookup } from '#domain/forms/condition.ts'
import type { Stay } from './residence.ts'

export const staysFrom = (lookup: Lookup, neutralPlaces: readonly string[]): readonly Stay[] =>
  lookup.items('address-history').flatMap((address) => {
    const from = address.answer('movedIn')
    const left = address.answer('movedOut')
    const to = address.answer('livesHereNow') === 'yes' ? lookup.today : left
    if (typeof from !== 'string' || typeof to !== 'string' || to < from) return []
    return [{ from, to: earlier(to, lookup.today), where: whereOf(address, neutralPlaces) }]
  })

const whereOf = (address: Lookup, neutralPlaces: readonly string[]): Stay['where'] => {
  if (address.answer('councilArea') === 'dorset') return 'in'
  return neutralPlaces.includes(String(address.answer('placeKind'))) ? 'neutral' : 'out'
}
