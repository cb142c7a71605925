import { describe, expect, it } from 'vitest'
import { feeFacts } from '#services/planning/rules/fee/facts-from-answers.ts'
import { fee } from '#services/planning/rules/fee/fee.ts'
import { given } from '#tests/support/people/answers-given.ts'
import * as stories from '#tests/support/people/planning-stories.ts'

type Given = Readonly<Record<string, unknown>>

const { house } = stories
const fullWork = { fullWork: ['newBuild'], siteArea: '4000' }
const homes = { ...stories.homes, ...fullWork }
const shop: Given = { ...stories.shop, ...fullWork, otherFloorNew: '76', proposedUse: 'e' }
const farm = { ...shop, proposedUse: 'agricultural', otherFloorNew: '466' }
const use: Given = {
  ...shop,
  whatWork: 'changeUse',
  floorSpace: 'none',
  otherFloorNew: undefined,
  fullWork: ['changeUse'],
}
const proof = { documents: [{ documentTypes: ['disabilityExemptionEvidence'] }] }
const outline = { ...homes, detail: 'outline', siteArea: '26000' }

const cases: readonly (readonly [string, Given, number])[] = [
  ['a rear extension', { ...house, homeWork: ['rear'] }, 548],
  ['a garden wall', { ...house, whatWork: 'garden', homeWork: ['boundaryWorks'] }, 272],
  ['a garage in the garden', { ...house, whatWork: 'garden', homeWork: ['outbuilding'] }, 272],
  ['an extension and a drive: the higher', { ...house, homeWork: ['side', 'access'] }, 548],
  ['solar panels on the house', { ...house, homeWork: ['energy'] }, 548],
  ['a heat pump in the garden', { ...house, whatWork: 'garden', homeWork: ['energy'] }, 272],
  ['an extension that is there already', { ...house, started: 'finished', homeWork: ['rear'] }, 548],
  ['an extension of a listed house', { ...house, listed: 'yes', listedWork: 'both', homeWork: ['rear'] }, 548],
  ['work only inside a listed house', { ...house, listed: 'yes', listedWork: 'inside', homeWork: ['rear'] }, 0],
  ['an extension for a disabled person, without proof', { ...house, homeWork: ['rear'], disabledAccess: 'yes' }, 548],
  ['a certificate for a planned loft', { ...house, decision: 'lawful', homeWork: ['loft'] }, 274],
  ['a larger home extension', { ...house, decision: 'priorApproval' }, 249],
  [
    'a flat that is altered',
    { ...house, homeKind: 'flat', siteSize: 'small', detail: 'full', fullWork: ['alterations'] },
    548,
  ],
  [
    'two houses that are extended',
    { ...house, homeKind: 'several', siteSize: 'small', detail: 'full', fullWork: ['extension'] },
    1083,
  ],
  [
    'a house divided, one home more',
    {
      ...house,
      createsHomes: 'yes',
      homesKnown: 'yes',
      newHomes: 1,
      siteSize: 'small',
      detail: 'full',
      fullWork: ['conversion'],
    },
    610,
  ],
  ['3 homes', homes, 1830],
  ['3 homes with a road', { ...homes, fullWork: ['newBuild', 'operations'] }, 1830],
  ['3 homes over a shop of 76 m²', { ...homes, floorSpace: 'under1000', otherFloorNew: '76', proposedUse: 'e' }, 3050],
  ['3 homes, mostly in the next council’s area', { ...homes, whereSite: 'partly', largerPart: 'elsewhere' }, 0],
  ['3 homes in two areas', { ...homes, whereSite: 'partly', largerPart: 'here' }, 2745],
  ['a shop of 76 m²', shop, 1220],
  ['a shop front', { ...shop, floorSpace: 'none', otherFloorNew: undefined, fullWork: ['alterations'] }, 309],
  ['a parish council’s store of 60 m²', { ...shop, otherFloorNew: '60', applicantType: 'parishCouncil' }, 305],
  ['a barn of 466 m²', farm, 610],
  ['a glasshouse of 466 m²', { ...farm, glasshouse: 'yes' }, 3405],
  ['a shop made into an office', use, 610],
  ['a shop made into 2 flats', { ...use, createsHomes: 'yes', homesKnown: 'yes', newHomes: 2 }, 1220],
  ['a car park for the shop', { ...use, fullWork: ['operations'], worksForUseNow: 'yes' }, 309],
  ['groundworks on 0.4 hectares', { ...use, fullWork: ['operations'], worksForUseNow: 'no' }, 1236],
  ['machinery on 0.4 hectares', { ...use, fullWork: ['plant'] }, 2440],
  ['a club’s playing field', { ...use, playingField: 'yes' }, 610],
  ['an outline of 2.6 hectares', outline, 16_487],
  ['an outline of a hundredth of a square metre more', { ...outline, siteArea: '26000.01' }, 16_683],
  [
    'an outline of shops on 0.9 hectares',
    { ...outline, createsHomes: 'no', whatWork: 'building', floorSpace: 'under1000', siteArea: '9000' },
    5490,
  ],
  ['permission in principle on 0.4 hectares', { ...homes, detail: 'principle' }, 2124],
  ['a tree', { whatWork: 'trees', treeWork: 'order' }, 0],
  ['a hedge', { whatWork: 'trees', treeWork: 'hedge' }, 0],
  ['a sign on the shop', { whatWork: 'sign', advertPlace: 'premises' }, 174],
  [
    'conditions of a householder permission',
    { whatWork: 'permission', permissionChange: 'discharge', permissionKind: 'householder' },
    89,
  ],
  [
    'a changed condition of a major permission',
    { whatWork: 'permission', permissionChange: 'vary', permissionKind: 'major' },
    2076,
  ],
  ['a very small change', { whatWork: 'permission', permissionChange: 'small', permissionKind: 'other' }, 309],
  ['a breach that is lawful now', { whatWork: 'permission', permissionChange: 'breach' }, 309],
  ['reserved matters, paid in full', { whatWork: 'permission', permissionChange: 'reserved', paidInFull: 'yes' }, 610],
  [
    '3 homes by prior approval',
    { ...use, createsHomes: 'yes', homesKnown: 'yes', newHomes: 3, decision: 'priorApproval' },
    780,
  ],
  [
    '3 homes on a block of flats',
    { ...use, createsHomes: 'yes', homesKnown: 'yes', newHomes: 3, decision: 'priorApproval', approvalKind: 'upward' },
    1323,
  ],
  ['3 homes and one other proposal on a day', { ...homes, alternatives: 1 }, 2745],
]

