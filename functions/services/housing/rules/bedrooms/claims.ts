// Rooms that are asked for and that an officer must agree: a room because of health, a carer at night, a child to foster or adopt.

import type { HousingPack } from '../packs/housing-pack.ts'
import type { Household } from './household.ts'

export type Claim = {
  readonly code: 'own-room' | 'carer' | 'foster'
  readonly id: string
  readonly who: string
  readonly rooms: number
}

// Claims that an officer has agreed.
export type Agreed = readonly Pick<Claim, 'code' | 'who'>[]

export const claimsIn = (household: Household, pack: HousingPack): readonly Claim[] => {
  const { carerNights, carerRooms, fosterRooms } = pack.bedrooms
  const counting = household.people.filter((person) => person.counts === 'yes')
  const foster: Claim = { code: 'foster', id: 'you', who: 'You', rooms: fosterRooms.value }
  return [
    ...counting
      .filter((person) => person.claims.ownRoom)
      .map(({ id, name }): Claim => ({ code: 'own-room', id, who: name, rooms: 1 })),
    ...counting
      .filter((person) => person.claims.carerNights >= carerNights.value)
      .slice(0, 1)
      .map(({ id, name }): Claim => ({ code: 'carer', id, who: name, rooms: carerRooms.value })),
    ...(household.fosterChildren > 0 ? [foster] : []),
  ]
}
