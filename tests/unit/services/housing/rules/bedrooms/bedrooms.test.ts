import { expect, test } from 'vitest'
import { assess } from '#services/housing/rules/assess.ts'
import { roomsNeeded, type Sleeper } from '#services/housing/rules/bedrooms/bedrooms.ts'
import { dorset2026 } from '#services/housing/rules/packs/dorset-2026.ts'
import { answers, british, testDay as today } from '#tests/support/people/housing-answers.ts'

type Who = readonly [sex: 'f' | 'm' | '?', age: number, mark?: 'couple' | 'own']

const household = (...people: readonly Who[]): readonly Sleeper[] => {
  const couple = people.flatMap(([, , mark], at) => (mark === 'couple' ? [String(at)] : []))
  return people.map(([sex, age, mark], at): Sleeper => {
    const id = String(at)
    const partnerOf = couple.includes(id) ? couple.find((other) => other !== id) : undefined
    return {
      id,
      age,
      sex: sex === 'f' ? 'female' : sex === 'm' ? 'male' : 'unknown',
      ...(partnerOf === undefined ? {} : { partnerOf }),
      ...(mark === 'own' ? { ownRoom: true } : {}),
    }
  })
}

const need = (adultAge: number, people: readonly Sleeper[]): number =>
  roomsNeeded(people, { adultAge, mixedShareUnder: 10 }).length

const couple: readonly Who[] = [
  ['f', 34, 'couple'],
  ['m', 36, 'couple'],
]

const vectors: readonly (readonly [string, readonly Who[], number, number])[] = [
  ['single 30', [['f', 30]], 1, 1],
  ['couple', couple, 1, 1],
  ['couple + boy 5', [...couple, ['m', 5]], 2, 2],
  ['couple + boy 5, girl 9', [...couple, ['m', 5], ['f', 9]], 2, 2],
  ['couple + boy 5, girl 10', [...couple, ['m', 5], ['f', 10]], 3, 3],
  ['couple + boy 12, girl 13', [...couple, ['m', 12], ['f', 13]], 3, 3],
  ['couple + boys 12, 17', [...couple, ['m', 12], ['m', 17]], 2, 3],
  [
    'lone parent + boys 15, 9, girl 8',
    [
      ['f', 40],
      ['m', 15],
      ['m', 9],
      ['f', 8],
    ],
    3,
    3,
  ],
  ['couple + girl 12, boy 9, girl 5', [...couple, ['f', 12], ['m', 9], ['f', 5]], 3, 3],
  ['couple + boy 5 (own room medical), boy 7', [...couple, ['m', 5, 'own'], ['m', 7]], 3, 3],
]

test.each(vectors)('%s needs %#', (_, people, at21, at16) => {
  expect(need(21, household(...people))).toBe(at21)
  expect(need(16, household(...people))).toBe(at16)
})

test('two couples have two rooms', () => {
  const two: readonly Sleeper[] = [
    { id: 'a', age: 60, sex: 'male', partnerOf: 'b' },
    { id: 'b', age: 61, sex: 'male', partnerOf: 'a' },
    { id: 'c', age: 30, sex: 'female', partnerOf: 'd' },
    { id: 'd', age: 30, sex: 'female', partnerOf: 'c' },
  ]
  expect(need(21, two)).toBe(2)
})

test('a couple of whom one needs a room alone has two', () => {
  expect(
    need(
      21,
      household(['f', 50, 'couple'], ['m', 52, 'couple']).map((one, at) =>
        at === 0 ? { ...one, ownRoom: true } : one,
      ),
    ),
  ).toBe(2)
})

test('a child of 10 or over whose sex is not said has a room alone; a younger one may share', () => {
  expect(need(21, household(['f', 30], ['?', 10], ['m', 11]))).toBe(3)
  expect(need(21, household(['f', 30], ['?', 9], ['m', 8]))).toBe(2)
})

test('everyone is in exactly one room', () => {
  for (const [, people] of vectors) {
    const all = household(...people)
    const placed = roomsNeeded(all, { adultAge: 21, mixedShareUnder: 10 }).flatMap((room) => room.who)
    expect([...placed].sort()).toEqual(all.map((one) => one.id).sort())
  }
})

// A small generator with a seed, so that a failure can be run again.
const randomFrom = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * below)
  }
}

