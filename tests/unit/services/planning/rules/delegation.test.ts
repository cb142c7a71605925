import { describe, expect, it } from 'vitest'
import { termOf } from '#services/planning/rules/clock/term.ts'
import { delegation, delegationTasks } from '#services/planning/rules/delegation/delegation.ts'
import { barredWords, type Gateway, toCommittee } from '#services/planning/rules/delegation/gateway.ts'
import { squareMetres, tenthsOfHectare } from '#services/planning/rules/ground/area.ts'
import type { CaseFacts } from '#services/planning/rules/ground/case-facts.ts'
import { caseOf } from '#tests/support/people/planning-case.ts'

const now = '2026-11-23'
const tierOf = (different: Partial<CaseFacts>): number | undefined => {
  const { value } = delegation(caseOf(different), now)
  return value.is === 'national' ? value.tier : undefined
}
const homes = (count: number, tenths: number): Partial<CaseFacts> => ({
  code: 'pp.full.minor',
  makesHomes: true,
  homes: count,
  site: tenthsOfHectare(tenths),
})
const details = (count: number, floor = 0): Partial<CaseFacts> => ({
  code: 'approval.reservedMatters',
  outline: { homes: count, floor: squareMetres(floor) },
})

describe('From 31 October 2026', () => {
  it.each<readonly [string, Partial<CaseFacts>, number]>([
    ['a householder application with 60 objections', { objections: 60 }, 1],
    ['9 homes on 0.4 hectares', homes(9, 4), 1],
    ['9 homes on half a hectare', homes(9, 5), 2],
    ['9 homes on 0.6 hectares', homes(9, 6), 2],
    ['10 homes', { ...homes(10, 4), code: 'pp.full.major', major: true }, 2],
    ['homes of a number not known', { code: 'pp.outline.minor', makesHomes: true, site: tenthsOfHectare(4) }, 2],
    ['a small shop', { code: 'pp.full.minor' }, 1],
    ['a large shop', { code: 'pp.full.major', major: true }, 2],
    ['an outline of 3 homes on 0.2 hectares', { ...homes(3, 2), code: 'pp.outline.minor' }, 1],
    ['an extension that has begun', { code: 'pp.full.householder.retro', retrospective: true }, 2],
    ['a certificate for what is there', { code: 'ldc.existing', retrospective: true }, 1],
    ['an extension of a listed house', { code: 'pp.full.householder.listed', listed: true }, 2],
    ['listed building consent', { code: 'listed', listed: true }, 2],
    ['an advertisement', { code: 'advertConsent' }, 2],
    ['a protected tree', { code: 'wtt.consent' }, 2],
    ['notice of work to a tree', { code: 'wtt.notice' }, 1],
    ['details for conditions', { code: 'approval.conditions' }, 1],
    ['a small change', { code: 'amendment.nonMaterial' }, 1],
    ['prior approval', { code: 'pa.part1.classA' }, 1],
    ['permission in principle', { code: 'pp.pip' }, 1],
    ['details of an outline of 499 homes', details(499), 1],
    ['details of an outline of 500 homes', details(500), 2],
    ['details of an outline of 50,000 m²', details(0, 50_000), 2],
    [
      'a changed condition of a householder permission',
      { code: 'amendment.minorMaterial', original: 'pp.full.householder' },
      1,
    ],
    ['a changed condition of a major permission', { code: 'amendment.minorMaterial', original: 'pp.full.major' }, 2],
    ['a councillor’s own extension', { connected: true }, 1],
    ['a councillor’s own listed house', { code: 'listed', listed: true, connected: true }, 2],
  ])('%s', (_, different, tier) => {
    expect(tierOf(different)).toBe(tier)
  })

  it.each<readonly [string, Partial<CaseFacts>]>([
    ['is not known', {}],
    ['changed a condition itself', { original: 'amendment.minorMaterial' }],
  ])('a changed condition of a permission that %s is for an officer to place', (_, different) => {
    const facts = caseOf({ code: 'amendment.minorMaterial', ...different })
    expect(delegation(facts, now).value).toEqual({ is: 'officer-to-say' })
    expect(delegationTasks(facts)).toEqual(['Say what kind of permission it changes.'])
    expect(toCommittee({ is: 'officer-to-say' }, agreed)).toEqual({ ok: false, error: 'officer-to-say' })
    expect(termOf(facts).committee).toBe(true)
  })

  it('an own interest changes nothing by itself, and is a task for an officer', () => {
    const facts = caseOf({ connected: true })
    expect(delegationTasks(caseOf({}))).toEqual([])
    expect(delegationTasks(facts)).toEqual([expect.stringContaining('constitution')])
    expect(delegation(facts, now).steps.flatMap(({ confirm }) => confirm ?? [])).toContain(
      'officer to say what the council’s constitution asks for',
    )
  })

  it('the number of objections changes nothing, and the officer is told so', () => {
    for (const objections of [0, 1, 5, 60, 5000]) expect(tierOf({ objections })).toBe(1)
    const { steps } = delegation(caseOf({ objections: 60 }), now)
    expect(steps.map(({ words }) => words)).toEqual([
      'It is a householder application. An officer must decide it (Schedule 1). A committee cannot.',
      '60 people object. What they say is weighed; how many they are does not change who decides (guidance, paragraph 9).',
    ])
  })

  it('every reason says that the regulations as made are still to be checked', () => {
    const { steps } = delegation(caseOf({}), now)
    expect(steps.every(({ confirm }) => confirm !== undefined)).toBe(true)
  })
})

