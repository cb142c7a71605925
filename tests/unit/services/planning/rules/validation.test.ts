import { describe, expect, it } from 'vitest'
import { addDays, type Day } from '#domain/day.ts'
import type { Lookup } from '#domain/forms/condition.ts'
import { positionOf } from '#domain/places/grid.ts'
import type { CheckId } from '#services/planning/rules/validation/check.ts'
import { netGain } from '#services/planning/rules/validation/net-gain.ts'
import { boundaryDoubts } from '#services/planning/rules/validation/site-place.ts'
import { validation } from '#services/planning/rules/validation/validation.ts'
import { given } from '#tests/support/people/answers-given.ts'

type Given = Readonly<Record<string, unknown>>

const made = '2026-11-23'
const house: Given = {
  whatWork: 'extend',
  homeKind: 'house',
  createsHomes: 'no',
  started: 'no',
  listed: 'no',
  decision: 'permission',
  homeWork: ['rear'],
  materialsChange: 'yes',
  reachesHighway: 'yes',
  otherLand: 'no',
  conservationArea: 'no',
  floodZone: 'zone1',
  disabledAccess: 'no',
  interest: 'ownerSole',
  otherOwners: ['none'],
  agriculturalTenants: 'no',
  certificateA: 'yes',
}
const document = (types: readonly string[], more: Given = {}): Given => ({
  documentTypes: types,
  scale: '100',
  paper: 'a3',
  hasPrivate: 'no',
  documentFile: ['upload-0001'],
  ...more,
})
const location = document(['locationPlan'], { scale: '1250' })
const site = document(['sitePlan.proposed'], { scale: '500' })
const drawings = document([
  'elevations.existing',
  'elevations.proposed',
  'floorPlan.existing',
  'floorPlan.proposed',
  'roofPlan.proposed',
])
const whole = [location, site, drawings]

const failing = (answers: Given, documents: readonly Given[] = whole, unfinished: readonly string[] = []) =>
  validation(given({ ...house, ...answers }, { documents }), {
    made,
    fee: { is: 'due', pence: 548_00, schedule: 'fees-2026-04-01' },
    unfinished,
  }).filter(({ ok }) => !ok)

const cases: readonly (readonly [string, Given, readonly Given[], CheckId, string])[] = [
  [
    'a site that is not the size chosen',
    { siteSize: 'small', siteArea: '5000' },
    whole,
    'V1',
    'The site area is not the size',
  ],
  [
    'a floor that is not the size chosen',
    { floorSpace: 'under1000', otherFloorNew: '1000' },
    whole,
    'V1',
    'The new floor area',
  ],
  ['no certificate', { certificateA: undefined }, whole, 'V2', 'Give certificate A.'],
  ['the wrong certificate', { certificateA: undefined, certificateB: 'yes' }, whole, 'V2', 'Give certificate A.'],
  ['two certificates', { certificateB: 'yes' }, whole, 'V2', 'Give certificate A.'],
  ['nothing about who owns the land', { interest: undefined }, whole, 'V2', 'Answer the questions about who owns'],
  [
    'a co-owner who was not told',
    { interest: 'ownerCo', ownersApply: 'no', ownersKnown: 'all', certificateA: undefined, certificateB: 'yes' },
    whole,
    'V2',
    'Add everyone that you must give notice to.',
  ],
  [
    'no fee claimed without proof',
    { disabledAccess: 'yes' },
    whole,
    'V3',
    'Add evidence that there is no fee, or pay: £548 is to be paid.',
  ],
  ['no location plan', {}, [site, drawings], 'V4', 'Add: Location plan.'],
  [
    'a location plan at 1:500',
    {},
    [{ ...location, scale: '500' }, site, drawings],
    'V4',
    'Location plan must be at a scale of 1:1250 or 1:2500.',
  ],
  ['a red line that ends in a field', { reachesHighway: 'no' }, whole, 'V4', 'The red line should include the way'],
  ['no site plan', {}, [location, drawings], 'V5', 'Add: Site plan – proposed.'],
  [
    'a site plan at 1:100',
    {},
    [location, { ...site, scale: '100' }, drawings],
    'V5',
    'Site plan – proposed must be at a scale',
  ],
  ['no drawings of the house', {}, [location, site], 'V6', 'Add: Elevations – existing.'],
  ['a slope without sections', { siteSlopes: 'yes' }, whole, 'V6', 'Add: Sections and levels – existing.'],
  [
    'a drawing without a scale',
    {},
    [location, site, { ...drawings, scale: 'none', drawingNumber: 'H-3' }],
    'V7',
    'Drawing H-3 has no scale.',
  ],
  [
    'a drawing for no paper',
    {},
    [location, site, { ...drawings, paper: undefined }],
    'V7',
    'A drawing does not say which paper',
  ],
  ['a listed house without statements', { listed: 'yes' }, whole, 'V8', 'Add: Design and access statement.'],
  ['a flood zone without an assessment', { floodZone: 'zone2or3' }, whole, 'V9', 'Add: Flood risk assessment.'],
  ['trees that go without a report', { treesRemoved: 'yes' }, whole, 'V10', 'Add: Tree report.'],
  [
    'a document without its file',
    {},
    [...whole, document(['treeSurvey'], { documentFile: undefined })],
    'V11',
    '1 document has no file',
  ],
  [
    'a document that shows nothing named',
    {},
    [...whole, document([], { documentTypes: undefined })],
    'V11',
    '1 document does not say what it shows',
  ],
]

