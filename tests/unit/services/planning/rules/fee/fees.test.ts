import { expect, test } from 'vitest'
import type { Day } from '#domain/day.ts'
import type { Development, FeeClaims, Sought } from '#services/planning/rules/fee/facts.ts'
import { fee } from '#services/planning/rules/fee/fee.ts'
import { squareMetres, tenthsOfHectare } from '#services/planning/rules/ground/area.ts'

const from2026 = '2026-04-01'

const costs = (sought: Sought, claims: FeeClaims = {}, made: Day = from2026): number | undefined => {
  const { value } = fee({ sought, claims }, made)
  return value.is === 'due' ? value.pence / 100 : undefined
}

const permission = (...developments: readonly Development[]): Sought => ({ is: 'permission', for: developments })
const extension = permission({ is: 'alter-homes', homes: 'one' })
const homes = (count: number): Sought => permission({ is: 'homes', homes: count })
const shop = (metres: number): Sought => permission({ is: 'buildings', floor: squareMetres(metres) })
const farm = (metres: number): Sought => permission({ is: 'farm-buildings', floor: squareMetres(metres) })
const glass = (metres: number): Sought => permission({ is: 'glasshouses', floor: squareMetres(metres) })
const plant = (tenths: number): Sought => permission({ is: 'plant', site: tenthsOfHectare(tenths) })
const works = (tenths: number): Sought => permission({ is: 'operations', site: tenthsOfHectare(tenths) })
const outline = (tenths: number): Sought => ({
  is: 'outline',
  site: tenthsOfHectare(tenths),
  homes: true,
  buildings: false,
})
const outlineShop = (tenths: number): Sought => ({ ...outlineOf(tenths), homes: false, buildings: true })
const outlineOf = (tenths: number) => ({ is: 'outline', site: tenthsOfHectare(tenths) }) as const
const principle = (tenths: number): Sought => ({ is: 'principle', site: tenthsOfHectare(tenths) })

const examples: readonly (readonly [string, Sought, FeeClaims, number])[] = [
  ['F1: a rear extension of one house', extension, {}, 548],
  ['F3: a garden wall only', permission({ is: 'home-grounds' }), {}, 272],
  ['F4: an extension for a disabled daughter, with proof', extension, { disabled: 'home', evidence: true }, 0],
  ['the same, without proof', extension, { disabled: 'home' }, 548],
  ['a new home for a disabled person', homes(1), { disabled: 'home', evidence: true }, 610],
  ['a ramp to a public hall, with proof', shop(0), { disabled: 'public', evidence: true }, 0],
  ['F5: a parish council’s pavilion store of 60 m²', shop(60), { parishCouncil: true }, 305],
  ['F6: 9 houses', homes(9), {}, 5490],
  ['F6: 10 houses', homes(10), {}, 6590],
  ['F9: a shop unit of 76 m²', shop(76), {}, 1220],
  ['F9: a shop unit of 1,000 m²', shop(1000), {}, 9226],
  ['F9: a shop unit of 3,750 m²', shop(3750), {}, 32_950],
  ['F9: a shop unit of 5,000 m²', shop(5000), {}, 35_910],
  [
    'F11: a certificate for a planned loft',
    { is: 'lawful-proposed', for: [{ is: 'alter-homes', homes: 'one' }] },
    {},
    274,
  ],
  [
    'a certificate for a loft that is there',
    { is: 'lawful-existing', for: [{ is: 'alter-homes', homes: 'one' }] },
    {},
    548,
  ],
  ['a certificate for not keeping to a condition', { is: 'lawful-breach' }, {}, 309],
  ['F12: 3 conditions of a householder permission in one request', { is: 'conditions', of: 'householder' }, {}, 89],
  ['conditions of anything else', { is: 'conditions', of: 'other' }, {}, 309],
  ['F15: a changed condition of 30 homes', { is: 'vary-condition', of: 'major' }, {}, 2076],
  ['a changed condition of an extension', { is: 'vary-condition', of: 'householder' }, {}, 89],
  ['a changed condition of a shop', { is: 'vary-condition', of: 'other' }, {}, 608],
  ['F17: prior approval of a larger home extension', { is: 'prior-approval', works: false }, {}, 249],
  ['prior approval with works', { is: 'prior-approval', works: true }, {}, 536],
  ['prior approval of 4 homes (Class MA)', { is: 'approval-homes', homes: 4 }, {}, 1040],
  ['prior approval with a planning application', { is: 'prior-approval', works: true }, { withPermission: true }, 0],
  ['9 homes on a block of flats (Part 20)', { is: 'upward-homes', homes: 9 }, {}, 3969],
  ['50 homes on blocks of flats (Part 20)', { is: 'upward-homes', homes: 50 }, {}, 23_800],
  ['51 homes on blocks of flats (Part 20)', { is: 'upward-homes', homes: 51 }, {}, 23_692],
  ['two flats altered', permission({ is: 'alter-homes', homes: 'several' }), {}, 1083],
  ['a small change to a householder permission', { is: 'small-change', of: 'householder' }, {}, 46],
  ['a small change to anything else', { is: 'small-change', of: 'other' }, {}, 309],
  ['a sign on the premises', { is: 'advert', on: 'premises' }, {}, 174],
  ['a hoarding', { is: 'advert', on: 'elsewhere' }, {}, 610],
  ['listed building consent', { is: 'free', what: 'Listed building consent' }, {}, 0],
  ['a car park for the shop that is there', permission({ is: 'access' }), {}, 309],
  ['a change of use', permission({ is: 'change-of-use' }), {}, 610],
  ['an office made into 3 flats', permission({ is: 'homes-by-change', homes: 3 }), {}, 1830],
  ['a shop front with no floor space', shop(0), {}, 309],
  ['40 m² of shop', shop(40), {}, 309],
  ['41 m² of shop', shop(41), {}, 610],
  ['50 homes', homes(50), {}, 32_950],
  ['51 homes', homes(51), {}, 32_774],
  ['3,000 homes', homes(3000), {}, 427_537],
  ['465 m² of barn', farm(465), {}, 127],
  ['466 m² of barn', farm(466), {}, 610],
  ['541 m² of barn', farm(541), {}, 1220],
  ['1,000 m² of barn', farm(1000), {}, 5270],
  ['1,001 m² of barn', farm(1001), {}, 5929],
  ['4,216 m² of barn', farm(4216), {}, 32_774],
  ['465 m² of glasshouse', glass(465), {}, 127],
  ['999 m² of glasshouse', glass(999), {}, 3405],
  ['1,000 m² of glasshouse', glass(1000), {}, 3677],
  ['plant on 0.9 hectares', plant(9), {}, 5490],
  ['plant on 1 hectare', plant(10), {}, 6590],
  ['plant on 5.1 hectares', plant(51), {}, 32_774],
  ['groundworks on 0.3 hectares', works(3), {}, 927],
  ['groundworks on 2 hectares', works(20), {}, 2676],
  ['an outline of 0.4 hectares', outline(4), {}, 2440],
  ['an outline of 0.5 hectares', outline(5), {}, 3295],
  ['an outline of 2.5 hectares', outline(25), {}, 16_475],
  ['an outline of 2.6 hectares', outline(26), {}, 16_487],
  ['an outline of 3.1 hectares', outline(31), {}, 17_467],
  ['an outline of shops on 0.9 hectares', outlineShop(9), {}, 5490],
  ['an outline of shops on 1 hectare', outlineShop(10), {}, 6590],
  ['permission in principle on 0.4 hectares', principle(4), {}, 2124],
  ['reserved matters, the full fee paid', { is: 'reserved-matters', for: [], paidInFull: true }, {}, 610],
  [
    'reserved matters of 12 homes',
    { is: 'reserved-matters', for: [{ is: 'homes', homes: 12 }], paidInFull: false },
    {},
    7908,
  ],
  [
    'homes and shops are added up',
    permission({ is: 'homes', homes: 2 }, { is: 'buildings', floor: squareMetres(76) }),
    {},
    2440,
  ],
  [
    'an extension and a wall: the higher',
    permission({ is: 'alter-homes', homes: 'one' }, { is: 'home-grounds' }),
    {},
    548,
  ],
  ['a change of use with a car park: the higher', permission({ is: 'change-of-use' }, { is: 'access' }), {}, 610],
  ['two proposals on one day', homes(2), { alternatives: [homes(3)] }, 2440],
  ['three proposals on one day', homes(2), { alternatives: [homes(3), homes(1)] }, 2745],
  ['a site in two areas', homes(2), { crosses: { larger: 'here' } }, 1830],
  ['a site in two areas whose parts cost less', homes(2), { crosses: { larger: 'here', apart: [610, 610] } }, 1220],
  ['a site mostly in another area', homes(2), { crosses: { larger: 'elsewhere' } }, 0],
  ['a sports club’s playing field', permission({ is: 'change-of-use' }), { playingField: true }, 610],
  ['a sports club’s playing field of 2 hectares', works(20), { playingField: true }, 610],
  ['a parish council’s sports field', works(20), { playingField: true, parishCouncil: true }, 305],
  [
    'a parish council’s certificate',
    { is: 'lawful-proposed', for: [{ is: 'change-of-use' }] },
    { parishCouncil: true },
    152.5,
  ],
]

