// The bedrooms that a household needs, with the reason for each (docs/rules/housing.md, "Bedrooms
// needed"). What an officer has still to agree stands apart:
// `rooms` is certain from the answers and what was agreed, `ifAgreed` counts every claim.
import type { Lookup } from '#domain/forms/condition.ts'
import type { Traced, Used } from '#domain/rules/trace.ts'
import { usedHere } from '../ground/used.ts'
import type { HousingPack } from '../packs/housing-pack.ts'
import { type Room, roomsNeeded, type Sleeper } from './bedrooms.ts'
import { type Agreed, agreementStandsOn, agreementTo, claimsIn, type RoomClaim } from './claims.ts'
import type { Household, Person } from './household.ts'
import { claimStep, notCounted, roomStep, totalStep } from './need-words.ts'

export type Need = {
  readonly rooms: number
  readonly ifAgreed: number
  readonly claims: readonly RoomClaim[]
}

export const need = (lookup: Lookup, household: Household, pack: HousingPack, agreed: Agreed = []): Traced<Need> => {
  const claims = claimsIn(household, pack)
  const { today } = lookup
  const found = claims.map((claim) => ({ claim, agreement: agreementTo(claim, agreed, today) }))
  const granted = found.flatMap(({ claim, agreement }) =>
    agreement !== undefined && agreementStandsOn(agreement, today) ? [claim] : [],
  )
  const certain = counted(household, pack, granted)
  const everything = counted(household, pack, claims)
  const said = (claim: RoomClaim): readonly Used[] =>
    claim.code === 'foster'
      ? ['fostering', 'fosterChildren'].flatMap((question) => usedHere(lookup, question))
      : (household.people.find(({ id }) => id === claim.id)?.said ?? [])
  return {
    value: { rooms: certain.total, ifAgreed: everything.total, claims },
    steps: [
      ...certain.rooms.map((room) => roomStep(room, household, pack)),
      ...notCounted(household, pack),
      ...found.map(({ claim, agreement }) => claimStep({ claim, agreement, said: said(claim), today }, pack)),
      totalStep(certain.total, everything.total, household, pack),
    ],
  }
}

const counted = (
  household: Household,
  pack: HousingPack,
  claims: readonly RoomClaim[],
): { readonly rooms: readonly Room[]; readonly total: number } => {
  const { adultAge, mixedShareUnder, most } = pack.bedrooms
  const sharing = { adultAge: adultAge.value, mixedShareUnder: mixedShareUnder.value }
  const rooms = roomsNeeded(sleepers(household, claims), sharing)
  const extra = claims.filter((claim) => claim.code !== 'own-room').reduce((sum, claim) => sum + claim.rooms, 0)
  return { rooms, total: Math.min(rooms.length + extra, most.value) }
}

export const sleepers = (household: Household, claims: readonly RoomClaim[]): readonly Sleeper[] => [
  ...household.people.filter((person) => person.counts === 'yes').map((person) => sleeper(person, household, claims)),
  ...household.babies
    .filter((baby) => baby.counts)
    .flatMap((baby) =>
      Array.from({ length: baby.expected }, (_, at): Sleeper => {
        const id = `baby of ${baby.mother}${at === 0 ? '' : ` ${at + 1}`}`
        return { id, age: 0, sex: 'unknown' }
      }),
    ),
]

const sleeper = (person: Person, household: Household, claims: readonly RoomClaim[]): Sleeper => ({
  ...person,
  ...(claims.some((claim) => claim.code === 'own-room' && claim.id === person.id) ? { ownRoom: true } : {}),
  ...(household.parents.includes(person.id) ? { parent: true } : {}),
})