it('before 31 October 2026 the council’s own scheme says who decides', () => {
  expect(delegation(caseOf({}), '2026-10-30').value).toEqual({ is: 'local' })
  expect(delegation(caseOf({}), '2026-10-31').value).toEqual({ is: 'national', tier: 1 })
})

const says = (agrees: boolean) => ({ agrees, by: 'someone' })
const agreed: Gateway = {
  officer: says(true),
  member: says(true),
  criterion: 'a',
  reasons: 'The site is the last open land between the town and the river, and jobs depend on it.',
  published: true,
}

describe('An application goes to committee', () => {
  const consent = { is: 'national', tier: 2 } as const
  it.each<readonly [string, Gateway | undefined, string]>([
    ['nobody has been asked', undefined, 'not-agreed'],
    ['the officer says yes and the member says no', { ...agreed, member: says(false) }, 'not-agreed'],
    ['the officer says no and the member says yes', { ...agreed, officer: says(false) }, 'not-agreed'],
    [
      'no reason of the two is named',
      { officer: agreed.officer, member: agreed.member, reasons: agreed.reasons, published: true },
      'no-criterion',
    ],
    ['the reasons are 49 characters', { ...agreed, reasons: 'x'.repeat(49) }, 'too-few-reasons'],
    ['the reasons are spaces', { ...agreed, reasons: ' '.repeat(80) }, 'too-few-reasons'],
    ['it is not published', { ...agreed, criterion: 'b', published: false }, 'not-published'],
  ])('not when %s', (_, gateway, barred) => {
    const found = toCommittee(consent, gateway)
    expect(found).toEqual({ ok: false, error: barred })
    expect(found.ok ? '' : barredWords[found.error]).not.toBe('')
  })
  it('when both agree, for a reason of the two, in 50 characters or more, published', () => {
    expect(toCommittee(consent, agreed).ok).toBe(true)
    expect(toCommittee(consent, { ...agreed, reasons: 'x'.repeat(50) }).ok).toBe(true)
  })
  it('never where an officer must decide, whoever agrees', () => {
    expect(toCommittee({ is: 'national', tier: 1 }, agreed)).toEqual({ ok: false, error: 'officer-must-decide' })
    expect(toCommittee({ is: 'local' }, agreed)).toEqual({ ok: false, error: 'local-scheme' })
  })
})