describe('The validation list', () => {
  it('finds nothing in a whole application, names all eleven checks in order, and says what a person must still look at', () => {
    const checks = validation(given(house, { documents: whole }), {
      made,
      fee: { is: 'due', pence: 548_00, schedule: '' },
    })
    expect(checks.flatMap(({ ok, words }) => (ok ? [] : words))).toEqual([])
    expect(checks.map(({ id }) => id)).toEqual(['V1', 'V2', 'V3', 'V4', 'V5', 'V6', 'V7', 'V8', 'V9', 'V10', 'V11'])
    expect(checks.filter(({ person }) => person !== undefined).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['V2', 'V3', 'V4', 'V5', 'V6', 'V7', 'V11']),
    )
  })

  it.each(cases)('finds %s', (_, answers, ...[documents, id, words]) => {
    const found = failing(answers, documents).filter((check) => check.id === id)
    expect(found.flatMap((check) => check.words).join(' ')).toContain(words)
    expect(found.every(({ where }) => where.length > 0)).toBe(true)
  })

  it('finds sections that are not complete', () => {
    expect(failing({}, whole, ['Materials'])).toMatchObject([
      { id: 'V1', words: ['Complete the section “Materials”.'] },
    ])
  })

  it.each([
    ['is to be paid', 548_00, { ok: true, toCheck: true, words: ['£548 is to be paid.'] }],
    ['is nothing', 0, { ok: true, words: ['There is no fee to pay.'] }],
  ])('never takes a fee as met without its payment: a fee that %s', (_, pence, expected) => {
    const checks = validation(given(house, { documents: whole }), { made, fee: { is: 'due', pence, schedule: '' } })
    const found = checks.find(({ id }) => id === 'V3')
    expect(found).toMatchObject(expected)
    expect(found?.toCheck === true).toBe(pence > 0)
    expect(found?.person === undefined).toBe(pence === 0)
  })

  it('says that a fee is not known', () => {
    const found = validation(given(house, { documents: whole }), {
      made,
      fee: { is: 'unknown', needs: 'Say how many.' },
    })
    expect(found.find(({ id }) => id === 'V3')).toMatchObject({ ok: false, words: ['Say how many.'] })
  })
})

// A square of 100 metres around a point of the grid.
const square = (easting: number, northing: number, half = 50) => {
  const corner = (east: number, north: number) => {
    const { longitude, latitude } = positionOf({ easting: easting + east, northing: northing + north })
    return [longitude, latitude]
  }
  const ring = [
    corner(-half, -half),
    corner(half, -half),
    corner(half, half),
    corner(-half, half),
    corner(-half, -half),
  ]
  return { geometry: [[ring]], areaSquareMetres: (2 * half) ** 2 }
}
const placed = (more: Given): Lookup => given({ siteBoundary: square(369_000, 90_000), ...more })

describe('What is said of a site', () => {
  it.each([
    ['its middle', { siteEasting: '369000', siteNorthing: '90000' }, 0],
    ['a place 90 metres outside', { siteEasting: '369140', siteNorthing: '90000' }, 0],
    ['a place 160 metres outside', { siteEasting: '369210', siteNorthing: '90000' }, 1],
    ['a grid reference inside', { siteGrid: 'SY 69000 90000' }, 0],
    ['a grid reference in the next town', { siteGrid: 'SY 79000 90000' }, 1],
    ['the area that was drawn', { siteArea: '10000' }, 0],
    ['an area 5% larger', { siteArea: '10500' }, 0],
    ['an area 20% larger', { siteArea: '12000' }, 1],
    ['another place and another area', { siteGrid: 'SY 79000 90000', siteArea: '2000' }, 2],
  ])('agrees or not with its red line: %s', (_, more, doubts) => {
    expect(boundaryDoubts(placed(more))).toHaveLength(doubts)
  })
  it('is not doubted where no line was drawn', () => {
    expect(boundaryDoubts(given({ siteGrid: 'SY 79000 90000', siteArea: '2000' }))).toEqual([])
    expect(boundaryDoubts(given({ siteBoundary: { easting: 1, northing: 2 }, siteGrid: 'SY 79000 90000' }))).toEqual([])
  })
})