const randomHousehold = (pick: (below: number) => number): readonly Sleeper[] => {
  const size = 1 + pick(8)
  const people = Array.from({ length: size }, (_, at): Sleeper => {
    const sexes = ['female', 'male', 'unknown'] as const
    const ownRoom = pick(20) === 0
    return {
      id: String(at),
      age: pick(3) === 0 ? 21 + pick(50) : pick(21),
      sex: sexes[pick(9) === 0 ? 2 : pick(2)] ?? 'female',
      ...(ownRoom ? { ownRoom } : {}),
    }
  })
  const adults = people.filter((one) => one.age >= 16)
  const couples = new Map<string, string>()
  for (let at = 0; at + 1 < adults.length; at += 2) {
    const [one, other] = [adults[at], adults[at + 1]]
    if (one !== undefined && other !== undefined && pick(2) === 0) {
      couples.set(one.id, other.id)
      couples.set(other.id, one.id)
    }
  }
  return people.map((one) => {
    const partnerOf = couples.get(one.id)
    return partnerOf === undefined ? one : { ...one, partnerOf }
  })
}

// Written from the standard's own words and not from the code: who may share with whom.
const mayShare = (one: Sleeper, other: Sleeper, adultAge: number): boolean => {
  if (one.ownRoom === true || other.ownRoom === true) return false
  if (one.partnerOf === other.id && other.partnerOf === one.id) return true
  if (inCouple(one) || inCouple(other)) return false
  if (one.age >= adultAge || other.age >= adultAge) return false
  if (one.age < 10 && other.age < 10) return true
  return one.sex === other.sex && one.sex !== 'unknown'
}
const inCouple = (one: Sleeper): boolean => one.partnerOf !== undefined

// The fewest rooms of one or two, over every way of sharing.
const fewest = (people: readonly Sleeper[], adultAge: number): number => {
  const all = 2 ** people.length
  const best = Array.from({ length: all }, () => 99)
  best[0] = 0
  for (let set = 1; set < all; set += 1) {
    const first = people.findIndex((_, at) => (set >> at) % 2 === 1)
    const rest = set - 2 ** first
    best[set] = 1 + (best[rest] ?? 99)
    for (let other = first + 1; other < people.length; other += 1) {
      const [a, b] = [people[first], people[other]]
      if ((rest >> other) % 2 === 0 || a === undefined || b === undefined || !mayShare(a, b, adultAge)) continue
      best[set] = Math.min(best[set] ?? 99, 1 + (best[rest - 2 ** other] ?? 99))
    }
  }
  return best[all - 1] ?? 99
}

// A partner of someone who needs a room alone is single for this purpose: the pair is not a couple in one room, and neither may share otherwise.
const partnersApart = (people: readonly Sleeper[]): readonly Sleeper[] =>
  people.map((one) => {
    const partner = people.find((other) => other.id === one.partnerOf)
    if (partner === undefined || (one.ownRoom !== true && partner.ownRoom !== true)) return one
    return { ...one, ownRoom: true }
  })

test('the fewest rooms of any arrangement, for 20,000 random households', () => {
  const pick = randomFrom(20_261_123)
  for (let at = 0; at < 20_000; at += 1) {
    const people = partnersApart(randomHousehold(pick))
    const adultAge = pick(2) === 0 ? 21 : 16
    if (need(adultAge, people) !== fewest(people, adultAge)) expect({ people, adultAge }).toBe('as brute force has it')
  }
})

const parent = { ...british, dateOfBirth: '1986-01-01' }
const lives = { livesWithYou: 'yes', childTime: 'all' }
const roomsFor = (given: Readonly<Record<string, unknown>>, ...people: readonly Readonly<Record<string, unknown>>[]) =>
  assess(answers({ ...parent, ...given }, { people }), { today, pack: dorset2026 }).need.value.rooms

test('a couple with a child of 5 who expect twins need 3; one baby shares with the child', () => {
  const people = [
    { firstName: 'Ben', relationship: 'partner', sex: 'male', dateOfBirth: '1988-01-01' },
    { firstName: 'Cy', relationship: 'child', sex: 'male', dateOfBirth: '2021-01-01', ...lives },
  ]
  const expecting = { pregnant: 'yes', babyDue: '2027-01-10' }
  expect(roomsFor({ ...expecting, babiesExpected: 2 }, ...people)).toBe(3)
  expect(roomsFor({ ...expecting, babiesExpected: 1 }, ...people)).toBe(2)
  expect(roomsFor(expecting, ...people)).toBe(2)
})

test('a baby born to a daughter of 17 does not lower the need', () => {
  const daughter = {
    firstName: 'Di',
    lastName: 'Okoro',
    relationship: 'child',
    sex: 'female',
    dateOfBirth: '2009-03-01',
  }
  const baby = { firstName: 'Fay', relationship: 'grandchild', sex: 'female', dateOfBirth: '2026-11-20', ...lives }
  const expecting = { ...daughter, ...lives, pregnant: 'yes', babyDue: '2027-01-10' }
  expect(roomsFor({}, expecting)).toBe(3)
  expect(roomsFor({}, { ...daughter, ...lives }, { ...baby, parentName: 'Di' })).toBe(3)
  // Without a parent named, the two are taken to share.
  expect(roomsFor({}, { ...daughter, ...lives }, baby)).toBe(2)
})
