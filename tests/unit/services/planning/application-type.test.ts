import { expect, test } from 'vitest'
import { applicationType } from '#services/planning/form/application-type.ts'
import { given } from '#tests/support/people/answers-given.ts'
import { homes, house, shop } from '#tests/support/people/planning-stories.ts'

const cases: readonly (readonly [string, Readonly<Record<string, unknown>>, string | undefined])[] = [
  ['a rear extension of one house', house, 'pp.full.householder'],
  ['a garage in the garden of a house', { ...house, whatWork: 'garden' }, 'pp.full.householder'],
  [
    'a house that someone may not need permission for, but asks anyway',
    { ...house, decision: 'notSure' },
    'pp.full.householder',
  ],
  ['an extension that is already there', { ...house, started: 'finished' }, 'pp.full.householder.retro'],
  ['an extension that has begun', { ...house, started: 'started' }, 'pp.full.householder.retro'],
  ['an extension of a listed house', { ...house, listed: 'yes', listedWork: 'both' }, 'pp.full.householder.listed'],
  [
    'a listed house where work has begun',
    { ...house, listed: 'yes', listedWork: 'both', started: 'started' },
    'pp.full.householder.listed',
  ],
  ['a house whose owner is not sure that it is listed', { ...house, listed: 'notSure' }, 'pp.full.householder'],
  ['work only inside a listed house', { ...house, listed: 'yes', listedWork: 'inside' }, 'listed'],
  ['an extension of a flat', { ...house, homeKind: 'flat', siteSize: 'small', detail: 'full' }, 'pp.full.minor'],
  ['an extension of two houses', { ...house, homeKind: 'several', siteSize: 'small', detail: 'full' }, 'pp.full.minor'],
  [
    'a house divided into two flats',
    { ...house, createsHomes: 'yes', homesKnown: 'yes', newHomes: 1, siteSize: 'small' },
    'pp.full.minor',
  ],
  ['3 homes', homes, 'pp.full.minor'],
  ['9 homes on just under half a hectare', { ...homes, newHomes: 9 }, 'pp.full.minor'],
  ['9 homes on half a hectare, the number known', { ...homes, newHomes: 9, siteSize: 'medium' }, 'pp.full.minor'],
  ['10 homes', { ...homes, newHomes: 10 }, 'pp.full.major'],
  [
    'an unknown number of homes on half a hectare',
    { ...homes, homesKnown: 'no', newHomes: undefined, siteSize: 'medium' },
    'pp.full.major',
  ],
  ['an unknown number of homes on less', { ...homes, homesKnown: 'no', newHomes: undefined }, 'pp.full.minor'],
  ['3 homes on a hectare', { ...homes, siteSize: 'large' }, 'pp.full.major'],
  ['999 square metres of shop', shop, 'pp.full.minor'],
  ['1,000 square metres of shop', { ...shop, floorSpace: 'from1000' }, 'pp.full.major'],
  [
    'a change of use of a hectare',
    { ...shop, whatWork: 'changeUse', floorSpace: 'none', siteSize: 'large' },
    'pp.full.major',
  ],
  ['a small shop in a listed building', { ...shop, listed: 'yes', listedWork: 'outside' }, 'pp.full.minor.listed'],
  ['minerals', { whatWork: 'minerals' }, 'pp.full.major'],
  ['3 homes in outline', { ...homes, detail: 'outline' }, 'pp.outline.minor'],
  ['10 homes in outline', { ...homes, newHomes: 10, detail: 'outline' }, 'pp.outline.major'],
  ['3 homes in principle', { ...homes, detail: 'principle' }, 'pp.pip'],
  ['a certificate for a loft that is not yet built', { ...house, decision: 'lawful' }, 'ldc.proposed'],
  ['a certificate for a loft that is there', { ...house, started: 'finished', decision: 'lawful' }, 'ldc.existing'],
  ['a larger home extension', { ...house, decision: 'priorApproval' }, 'pa.part1.classA'],
  [
    'an office into flats by prior approval',
    { ...homes, whatWork: 'changeUse', decision: 'priorApproval' },
    'pa.part3.classMA',
  ],
  ['a sign', { whatWork: 'sign' }, 'advertConsent'],
  ['a tree with an order', { whatWork: 'trees', treeWork: 'order' }, 'wtt.consent'],
  ['a tree in a conservation area', { whatWork: 'trees', treeWork: 'area' }, 'wtt.notice'],
  ['a hedge', { whatWork: 'trees', treeWork: 'hedge' }, 'hedgerowRemovalNotice'],
  ['details for a condition', { whatWork: 'permission', permissionChange: 'discharge' }, 'approval.conditions'],
  ['a changed condition', { whatWork: 'permission', permissionChange: 'vary' }, 'amendment.minorMaterial'],
  ['a very small change', { whatWork: 'permission', permissionChange: 'small' }, 'amendment.nonMaterial'],
  ['reserved matters', { whatWork: 'permission', permissionChange: 'reserved' }, 'approval.reservedMatters'],
  ['an old breach of a condition', { whatWork: 'permission', permissionChange: 'breach' }, 'ldc.breachOfCondition'],
  ['answers that have only begun', { whatWork: 'extend' }, undefined],
]

test.each(cases)('%s makes the right application', (_, answers, code) => {
  expect(applicationType(given(answers))?.code).toBe(code)
})

test('only householder, full and outline applications are taken online', () => {
  const online = cases.flatMap(([, answers]) => {
    const found = applicationType(given(answers))
    return found?.online === true ? [found.code] : []
  })
  expect(online.every((code) => /^pp\.(full|outline)\./.test(code))).toBe(true)
  expect(applicationType(given({ whatWork: 'minerals' }))?.online).toBe(false)
})

test('the reasons are the answers that led there, in the order of the questions', () => {
  const found = applicationType(given({ ...house, whereSite: 'yes' }))
  expect(found?.reasons).toEqual([
    { question: 'Is the site in the Dorset Council area?', answer: 'Yes' },
    { question: 'What do you want to do?', answer: 'Extend or alter a home' },
    { question: 'What kind of home is it?', answer: 'A house or bungalow' },
    { question: 'Will the work create any new homes?', answer: 'No' },
    { question: 'Has the work or the new use started?', answer: 'No' },
    { question: 'Is it a listed building, or in the grounds of one?', answer: 'No' },
    { question: 'What do you want the council to decide?', answer: 'If I can have planning permission' },
  ])
})

test('an extension that is already there is retrospective, a planned one is not', () => {
  expect(applicationType(given({ ...house, started: 'finished' }))?.retrospective).toBe(true)
  expect(applicationType(given(house))?.retrospective).toBe(false)
})