const site3 = { whatWork: 'newHomes', netGain: 'no', started: 'no', newHomes: 3, homesSelfBuild: 3 }

const lastSelfBuild = '2026-07-30'

describe('Biodiversity net gain', () => {
  it.each<readonly [string, Given, string, string]>([
    ['a householder application', house, made, 'exempt'],
    ['an applicant who says that it applies', { ...site3, netGain: 'yes' }, made, 'applies'],
    ['a small effect', { ...site3, netGainExempt: 'belowThreshold' }, made, 'exempt'],
    [
      'a small effect, before that reason began',
      { ...site3, netGainExempt: 'belowThreshold' },
      '2024-04-01',
      'not-exempt',
    ],
    ['a small site', { ...site3, netGainExempt: 'smallSite', siteArea: '2000' }, made, 'exempt'],
    [
      'a small site, before that reason began',
      { ...site3, netGainExempt: 'smallSite', siteArea: '2000' },
      '2026-07-30',
      'not-exempt',
    ],
    ['a site that is not small', { ...site3, netGainExempt: 'smallSite', siteArea: '2000.01' }, made, 'not-exempt'],
    ['3 self-build homes', { ...site3, netGainExempt: 'selfBuild', siteArea: '5000' }, lastSelfBuild, 'exempt'],
    [
      '3 self-build homes, after that reason ended',
      { ...site3, netGainExempt: 'selfBuild', siteArea: '5000' },
      '2026-07-31',
      'not-exempt',
    ],
    [
      'self-build homes on more land',
      { ...site3, netGainExempt: 'selfBuild', siteArea: '5001' },
      lastSelfBuild,
      'not-exempt',
    ],
    ['work that is led by nature', { ...site3, netGainExempt: 'biodiversityLed' }, made, 'officer'],
    ['work to a park', { ...site3, netGainExempt: 'amenity' }, made, 'officer'],
    [
      'homes of which some are self-build',
      { ...site3, netGainExempt: 'selfBuild', siteArea: '4000', homesSelfBuild: 2 },
      lastSelfBuild,
      'not-exempt',
    ],
    [
      '10 self-build homes',
      { ...site3, netGainExempt: 'selfBuild', siteArea: '4000', newHomes: 10, homesSelfBuild: 10 },
      lastSelfBuild,
      'not-exempt',
    ],
    ['work that has begun', { ...site3, netGainExempt: 'retrospective', started: 'started' }, made, 'exempt'],
    ['work that has not begun', { ...site3, netGainExempt: 'retrospective' }, made, 'not-exempt'],
    ['another reason', { ...site3, netGainExempt: 'other' }, made, 'officer'],
  ])('%s, made on %s: %s', (_, answers, ...[on, is]) => {
    expect(netGain(given(answers), on)?.value.is).toBe(is)
  })
  it('never lets self-build and a small site stand on one day, and on each day one of them does', () => {
    const stands = (reason: string, on: Day) =>
      netGain(given({ ...site3, netGainExempt: reason, siteArea: '900' }), on)?.value.is === 'exempt'
    for (let on: Day = '2026-01-01'; on < '2027-01-01'; on = addDays(on, 1))
      expect([stands('selfBuild', on), stands('smallSite', on)].filter(Boolean), on).toHaveLength(1)
  })
  it.each(['selfBuild', 'biodiversityLed', 'amenity'])(
    'asks the council to confirm what was announced: %s',
    (reason) => {
      const { steps = [] } = netGain(given({ ...site3, netGainExempt: reason, siteArea: '900' }), made) ?? {}
      expect(steps[0]?.confirm).toContain('council to confirm')
    },
  )
  it('is not judged before it is answered', () => {
    expect(netGain(given({ whatWork: 'newHomes' }), made)).toBeUndefined()
  })
  it('says where the council must still look at what was only announced', () => {
    const { steps = [] } = netGain(given({ ...site3, netGainExempt: 'smallSite', siteArea: '900' }), made) ?? {}
    expect(steps[0]?.confirm).toContain('council to confirm')
  })
})
