// From the answers to the facts that the tables read: people, rooms, stays, and what is worked out from them. Every fact has its reasons.
import { addDays, type Day } from '#domain/day.ts'
import type { Lookup } from '#domain/forms/condition.ts'
import type { RuleStep, Traced } from '#domain/rules/trace.ts'
import type { Agreed } from './bedrooms/claims.ts'
import { type Household, householdFrom } from './bedrooms/household.ts'
import { type Need, need } from './bedrooms/need.ts'
import { type Space, space } from './bedrooms/overcrowding.ts'
import { type StatutoryRooms, statutory } from './bedrooms/statutory.ts'
import { type History, historiesFrom } from './ground/stays.ts'
import { rowsFor, withFacts } from './ground/table.ts'
import type { HousingPack } from './packs/housing-pack.ts'
import { exemptionRows } from './qualification/exemptions.ts'
import { homelessnessConnection } from './qualification/homelessness-connection.ts'
import { qualificationFacts } from './qualification/qualification.ts'
import { rentBurden } from './qualification/rent.ts'

export type Facts = {
  // The answers, with every fact beside them.
  readonly lookup: Lookup
  readonly household: Household
  readonly histories: readonly History[]
  readonly need: Traced<Need>
  readonly space: Traced<Space>
  readonly statutory?: Traced<StatutoryRooms>
  // The reasons for the facts that the bands rest on.
  readonly steps: readonly RuleStep[]
}

export type FactsGiven = { readonly pack: HousingPack; readonly agreed?: Agreed; readonly alsoHere?: boolean }

export const factsFrom = (answers: Lookup, given: FactsGiven): Facts => {
  const { pack } = given
  const household = householdFrom(answers, pack.bedrooms)
  const histories = historiesFrom(answers, pack.connection.neutralPlaces.value)
  const needed = need(answers, household, pack, given.agreed ?? [])
  const room = space(answers, household, pack, needed.value.rooms)
  const law = statutory(answers, household, pack.name)
  const duty =
    answers.answer('dutyAccepted') === 'yes' ? homelessnessConnection(answers, histories, pack.name) : undefined
  const rent = rentBurden(answers, pack)
  const facts = {
    ...qualificationFacts(answers, pack, given.alsoHere === true),
    ...exemptionFacts(answers),
    ...noticeFact(answers, pack),
    bedroomsLacking: room.value.lacking,
    bedroomsSpare: room.value.spare,
    statutorilyOvercrowded: yesNo(law?.value.overcrowded === true),
    homelessnessConnection: yesNo(duty !== undefined && duty.value !== 'none'),
    rentBurden: yesNo(rent?.heavy === true),
    familyApart: yesNo(isApart(household)),
  }
  const found = { household, histories, space: room, need: needed }
  return {
    ...found,
    lookup: withFacts(answers, facts),
    ...(law === undefined ? {} : { statutory: law }),
    steps: [...(duty?.steps ?? []), ...(rent === undefined ? [] : [rent.step])],
  }
}

const exemptionFacts = (answers: Lookup) => {
  const codes = rowsFor(exemptionRows, answers).map((row) => row.code)
  return {
    rightToMove: yesNo(codes.includes('X4')),
    forcesExemption: yesNo(codes.includes('X3') && answers.answer('forcesKind') !== 'separated'),
  }
}

// Partners, or a parent and child, who cannot live together now.
const isApart = (household: Household): boolean =>
  household.people.some(
    (person) =>
      !person.livesHere &&
      person.counts === 'yes' &&
      (person.relationship === 'partner' || person.relationship === 'child'),
  )

const noticeFact = (answers: Lookup, pack: HousingPack) => {
  const leaveBy = answers.answer('leaveBy')
  const last: Day = addDays(answers.today, pack.noticeDays.value)
  const soon = answers.answer('toldToLeave') === 'yes' && typeof leaveBy === 'string' && leaveBy <= last
  return { noticeIsSoon: yesNo(soon) }
}

const yesNo = (is: boolean): 'yes' | 'no' => (is ? 'yes' : 'no')
