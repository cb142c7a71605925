// Overcrowding in law (Housing Act 1985 ss324 to 326; docs/rules/housing.md, "Overcrowding"): the
// room standard and the space standard. Half units and hundredths of
// a square metre are whole numbers here, so that nothing is rounded.
import type { Sleeper } from './bedrooms.ts'

// A room normally used as a bedroom or a living room. Area in hundredths of a square metre; undefined while it is not measured.
export type HomeRoom = { readonly area?: number }

export type SpaceTest = {
  // In halves of a person.
  readonly units: number
  readonly permitted: number
  // 'unknown': not overcrowded on what is known, and some rooms are not measured.
  readonly result: 'overcrowded' | 'not' | 'unknown'
}

export type RoomTest = 'breached' | 'not' | 'unknown'

export const spaceTest = (ages: readonly number[], rooms: readonly HomeRoom[]): SpaceTest => {
  const units = ages.reduce((sum, age) => sum + halves(age), 0)
  const permitted = Math.min(byNumber(rooms), byArea(rooms))
  if (units > permitted) return { units, permitted, result: 'overcrowded' }
  return { units, permitted, result: rooms.every((room) => room.area !== undefined) ? 'not' : 'unknown' }
}

// Two people of opposite sex, both 10 or over and not a couple, must not have to share. In two rooms they never have to.
export const roomTest = (people: readonly Sleeper[], rooms: number): RoomTest => {
  if (rooms !== 1) return 'not'
  const older = people.filter((person) => person.age >= 10)
  const pairs = older.flatMap((one, at) => older.slice(at + 1).map((other) => [one, other] as const))
  const apart = pairs.filter(([one, other]) => one.partnerOf !== other.id)
  if (apart.some(([one, other]) => opposite(one, other))) return 'breached'
  return apart.some(([one, other]) => one.sex === 'unknown' || other.sex === 'unknown') ? 'unknown' : 'not'
}

const opposite = (one: Sleeper, other: Sleeper): boolean =>
  (one.sex === 'female' && other.sex === 'male') || (one.sex === 'male' && other.sex === 'female')

// A baby under 1 counts for nothing, a child under 10 for half a person.
const halves = (age: number): number => {
  if (age < 1) return 0
  return age < 10 ? 1 : 2
}

// Table 1: rooms of at least 50 square feet. One not yet measured is taken to be large enough.
const byNumber = (rooms: readonly HomeRoom[]): number => {
  const counted = rooms.filter((room) => room.area === undefined || room.area >= 465).length
  return [0, 4, 6, 10, 15][counted] ?? counted * 4
}

// Table 2: 110, 90, 70 and 50 square feet.
const byArea = (rooms: readonly HomeRoom[]): number =>
  rooms.reduce((sum, room) => sum + (room.area === undefined ? 4 : halvesOf(room.area)), 0)

const halvesOf = (area: number): number => {
  if (area >= 1022) return 4
  if (area >= 836) return 3
  if (area >= 650) return 2
  return area >= 465 ? 1 : 0
}

// "12.5" square metres is 1250 hundredths. The answer is decimal text, never a float.
export const hundredths = (metres: string): number | undefined => {
  const found = /^(\d+)(?:\.(\d{1,2}))?$/.exec(metres)
  return found === null ? undefined : Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
}
