// Rooms that are asked for and that an officer must agree: a room because of health, a carer at night, a child to foster or adopt.

import type { Decision } from '#domain/cases/case.ts'
import type { Day } from '#domain/day.ts'
import type { HousingPack } from '../packs/housing-pack.ts'
import type { Household } from './household.ts'

export type RoomClaim = {
  readonly code: 'own-room' | 'carer' | 'foster'
  readonly id: string
  readonly who: string
  readonly rooms: number
}

// Claims that an officer has agreed: by whom, since when and until when, and why.
export type RoomAgreement = Pick<RoomClaim, 'who'> & { readonly code: string } & Partial<
    Pick<Decision, 'by' | 'on' | 'until' | 'reason'>
  >
export type Agreed = readonly RoomAgreement[]

// The agreement to a claim that stands on a day, or else the last that ran out before it.
export const agreementTo = (claim: RoomClaim, agreed: Agreed, today: Day): RoomAgreement | undefined => {
  const about = agreed.filter(({ code, who, on }) => code === claim.code && who === claim.who && (on ?? today) <= today)
  return about.find((one) => agreementStandsOn(one, today)) ?? about.at(-1)
}

export const agreementStandsOn = ({ until }: RoomAgreement, today: Day): boolean => until === undefined || today < until

export const claimsIn = (household: Household, pack: HousingPack): readonly RoomClaim[] => {
  const { carerNights, carerRooms, fosterRooms } = pack.bedrooms
  const counting = household.people.filter((person) => person.counts === 'yes')
  const foster: RoomClaim = { code: 'foster', id: 'you', who: 'You', rooms: fosterRooms.value }
  return [
    ...counting
      .filter((person) => person.claims.ownRoom)
      .map(({ id, name }): RoomClaim => ({ code: 'own-room', id, who: name, rooms: 1 })),
    ...counting
      .filter((person) => person.claims.carerNights >= carerNights.value)
      .slice(0, 1)
      .map(({ id, name }): RoomClaim => ({ code: 'carer', id, who: name, rooms: carerRooms.value })),
    ...(household.fosterChildren > 0 ? [foster] : []),
  ]
}
