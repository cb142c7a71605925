// What the answers propose to build or change, in the categories of the Schedule of fees.
import { holds, type Lookup } from '#domain/forms/condition.ts'
import { createsHomes, householder } from '#services/planning/ground/proposal-kind.ts'
import { areaFrom } from '../ground/area.ts'
import type { Development } from './facts.ts'

export type Works =
  | { readonly is: 'known'; readonly developments: readonly Development[] }
  | { readonly is: 'unknown'; readonly needs: string }

export const worksIn = (lookup: Lookup): Works => {
  if (holds(householder, lookup)) return known(homeWorks(lookup), 'what kind of work it is')
  const homes = homesIn(lookup)
  if (homes.is === 'unknown') return homes
  const site = areaFrom(lookup.answer('siteArea'))
  const others = [...aroundHomes(lookup), ...buildings(lookup), ...landWorks(lookup, site)]
  const developments = [...homes.developments, ...others]
  return known(developments, site === undefined ? 'how big the site is' : 'what kind of work it is')
}

const known = (developments: readonly Development[], missing: string): Works =>
  developments.length === 0
    ? { is: 'unknown', needs: `We cannot work out the fee until we know ${missing}.` }
    : { is: 'known', developments }

const onTheHouse = ['rear', 'side', 'front', 'upper', 'loft', 'windows']
const inTheGrounds = ['outbuilding', 'boundaryWorks', 'access']

// Energy equipment and other work count as work to the house, or in its garden, as the type finder was told.
const homeWorks = (lookup: Lookup): readonly Development[] => {
  const kinds = lookedUpList(lookup, 'homeWork')
  const garden = lookup.answer('whatWork') === 'garden'
  const either = kinds.some((kind) => kind === 'energy' || kind === 'other')
  const house = kinds.some((kind) => onTheHouse.includes(kind)) || (either && !garden)
  const grounds = kinds.some((kind) => inTheGrounds.includes(kind)) || (either && garden)
  return [
    ...(house ? [{ is: 'alter-homes', homes: 'one' } as const] : []),
    ...(grounds ? [{ is: 'home-grounds' } as const] : []),
  ]
}

const homesIn = (lookup: Lookup): Works => {
  if (!holds(createsHomes, lookup)) return { is: 'known', developments: [] }
  const homes = lookup.answer('newHomes')
  if (typeof homes !== 'number')
    return { is: 'unknown', needs: 'We cannot work out the fee until we know how many homes there will be.' }
  const built = lookedUpList(lookup, 'fullWork').includes('newBuild') || lookup.answer('whatWork') === 'newHomes'
  return { is: 'known', developments: [{ is: built ? 'homes' : 'homes-by-change', homes }] }
}

// A flat, or more than one home, that is extended or altered.
const aroundHomes = (lookup: Lookup): readonly Development[] => {
  const kind = lookup.answer('homeKind')
  if (holds(createsHomes, lookup) || (kind !== 'flat' && kind !== 'several')) return []
  return [{ is: 'alter-homes', homes: kind === 'flat' ? 'one' : 'several' }]
}

const building = ['newBuild', 'extension', 'alterations']

const buildings = (lookup: Lookup): readonly Development[] => {
  if (lookup.answer('homeKind') !== undefined) return []
  const floor = areaFrom(lookup.answer('otherFloorNew')) ?? 0
  const builds = lookedUpList(lookup, 'fullWork').some((kind) => building.includes(kind))
  if (floor === 0) return builds && !holds(createsHomes, lookup) ? [{ is: 'buildings', floor }] : []
  if (lookup.answer('proposedUse') !== 'agricultural') return [{ is: 'buildings', floor }]
  return [{ is: lookup.answer('glasshouse') === 'yes' ? 'glasshouses' : 'farm-buildings', floor }]
}

// Changes of use and works that make no home. Homes carry their own ground and roads.
const landWorks = (lookup: Lookup, site: number | undefined): readonly Development[] => {
  if (holds(createsHomes, lookup)) return []
  const kinds = lookedUpList(lookup, 'fullWork')
  const changes = kinds.includes('changeUse') || kinds.includes('conversion')
  const forUseNow = lookup.answer('worksForUseNow') === 'yes'
  const works = (kinds.includes('operations') && !forUseNow) || kinds.includes('other')
  return [
    ...(changes ? [{ is: 'change-of-use' } as const] : []),
    ...(kinds.includes('operations') && forUseNow ? [{ is: 'access' } as const] : []),
    ...(works && site !== undefined ? [{ is: 'operations', site } as const] : []),
    ...(kinds.includes('plant') && site !== undefined ? [{ is: 'plant', site } as const] : []),
  ]
}

export const lookedUpList = (lookup: Lookup, question: string): readonly string[] => {
  const answer = lookup.answer(question)
  return Array.isArray(answer) ? answer.map(String) : []
}