describe('From the form’s answers', () => {
  it.each(cases)('%s is charged as the law has it', (_, answers, pounds) => {
    expect(fee(feeFacts(given(answers)), '2026-11-23').value).toMatchObject({ is: 'due', pence: pounds * 100 })
  })

  it('an extension for a disabled person with proof, and a ramp to a public hall with proof, are free', () => {
    for (const answers of [
      { ...house, homeWork: ['rear'], disabledAccess: 'yes' },
      { ...shop, publicAccess: 'yes' },
    ])
      expect(fee(feeFacts(given(answers, proof)), '2026-11-23').value).toMatchObject({ pence: 0 })
  })

  it.each<readonly [string, Given, string]>([
    ['nothing is answered', {}, 'what you are applying for'],
    ['the kind of work is not', house, 'what kind of work it is'],
    [
      'the number of homes is not known',
      { ...homes, homesKnown: 'no', newHomes: undefined },
      'how many homes there will be',
    ],
    ['an outline’s site is not measured', { ...outline, siteArea: undefined }, 'how big the site is'],
    [
      'it is about a permission of an unknown kind',
      { whatWork: 'permission', permissionChange: 'vary' },
      'which kind of permission it is about',
    ],
  ])('where %s, what is missing is said, and no fee', (_, answers, missing) => {
    const { value } = fee(feeFacts(given(answers)), '2026-11-23')
    expect(value).toEqual({ is: 'unknown', needs: `We cannot work out the fee until we know ${missing}.` })
  })

  it('each step names the answers that it rests on, in the form’s own words', () => {
    const { steps } = fee(feeFacts(given({ ...shop, applicantType: 'parishCouncil' })), '2026-11-23')
    const used = steps.map(({ rule, used }) => [rule, used.map(({ question, shown }) => `${question}: ${shown}`)])
    expect(used).toEqual([
      ['FEE-DATE', ['madeOn: 23 November 2026']],
      [
        'BLD',
        [
          'floorSpace: More than 40 but less than 1,000 square metres',
          'otherFloorNew: 76 square metres',
          'proposedUse: Shop, office, restaurant, surgery, nursery, gym or light industry (E)',
        ],
      ],
      ['FEE-5', ['applicantType: A parish, town or community council']],
      [
        'FEE-10',
        [
          'whatWork: Build, extend or alter something that is not a home',
          'createsHomes: No',
          'decision: If I can have planning permission',
          'detail: Everything',
        ],
      ],
    ])
  })
})
