import { expect, test } from 'vitest'
import { planningForm } from '#services/planning/form/form.ts'
import { documentType } from '#services/planning/form/plans/document-types.ts'
import { missingDocuments, requiredDocuments } from '#services/planning/form/plans/documents-needed.ts'
import { given } from '#tests/support/people/answers-given.ts'

type Given = Readonly<Record<string, unknown>>
const house = {
  whatWork: 'extend',
  homeKind: 'house',
  createsHomes: 'no',
  listed: 'no',
  conservationArea: 'no',
  floodZone: 'zone1',
}
const rear = { ...house, homeWork: ['rear'], materialsChange: 'yes' }
const homes = {
  whatWork: 'newHomes',
  homesKnown: 'yes',
  newHomes: 3,
  siteSize: 'small',
  fullWork: ['newBuild'],
  materialsChange: 'yes',
}

const needed = (answers: Given): readonly string[] =>
  requiredDocuments(given(answers))
    .filter(({ required }) => required)
    .map(({ type }) => type)

test('a rear extension needs plans of the place and of the house, and nothing more', () => {
  expect(needed(rear)).toEqual([
    'locationPlan',
    'sitePlan.proposed',
    'elevations.existing',
    'elevations.proposed',
    'floorPlan.existing',
    'floorPlan.proposed',
    'roofPlan.proposed',
  ])
})

test('a garden wall needs no floor plans', () => {
  const wall = needed({ ...house, whatWork: 'garden', homeWork: ['boundaryWorks'], materialsChange: 'yes' })
  expect(wall).toContain('elevations.proposed')
  expect(wall.filter((type) => type.startsWith('floorPlan'))).toEqual([])
})

test('new homes on empty land need no drawings of what is there', () => {
  expect(needed(homes).filter((type) => type.endsWith('.existing'))).toEqual([])
})

const also: readonly (readonly [string, Given, string, boolean])[] = [
  ['a sloping site needs sections', { ...rear, siteSlopes: 'yes' }, 'sections.proposed', true],
  ['10 homes need a design and access statement', { ...homes, newHomes: 10 }, 'designAndAccessStatement', true],
  ['3 homes outside a protected area do not', homes, 'designAndAccessStatement', false],
  [
    'a home in a conservation area needs a design and access statement',
    { ...homes, conservationArea: 'yes' },
    'designAndAccessStatement',
    true,
  ],
  [
    '99 square metres in a conservation area do not',
    { ...rear, conservationArea: 'yes', newFloor: '99.9' },
    'designAndAccessStatement',
    false,
  ],
  [
    '100 square metres in a conservation area do',
    { ...rear, conservationArea: 'yes', newFloor: '100' },
    'designAndAccessStatement',
    true,
  ],
  [
    '100 square metres in the World Heritage Site do',
    { ...rear, designations: ['worldHeritage'], newFloor: '100' },
    'designAndAccessStatement',
    true,
  ],
  [
    'a listed house always needs a design and access statement',
    { ...rear, listed: 'yes' },
    'designAndAccessStatement',
    true,
  ],
  ['a listed house needs a heritage statement', { ...rear, listed: 'yes' }, 'heritageStatement', true],
  [
    'a house in a conservation area needs a heritage statement',
    { ...rear, conservationArea: 'yes' },
    'heritageStatement',
    true,
  ],
  [
    'not knowing about a conservation area does not',
    { ...rear, conservationArea: 'notSure' },
    'heritageStatement',
    false,
  ],
  ['flood zone 2 or 3 needs a flood risk assessment', { ...rear, floodZone: 'zone2or3' }, 'floodRiskAssessment', true],
  ['a hectare needs a flood risk assessment', { ...homes, siteSize: 'large' }, 'floodRiskAssessment', true],
  ['flood zone 1 does not', rear, 'floodRiskAssessment', false],
  ['net gain needs the metric', { ...homes, netGain: 'yes' }, 'biodiversityMetric', true],
  ['an exemption from net gain needs no metric', { ...homes, netGain: 'no' }, 'biodiversityMetric', false],
  [
    'a tall building with 2 homes needs a fire statement',
    { ...homes, newHomes: 2, tallBuilding: 'tall' },
    'fireStatement',
    true,
  ],
  ['a tall building with 1 home does not', { ...homes, newHomes: 1, tallBuilding: 'tall' }, 'fireStatement', false],
  [
    'no fee for a disabled person needs evidence',
    { ...rear, disabledAccess: 'yes' },
    'disabilityExemptionEvidence',
    true,
  ],
]

test.each(also)('%s', (_, answers, type, wanted) => {
  expect(needed(answers).includes(type)).toBe(wanted)
})

test('no document is asked for twice, and each says why', () => {
  const all = requiredDocuments(
    given({ ...homes, newHomes: 10, siteSize: 'large', listed: 'yes', conservationArea: 'yes' }),
  )
  expect(new Set(all.map(({ type }) => type)).size).toBe(all.length)
  expect(all.every(({ why }) => why.endsWith('.'))).toBe(true)
})

test('one sheet can stand for several documents; what it does not show is still missing', () => {
  const sheet = {
    documents: [{ documentTypes: ['locationPlan', 'sitePlan.proposed', 'elevations.existing', 'elevations.proposed'] }],
  }
  expect(missingDocuments(given(rear, sheet)).map(({ type }) => type)).toEqual([
    'floorPlan.existing',
    'floorPlan.proposed',
    'roofPlan.proposed',
  ])
})

test('whoever sends a drawing is told what an officer will look for on it', () => {
  const drawing = planningForm.sections.flatMap(({ pages }) => pages).find(({ id }) => id === 'drawing')
  const told = drawing?.guidance?.join(' ') ?? ''
  const wanted = [
    'north',
    'scale bar',
    'sizes',
    'two named roads',
    'red line',
    'blue line',
    'boundaries',
    'trees',
    'rights of way',
  ]
  expect(wanted.filter((words) => !told.includes(words))).toEqual([])
})

test.each([
  ['biodiversityMetric', 'biodiversityNetGainInformation'],
  ['fireStatement', 'fireSafetyReport'],
])('our %s goes by the name of the national list: %s', (code, national) => {
  expect(documentType(code)?.national).toBe(national)
})
