// Overcrowding in law, read from the answers: everyone who lives in the home and every room in which someone sleeps or sits.
import type { Lookup } from '#domain/forms/condition.ts'
import { type RuleStep, stepIn, type Traced } from '#domain/rules/trace.ts'
import { statutoryReads } from '../ground/fact-reads.ts'
import { roomStandard, spaceStandard } from '../ground/sources.ts'
import { usedIn } from '../ground/used.ts'
import type { Household } from './household.ts'
import { sleepersAtHome } from './others-at-home.ts'
import {
  type HomeRoom,
  hundredths,
  type RoomTest,
  roomTest,
  type SpaceTest,
  spaceTest,
} from './statutory-overcrowding.ts'

export type StatutoryRooms = {
  readonly overcrowded: boolean
  readonly room: RoomTest
  readonly space: SpaceTest['result']
}

// Undefined where the rooms were not asked for, because the home was said not to be too small.
export const statutory = (lookup: Lookup, household: Household, pack: string): Traced<StatutoryRooms> | undefined => {
  const rooms = lookup.items('rooms').map(roomFrom)
  if (rooms.length === 0) return undefined
  const people = [...household.people.filter((person) => person.livesHere), ...sleepersAtHome(lookup)]
  const room = roomTest(people, rooms.length)
  const space = spaceTest(
    people.map((person) => person.age),
    rooms,
  )
  const used = usedIn(lookup, statutoryReads)
  return {
    value: { overcrowded: room === 'breached' || space.result === 'overcrowded', room, space: space.result },
    steps: [
      stepIn({ rule: 'ROOM', words: roomWords[room], used, source: roomStandard }, pack),
      stepIn({ rule: 'SPACE', words: spaceWords(space), used, source: spaceStandard }, pack),
    ],
  }
}

const roomFrom = (room: Lookup): HomeRoom => {
  const given = room.answer('roomArea')
  const area = typeof given === 'string' ? hundredths(given) : undefined
  return area === undefined ? {} : { area }
}

const roomWords: Readonly<Record<RoomTest, string>> = {
  breached: 'There is 1 room, and two people of opposite sex aged 10 or over who are not a couple must sleep in it.',
  not: 'No two people of opposite sex aged 10 or over, other than a couple, have to sleep in one room.',
  unknown: 'There is 1 room, and we do not know the sex of everyone aged 10 or over. An officer will ask.',
}

const spaceWords = (space: SpaceTest): RuleStep['words'] => {
  const counts = `The people who live there count as ${inPersons(space.units)}, and the rooms may hold ${inPersons(space.permitted)}`
  switch (space.result) {
    case 'overcrowded':
      return `${counts}: the home is overcrowded in law.`
    case 'not':
      return `${counts}: the home is not overcrowded in law.`
    case 'unknown':
      return `${counts} at most. Some rooms are not measured: an officer will measure them.`
  }
}

const inPersons = (halves: number): string =>
  halves % 2 === 0 ? String(halves / 2) : `${(halves - 1) / 2 === 0 ? '' : (halves - 1) / 2}½`
