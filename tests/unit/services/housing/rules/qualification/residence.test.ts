import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addYears, daysBetween, earlier } from '#domain/day.ts'
import { daysHere, hereSince, residence, type Stay } from '#services/housing/rules/ground/residence.ts'
import { historiesFrom } from '#services/housing/rules/ground/stays.ts'
import { dorset2026 } from '#services/housing/rules/packs/dorset-2026.ts'
import { residenceIn } from '#services/housing/rules/qualification/connection.ts'
import { homelessnessConnection } from '#services/housing/rules/qualification/homelessness-connection.ts'
import { answers, testDay as today } from '#tests/support/people/housing-answers.ts'

const lived = (from: string, to = today, where: Stay['where'] = 'in'): Stay => ({ from, to, where })
const met = (...stays: readonly Stay[]): boolean => residenceIn(stays, today, dorset2026.connection).met

const cases: readonly (readonly [string, boolean, readonly Stay[]])[] = [
  ['here for exactly 2 years', true, [lived('2024-11-23')]],
  ['here for 2 years less a day', false, [lived('2024-11-24')]],
  ['two addresses that follow each other', true, [lived('2024-11-23', '2025-06-01'), lived('2025-06-01')]],
  ['addresses that overlap', true, [lived('2024-11-23', '2025-06-10'), lived('2025-06-01')]],
  [
    'out and back within 92 days',
    true,
    [lived('2024-11-23', '2025-06-01'), lived('2025-06-01', '2025-09-01', 'out'), lived('2025-09-01')],
  ],
  [
    'out and back after 93 days',
    false,
    [lived('2024-11-23', '2025-06-01'), lived('2025-06-01', '2025-09-02', 'out'), lived('2025-09-02')],
  ],
  ['moved away yesterday', false, [lived('2025-01-01', '2026-11-22'), lived('2026-11-22', today, 'out')]],
  [
    'moved away last week after exactly 3 years',
    true,
    [lived('2023-11-16', '2026-11-16'), lived('2026-11-16', today, 'out')],
  ],
  [
    'exactly 3 of the last 5 years in two parts',
    true,
    [lived('2021-11-23', '2023-11-23'), lived('2023-11-23', '2025-11-22', 'out'), lived('2025-11-22')],
  ],
  [
    'two years and one year, 29 February between them: 1,095 days',
    true,
    [lived('2021-11-23', '2023-11-23'), lived('2023-11-23', '2025-11-23', 'out'), lived('2025-11-23')],
  ],
  [
    '3 of 5 years less a day',
    false,
    [lived('2021-11-23', '2023-11-23'), lived('2023-11-23', '2025-11-24', 'out'), lived('2025-11-24')],
  ],
  [
    'years before the last 5 do not count',
    false,
    [lived('2010-01-01', '2021-12-23'), lived('2021-12-23', today, 'out')],
  ],
  [
    'a year, prison elsewhere for a year, a year',
    true,
    [lived('2023-11-23', '2024-11-23'), lived('2024-11-23', '2025-11-23', 'neutral'), lived('2025-11-23')],
  ],
  [
    'prison elsewhere does not add to the time',
    false,
    [lived('2024-11-23', '2025-11-23'), lived('2025-11-23', today, 'neutral')],
  ],
  [
    '2 years, then in hospital elsewhere now',
    true,
    [lived('2023-11-23', '2025-11-23'), lived('2025-11-23', today, 'neutral')],
  ],
  ['never here', false, [lived('2015-01-01', today, 'out')]],
  ['no address at all', false, []],
]

test.each(cases)('%s: local connection by residence is %s', (_, expected, stays) => {
  expect(met(...stays)).toBe(expected)
})

test('the reason says since when', () => {
  expect(residenceIn([lived('2024-11-23')], today, dorset2026.connection).words).toBe(
    'Lived in the area without a break since 23 November 2024: 2 years or more.',
  )
  expect(residenceIn([lived('2024-11-24')], today, dorset2026.connection).words).toContain('since 24 November 2024')
})

test('a 29 February counts by the calendar', () => {
  expect(residenceIn([lived('2024-02-29', '2026-02-28')], '2026-02-28', dorset2026.connection).met).toBe(false)
  expect(residenceIn([lived('2024-02-28', '2026-02-28')], '2026-02-28', dorset2026.connection).met).toBe(true)
})

const anyStay = fc
  .tuple(
    fc.integer({ min: 0, max: 2200 }),
    fc.integer({ min: 1, max: 900 }),
    fc.constantFrom<Stay['where']>('in', 'out', 'neutral'),
  )
  .map(([start, length, where]): Stay => {
    const from = addDays('2020-11-23', start)
    const to = addDays(from, length)
    return { from, to: earlier(to, today), where }
  })
  .filter((stay) => stay.from < stay.to)

test('days in the area are counted as one would on a calendar, day by day', () => {
  fc.assert(
    fc.property(fc.array(anyStay, { maxLength: 7 }), fc.constantFrom(0, 30, 92), (stays, bridge) => {
      const window = { from: addYears(today, -5), to: today }
      expect(daysHere(stays, window, bridge)).toBe(daysOneByOne(stays, window, bridge))
    }),
    { numRuns: 300 },
  )
})

