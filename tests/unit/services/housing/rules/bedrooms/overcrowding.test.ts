import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assess } from '#services/housing/rules/assess.ts'
import { hundredths, roomTest, spaceTest } from '#services/housing/rules/bedrooms/statutory-overcrowding.ts'
import { dorset2026 } from '#services/housing/rules/packs/dorset-2026.ts'
import { answers, british, livedHereSince, testDay as today } from '#tests/support/people/housing-answers.ts'

// The Act speaks of square feet; a room of 110 is 10.22 square metres.
const feet: Readonly<Record<number, number>> = {
  130: 1208,
  120: 1115,
  110: 1022,
  90: 836,
  80: 743,
  75: 697,
  70: 650,
  50: 465,
  49: 455,
}
const rooms = (...areas: readonly number[]) => areas.map((area) => ({ area: feet[area] ?? 0 }))

const vectors: readonly (readonly [string, readonly number[], readonly number[], ReturnType<typeof spaceTest>])[] = [
  ['2 adults, 5 and 7 in 120 and 80 square feet', [30, 29, 5, 7], [120, 80], { units: 6, permitted: 6, result: 'not' }],
  ['6 people in 130, 110 and 75', [30, 29, 14, 12, 9, 3], [130, 110, 75], { units: 10, permitted: 10, result: 'not' }],
  ['a baby counts for nothing', [30, 29, 5, 7, 0], [120, 80], { units: 6, permitted: 6, result: 'not' }],
  ['a child of 1 counts for half', [30, 29, 5, 7, 1], [120, 80], { units: 7, permitted: 6, result: 'overcrowded' }],
  ['a child counts for one from 10', [30, 29, 10], [120], { units: 6, permitted: 4, result: 'overcrowded' }],
  ['a room under 50 square feet holds nobody', [30], [49], { units: 2, permitted: 0, result: 'overcrowded' }],
  [
    'five rooms hold two each',
    Array.from({ length: 10 }, () => 30),
    [130, 130, 130, 130, 130],
    { units: 20, permitted: 20, result: 'not' },
  ],
]

test.each(vectors)('%s', (_, ages, areas, expected) => {
  expect(spaceTest(ages, rooms(...areas))).toEqual(expected)
})

test('a room that is not measured is taken to be large, and the answer is not known until it is', () => {
  expect(spaceTest([30, 29], [{}]).result).toBe('unknown')
  expect(spaceTest([30, 29, 28, 27, 26], [{}, {}]).result).toBe('overcrowded')
})

test('one more person or one room less never cures overcrowding', () => {
  const ages = fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 12 })
  const home = fc.array(
    fc.integer({ min: 300, max: 2500 }).map((area) => ({ area })),
    { minLength: 1, maxLength: 7 },
  )
  fc.assert(
    fc.property(ages, home, fc.integer({ min: 0, max: 90 }), (people, house, age) => {
      if (spaceTest(people, house).result !== 'overcrowded') return
      expect(spaceTest([...people, age], house).result).toBe('overcrowded')
      expect(spaceTest(people, house.slice(1)).result).toBe('overcrowded')
    }),
  )
})

const person = (id: string, age: number, sex: 'female' | 'male' | 'unknown', partnerOf?: string) => ({
  id,
  age,
  sex,
  ...(partnerOf === undefined ? {} : { partnerOf }),
})

test('a brother and sister over 10 in one room breach the room standard; a couple does not', () => {
  expect(roomTest([person('a', 11, 'female'), person('b', 12, 'male')], 1)).toBe('breached')
  expect(roomTest([person('a', 9, 'female'), person('b', 12, 'male')], 1)).toBe('not')
  expect(roomTest([person('a', 31, 'female', 'b'), person('b', 32, 'male', 'a')], 1)).toBe('not')
  expect(roomTest([person('a', 31, 'female', 'b'), person('b', 32, 'male', 'a'), person('c', 12, 'male')], 1)).toBe(
    'breached',
  )
  expect(roomTest([person('a', 31, 'female'), person('b', 12, 'unknown')], 1)).toBe('unknown')
  expect(roomTest([person('a', 11, 'female'), person('b', 12, 'male')], 2)).toBe('not')
})

test('area is decimal text, never a float', () => {
  expect([hundredths('12.5'), hundredths('10.22'), hundredths('9'), hundredths('x')]).toEqual([
    1250,
    1022,
    900,
    undefined,
  ])
})

const family = [
  {
    firstName: 'Ben',
    lastName: 'Okoro',
    relationship: 'partner',
    sex: 'male',
    dateOfBirth: '1988-01-01',
    livesWithYou: 'yes',
  },
  {
    firstName: 'Cy',
    lastName: 'Okoro',
    relationship: 'child',
    sex: 'male',
    dateOfBirth: '2012-01-01',
    livesWithYou: 'yes',
    childTime: 'all',
  },
  {
    firstName: 'Di',
    lastName: 'Okoro',
    relationship: 'child',
    sex: 'female',
    dateOfBirth: '2013-01-01',
    livesWithYou: 'yes',
    childTime: 'all',
  },
]
const home = { ...british, dateOfBirth: '1989-02-02', livingSituation: 'privateRent', propertyType: 'flat' }
const lists = { people: family, 'address-history': [livedHereSince('2015-01-01')] }
const judge = (given: Readonly<Record<string, unknown>>, more = {}) =>
  assess(answers({ ...home, ...given }, { ...lists, ...more }), { today, pack: dorset2026 })