test.each(examples)('%s costs what the law says', (_, sought, claims, pounds) => {
  expect(costs(sought, claims)).toBe(pounds)
})

test.each<readonly [Day, number | undefined]>([
  ['2023-12-05', undefined],
  ['2023-12-06', 258],
  ['2025-03-31', 258],
  ['2025-04-01', 528],
  ['2026-03-31', 528],
  ['2026-04-01', 548],
])('an extension of one house that is made on %s costs £%s', (made, pounds) => {
  expect(costs(extension, {}, made)).toBe(pounds)
})

test('part of a unit counts as a whole one, and a hundredth of a square metre is not lost', () => {
  expect(costs({ ...outlineOf(26), site: tenthsOfHectare(26) + 1, homes: true, buildings: false })).toBe(16_487 + 196)
  expect(costs(permission({ is: 'buildings', floor: squareMetres(1000) - 1 }))).toBe(14 * 610)
})

test.each<readonly [string, Sought, number, boolean]>([
  ['a change of use', permission({ is: 'change-of-use' }), 305, false],
  ['a changed condition', { is: 'vary-condition', of: 'other' }, 304, false],
  ['a prior approval', { is: 'prior-approval', works: false }, 124.5, true],
  ['prior approval of 2 homes', { is: 'approval-homes', homes: 2 }, 260, true],
  ['prior approval of 2 homes on a building', { is: 'upward-homes', homes: 2 }, 441, true],
  ['details for conditions', { is: 'conditions', of: 'other' }, 154.5, true],
  ['a small change', { is: 'small-change', of: 'other' }, 154.5, true],
])(
  'a parish council’s half of the fee for %s: £%s, which the council must confirm or not',
  (_, sought, pounds, asks) => {
    const { value, steps } = fee({ sought, claims: { parishCouncil: true } }, '2026-11-23')
    expect(value).toMatchObject({ is: 'due', pence: pounds * 100 })
    const half = steps.find(({ words }) => words.startsWith('A parish, town or community council pays half'))
    expect(half?.confirm?.startsWith('council to confirm') ?? false).toBe(asks)
  },
)