test('more time in the area never takes a connection away', () => {
  fc.assert(
    fc.property(fc.array(anyStay, { maxLength: 6 }), anyStay, (stays, extra) => {
      const more: Stay = { ...extra, where: 'in' }
      if (residenceIn(stays, today, dorset2026.connection).met)
        expect(residenceIn([...stays, more], today, dorset2026.connection).met).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('the order of addresses does not matter', () => {
  fc.assert(
    fc.property(fc.array(anyStay, { maxLength: 6 }), (stays) => {
      expect(residence([...stays].reverse(), 92)).toEqual(residence(stays, 92))
      expect(hereSince([...stays].reverse(), today, 92)).toEqual(hereSince(stays, today, 92))
    }),
  )
})

// An independent count: each day is lived here if a stay covers it, or it lies in a gap short enough to bridge.
const daysOneByOne = (stays: readonly Stay[], window: { from: string; to: string }, bridge: number): number => {
  const isIn = (day: string) => stays.some((stay) => stay.where === 'in' && stay.from <= day && day < stay.to)
  const isNeutral = (day: string) => stays.some((stay) => stay.where === 'neutral' && stay.from <= day && day < stay.to)
  const days = Array.from({ length: daysBetween('2020-11-01', today) }, (_, at) => addDays('2020-11-01', at))
  const first = days.findIndex(isIn)
  let gap: string[] = []
  let counted = 0
  for (const day of first < 0 ? [] : days.slice(first)) {
    if (isIn(day)) {
      const away = gap.filter((one) => !isNeutral(one))
      if (away.length <= bridge) counted += away.filter((one) => one >= window.from).length
      gap = []
      if (day >= window.from) counted += 1
    } else gap.push(day)
  }
  return counted
}

const s199 = (given: Readonly<Record<string, unknown>>, ...stays: readonly Stay[]) =>
  homelessnessConnection(answers(given), [{ who: 'applicant', stays }], 'dorset-2026').value

test('the homelessness test is another one: 6 of the last 12 months', () => {
  expect(s199({}, lived('2026-05-23'))).toBe('residence')
  expect(s199({}, lived('2026-05-24'))).toBe('none')
  expect(met(lived('2026-05-23'))).toBe(false)
  expect(s199({}, lived('2023-11-23', '2026-11-23'))).toBe('residence')
})

test('for homelessness, six months by the calendar are enough, in one stay or in two', () => {
  expect(s199({}, lived('2025-12-01', '2026-03-01'), lived('2026-03-20', '2026-06-20'))).toBe('residence')
  expect(s199({}, lived('2025-12-01', '2026-03-01'), lived('2026-03-20', '2026-06-19'))).toBe('none')
  expect(s199({}, lived('2021-11-23', '2023-11-23'), lived('2024-11-23', '2025-11-23'))).toBe('residence')
})

const address = (placeKind: string, more: Readonly<Record<string, unknown>> = {}) => ({
  ...{ placeKind, councilArea: 'dorset', movedIn: '2020-01-01', livesHereNow: 'yes' },
  ...more,
})
const tested = (...addresses: readonly Readonly<Record<string, unknown>>[]) => {
  const lookup = answers({}, { 'address-history': addresses })
  const histories = historiesFrom(lookup, dorset2026.connection.neutralPlaces.value)
  return [
    homelessnessConnection(lookup, histories, 'dorset-2026').value,
    residenceIn(histories[0]?.stays ?? [], today, dorset2026.connection).met,
  ]
}

test('detention is not residence of choice, in prison or in hospital, for either test', () => {
  expect(tested(address('home'))).toEqual(['residence', true])
  expect(tested(address('prison', { detained: 'yes' }))).toEqual(['none', false])
  expect(tested(address('prison'))).toEqual(['none', false])
  expect(tested(address('hospital', { detained: 'yes' }))).toEqual(['none', false])
  expect(tested(address('hospital', { detained: 'no' }))).toEqual(['residence', true])
})

test('support for asylum seekers connects with the area where it was last given, and only for homelessness', () => {
  const was = { livesHereNow: 'no', movedIn: '2018-01-01', movedOut: '2018-06-01' }
  expect(tested(address('asylumSupport', was))).toEqual(['asylum-support', false])
  const later = address('asylumSupport', { ...was, councilArea: 'bcp', movedIn: '2018-06-01', movedOut: '2019-01-01' })
  expect(tested(address('asylumSupport', was), later)).toEqual(['none', false])
})

test('for homelessness, work, family and care count too', () => {
  expect(s199({ connections: ['work'], workStarted: '2026-11-01' })).toBe('work')
  expect(s199({ connections: ['family'], familyYears: 5 })).toBe('family')
  expect(s199({ connections: ['family'], familyYears: 4 })).toBe('none')
  expect(s199({ connections: ['careLeaver'] })).toBe('care')
})