test('a couple with a boy of 14 and a girl of 13 in one bedroom lack two: band B', () => {
  const found = judge({ bedroomsAvailable: 1 })
  expect(found.need.value.rooms).toBe(3)
  expect(found.space.value).toEqual({ available: 1, lacking: 2, spare: 0 })
  expect(found.banding.value).toMatchObject({ band: 'B', codes: [{ code: 'B-OVER2' }] })
})

test('with two bedrooms they lack one: band C; with three none', () => {
  expect(judge({ bedroomsAvailable: 2 }).banding.value).toMatchObject({ band: 'C', codes: [{ code: 'C-OVER1' }] })
  expect(judge({ bedroomsAvailable: 3 }).space.value.lacking).toBe(0)
})

test('a member who will join counts for the need and for the lack', () => {
  const apart = family.map((one, at) => (at === 1 ? { ...one, livesWithYou: 'no', childTime: 'willJoin' } : one))
  const found = judge({ bedroomsAvailable: 2 }, { people: apart })
  expect(found.need.value.rooms).toBe(3)
  expect(found.space.value.lacking).toBe(1)
  expect(found.banding.value.codes.map((one) => one.code)).toEqual(['C-SPLIT', 'C-OVER1'])
})

test('everyone who lives in the home is counted where its rooms are listed', () => {
  const hosts = [
    { otherName: 'Gran', otherAge: 70, otherSex: 'female', otherCouple: 'yes' },
    { otherName: 'Grandad', otherAge: 72, otherSex: 'male', otherCouple: 'yes' },
    { otherName: 'Uncle', otherAge: 40, otherSex: 'male', otherCouple: 'no' },
  ]
  const three = ['bedroom', 'bedroom', 'bedroom', 'living'].map((roomUse, at) => ({
    roomName: `Room ${at}`,
    roomUse,
    roomArea: '12',
  }))
  const found = judge({ bedroomsAvailable: 3 }, { rooms: three, 'others-at-home': hosts })
  expect(found.space.value.lacking).toBe(2)
  expect(found.statutory?.value).toEqual({ overcrowded: false, room: 'not', space: 'not' })
})

test('a bedsit is one bedroom for a single person, and no home is short of none', () => {
  const alone = answers({ ...home, propertyType: 'studio', bedroomsAvailable: 0 }, {})
  expect(assess(alone, { today, pack: dorset2026 }).space.value.lacking).toBe(0)
  const street = answers({ ...british, dateOfBirth: '1989-02-02', livingSituation: 'noFixedAbode' }, {})
  expect(assess(street, { today, pack: dorset2026 }).space.value).toEqual({ lacking: 0, spare: 0 })
})

test('a home that is overcrowded in law is proposed for band A, for an officer to confirm', () => {
  const small = [{ roomName: 'Only room', roomUse: 'both', roomArea: '10' }]
  const found = judge({ bedroomsAvailable: 1 }, { rooms: small })
  expect(found.statutory?.value).toEqual({ overcrowded: true, room: 'breached', space: 'overcrowded' })
  expect(found.banding.value.codes[0]).toMatchObject({ code: 'A-STAT', officerConfirms: true })
})

test('a tenant alone in 2 bedrooms whose son of 12 will join is not under-occupying', () => {
  const son = { ...family[1], dateOfBirth: '2014-11-01', livesWithYou: 'no', childTime: 'willJoin' }
  const found = assess(
    answers({ ...home, livingSituation: 'councilTenant', bedroomsAvailable: 2 }, { ...lists, people: [son] }),
    { today, pack: dorset2026 },
  )
  expect(found.space.value).toEqual({ available: 2, lacking: 0, spare: 0 })
  expect(found.banding.value.codes.map((one) => one.code)).not.toContain('B-UND')
})

test('a need of 3 with an agreed room for a carer lacks 1 in 2 bedrooms; without the agreement it lacks none', () => {
  const cared = { ...home, hasHealthNeed: 'yes', overnightCarer: 'yes', carerNights: 4, bedroomsAvailable: 2 }
  const judged = (agreed: readonly { code: 'carer'; who: string }[]) =>
    assess(answers(cared, { ...lists, people: family.slice(0, 2) }), { today, pack: dorset2026, agreed })
  expect(judged([]).space.value.lacking).toBe(0)
  const found = judged([{ code: 'carer', who: 'You' }])
  expect([found.need.value.rooms, found.space.value.lacking]).toEqual([3, 1])
  expect(found.banding.value.codes.map((one) => one.code)).toEqual(['C-OVER1'])
})
