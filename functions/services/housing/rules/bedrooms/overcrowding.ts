// How many bedrooms the home is short of or has to spare (docs/rules/housing.md, "Overcrowding").
// Two ways of counting, and the greater lack stands: those who will
// live together, with every room that an officer agreed, against the bedrooms that the household can use; and, where every room was listed,
// everyone who lives there now against all of them.
import type { Lookup } from '#domain/forms/condition.ts'
import type { RuleStep, Traced } from '#domain/rules/trace.ts'
import { householdReads, roomsReads, statutoryReads } from '../ground/fact-reads.ts'
import { usedIn } from '../ground/used.ts'
import type { BedroomRules, HousingPack } from '../packs/housing-pack.ts'
import { roomsNeeded, type Sleeper } from './bedrooms.ts'
import type { Household } from './household.ts'
import { sleepers } from './need.ts'
import { bedroomsIn } from './need-words.ts'
import { sleepersAtHome } from './others-at-home.ts'

export type Space = {
  // Undefined where there is no home to be short of room in: no fixed address, prison, hospital.
  readonly available?: number
  readonly lacking: number
  readonly spare: number
}

export const space = (lookup: Lookup, household: Household, pack: HousingPack, needed: number): Traced<Space> => {
  const given = lookup.answer('bedroomsAvailable')
  if (typeof given !== 'number') return { value: { lacking: 0, spare: 0 }, steps: [] }
  const here = sleepers(household, []).filter((person) => livesHere(person, household))
  const available = asBedrooms(given, lookup, pack.bedrooms)
  const whole = wholeHome(lookup, here, pack)
  const lacking = Math.max(needed - available, whole?.value ?? 0, 0)
  const steps = [ownStep(lookup, needed, available, pack), ...(whole?.steps ?? [])]
  return { value: { available, lacking, spare: lacking > 0 ? 0 : Math.max(available - needed, 0) }, steps }
}

const livesHere = (person: Sleeper, household: Household): boolean =>
  household.people.find((one) => one.id === person.id)?.livesHere ?? true

// A bedsit has no separate bedroom and is somewhere to sleep.
const asBedrooms = (given: number, lookup: Lookup, rules: BedroomRules): number => {
  const kind = lookup.answer('propertyType')
  return given === 0 && (kind === 'studio' || kind === 'room') ? rules.studioBedrooms.value : given
}

const count = (people: readonly Sleeper[], rules: BedroomRules): number =>
  roomsNeeded(people, { adultAge: rules.adultAge.value, mixedShareUnder: rules.mixedShareUnder.value }).length

const wholeHome = (lookup: Lookup, here: readonly Sleeper[], pack: HousingPack): Traced<number> | undefined => {
  const uses = lookup.items('rooms').map((room) => room.answer('roomUse'))
  const others = sleepersAtHome(lookup)
  if (uses.length === 0 || others.length === 0) return undefined
  const counts = pack.bedrooms.livingRoomIsBedroom.value ? ['bedroom', 'both'] : ['bedroom']
  const bedrooms = uses.filter((use) => typeof use === 'string' && counts.includes(use)).length
  const needed = count([...here, ...others], pack.bedrooms)
  const words = `Everyone who lives in the home needs ${bedroomsIn(needed)}, and it has ${bedrooms}.`
  return {
    value: Math.max(needed - bedrooms, 0),
    steps: [
      {
        rule: 'LACK',
        words,
        used: usedIn(lookup, statutoryReads),
        source: pack.source,
        pack: pack.name,
        ...(pack.bedrooms.livingRoomIsBedroom.confirm === undefined
          ? {}
          : { confirm: pack.bedrooms.livingRoomIsBedroom.confirm }),
      },
    ],
  }
}

const ownStep = (lookup: Lookup, needed: number, available: number, pack: HousingPack): RuleStep => {
  const difference = needed - available
  const result =
    difference > 0
      ? `lacks ${difference}`
      : difference < 0
        ? `has ${-difference} more than it needs`
        : 'has what it needs'
  return {
    rule: 'LACK',
    words: `Those who will live together need ${bedroomsIn(needed)}, and can use ${available} in the home now: the household ${result}.`,
    used: usedIn(lookup, [...roomsReads, ...householdReads]),
    source: pack.source,
    pack: pack.name,
  }
}
