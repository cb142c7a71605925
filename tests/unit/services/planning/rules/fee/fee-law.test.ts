import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Sought } from '#services/planning/rules/fee/facts.ts'
import { fee } from '#services/planning/rules/fee/fee.ts'
import { feeNames, feeSchedules, scheduleOn } from '#services/planning/rules/fee/schedule.ts'
import { indexed, scheduleAfterRise } from '#services/planning/rules/fee/yearly-rise.ts'
import { squareMetres, tenthsOfHectare } from '#services/planning/rules/ground/area.ts'

const made = '2026-04-01'
const pounds = (sought: Sought): number => {
  const { value } = fee({ sought, claims: {} }, made)
  if (value.is === 'unknown') throw new Error(value.needs)
  return value.pence / 100
}
const outline = (tenths: number, homes = true): number =>
  pounds({ is: 'outline', site: tenthsOfHectare(tenths), homes, buildings: !homes })
const homes = (count: number): number => pounds({ is: 'permission', for: [{ is: 'homes', homes: count }] })
const shop = (metres: number): number =>
  pounds({ is: 'permission', for: [{ is: 'buildings', floor: squareMetres(metres) }] })

const upTo = (most: number): readonly number[] => Array.from({ length: most }, (_, at) => at + 1)

// Where a scale changes from so much each to a first sum and so much more, the law's own figures fall: £32,950 for 50, £32,774 for 51.
const falls = (amounts: readonly number[]): readonly number[] =>
  amounts.flatMap((amount, at) => (at > 0 && amount < (amounts[at - 1] ?? 0) ? [at + 1] : []))

const forSites = upTo(400).map((tenths) => outline(tenths))

test('an outline fee never falls, and is the law’s own sum for every 0.1 hectare from 0.1 to 40', () => {
  expect(falls(forSites)).toEqual([])
  for (const tenths of upTo(400)) {
    const each = tenths < 5 ? 610 : 659
    const law = tenths <= 25 ? tenths * each : Math.min(16_291 + (tenths - 25) * 196, 213_769)
    expect(outline(tenths)).toBe(law)
    expect(outline(tenths, false)).toBe(tenths >= 5 && tenths < 10 ? tenths * 610 : law)
  }
  expect(forSites[25]).toBe(16_487)
})

test('the outline fee stops at its cap', () => {
  expect(outline(1033)).toBe(213_769)
  expect(outline(1032)).toBe(16_291 + 1007 * 196)
  expect(outline(5000)).toBe(213_769)
})

test('every number of homes from 1 to 3,000 costs the law’s own sum: it falls only at 51, and stops at its cap', () => {
  const amounts = upTo(3000).map(homes)
  for (const [at, amount] of amounts.entries()) {
    const count = at + 1
    const law = count < 10 ? count * 610 : count <= 50 ? count * 659 : 32_578 + (count - 50) * 196
    expect(amount).toBe(Math.min(law, 427_537))
  }
  expect(falls(amounts)).toEqual([51])
  expect(amounts.indexOf(427_537) + 1).toBe(2066)
})

test('a building’s fee falls only above 3,750 square metres, and stops at its cap', () => {
  expect(
    falls(
      upTo(160_000)
        .filter((metres) => metres < 5000 || metres % 997 === 0)
        .map(shop),
    ),
  ).toEqual([3751])
  expect(shop(160_000)).toBe(427_537)
})

test('any area to the hundredth of a square metre is charged as whole units, counted without fractions', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40_000_000 }), (hundredths) => {
      const units = Number((BigInt(hundredths) + 99_999n) / 100_000n)
      const law = units <= 25 ? units * (hundredths < 500_000 ? 610 : 659) : 16_291 + (units - 25) * 196
      expect(pounds({ is: 'outline', site: hundredths, homes: true, buildings: false })).toBe(Math.min(law, 213_769))
    }),
    { numRuns: 2000 },
  )
})

const [of2023, of2025, of2026] = feeSchedules

test('the fees of 2026 are those of 2025 raised by 3.8% and rounded, every one', () => {
  for (const name of feeNames)
    expect(of2026?.amount(name).value, name).toBe(indexed(of2025?.amount(name).value ?? 0, 38))
})

// Set anew by SI 2025/342, and not raised with the others.
const setIn2025 = [
  'oneHome',
  'severalHomes',
  'buildingsBase',
  'largeFarmBase',
  'varyHouseholder',
  'varyOther',
  'varyMajor',
  'conditionsHouseholder',
  'conditionsOther',
  'approvalWithoutWorks',
  'approvalWithWorks',
  'approvalHome',
]

test('the fees of 2025 are those of 2023 raised by 1.7% and rounded, but for those that were set anew', () => {
  const raised = feeNames.filter((name) => of2025?.amount(name).value === indexed(of2023?.amount(name).value ?? 0, 17))
  expect(feeNames.filter((name) => !raised.includes(name))).toEqual(setIn2025)
})

test.each([
  [548, 38, 569],
  [548, 0, 548],
  [548, -20, 548],
  [548, 100, 603],
  [548, 250, 603],
  [250, 38, 260],
  [610, 21, 623],
])('£%i after a rise of %i tenths of a per cent is £%i', (before, rise, after) => {
  expect(indexed(before, rise)).toBe(after)
})

test('a preview of 1 April 2027 is the schedule of 2026 raised, and says that it is a preview', () => {
  const preview = of2026 === undefined ? undefined : scheduleAfterRise(of2026, 27, '2027-04-01')
  const schedules = [...feeSchedules, ...(preview === undefined ? [] : [preview])]
  expect(scheduleOn('2027-03-31', schedules)?.name).toBe('fees-2026-04-01')
  const found = fee(
    { sought: { is: 'permission', for: [{ is: 'alter-homes', homes: 'one' }] }, claims: {} },
    '2027-04-01',
    schedules,
  )
  expect(found.value).toEqual({ is: 'due', pence: 563_00, schedule: 'fees-2027-04-01-preview' })
  expect(found.steps.flatMap((step) => step.confirm ?? [])).toEqual([
    'a preview, if prices rise by 2.7% in the year to September',
  ])
})

test('on 1 April 2027, without that preview, the working says that newer figures are wanted', () => {
  const confirms = (day: string) =>
    fee({ sought: { is: 'advert', on: 'premises' }, claims: {} }, day).steps.flatMap((step) => step.confirm ?? [])
  expect(confirms('2027-03-31')).toEqual([])
  expect(confirms('2027-04-01')).toEqual([
    'council to confirm: fees rise each 1 April, and no later figures are held here',
  ])
})

test('a fee shows its working: the schedule, the row with its units, and the total', () => {
  const found = fee(
    { sought: { is: 'outline', site: tenthsOfHectare(26), homes: true, buildings: false }, claims: {} },
    made,
  )
  expect(found.steps.map(({ rule, words }) => `${rule}: ${words}`)).toEqual([
    'FEE-DATE: The application is made on 1 April 2026, so the fees of 1 April 2026 count.',
    'OUT: Outline permission for homes, by the area of the site. 2.6 hectares: £16,291 for the first 2.5 hectares, and £196 for each further 0.1 hectare or part of one: £16,291 + 1 × £196 = £16,487.',
    'FEE-10: The fee to pay is £16,487. There is no VAT on it and no service charge.',
  ])
  // Amounts of the law, as it has stood since that day: no data of ours has a name in it.
  expect(found.steps.map(({ source, pack }) => [source.since, pack])).toEqual(
    found.steps.map(() => ['2026-04-01', undefined]),
  )
})
