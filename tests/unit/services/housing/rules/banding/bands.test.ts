import { expect, test } from 'vitest'
import { assess } from '#services/housing/rules/assess.ts'
import type { Award } from '#services/housing/rules/banding/awards.ts'
import type { Reduced } from '#services/housing/rules/banding/reductions.ts'
import { dorset2026 } from '#services/housing/rules/packs/dorset-2026.ts'
import type { BandRule } from '#services/housing/rules/packs/housing-pack.ts'
import { answers, british, livedHereSince, testDay } from '#tests/support/people/housing-answers.ts'

type Given = Readonly<Record<string, unknown>>

const base = { ...british, dateOfBirth: '1990-05-01' }
const duty = { homelessNow: 'now', dutyAccepted: 'yes', dutyCouncil: 'dorset', dutyDate: '2026-10-27' }
const here = [livedHereSince('2015-01-01')]
const elsewhere = [{ ...livedHereSince('2015-01-01'), councilArea: 'bcp' }]

const judge = (
  given: Given,
  more: {
    awards?: readonly Award[]
    reductions?: readonly Reduced[]
    today?: string
    lists?: Readonly<Record<string, readonly Given[]>>
  } = {},
) => {
  const today = more.today ?? testDay
  return assess(answers({ ...base, ...given }, { 'address-history': here, ...more.lists }, today), {
    today,
    pack: dorset2026,
    ...more,
  })
}
const codes = (given: Given, lists = {}): readonly string[] =>
  judge(given, { lists }).banding.value.codes.map((one) => one.code)

const automatic: readonly (readonly [string, string, Given, readonly Given[]])[] = [
  ['owed the main duty by Dorset', 'A-HOM', { ...duty, dutyKind: 'main' }, here],
  ['owed the relief duty, connected', 'B-REL', { ...duty, dutyKind: 'relief' }, here],
  ['owed the relief duty, not connected', 'B-REL-NLC', { ...duty, dutyKind: 'relief' }, elsewhere],
  ['owed the prevention duty', 'C-PREV', { ...duty, homelessNow: 'soon', dutyKind: 'prevention' }, here],
  [
    'owed the prevention duty, not connected',
    'C-PREV-NLC',
    { ...duty, homelessNow: 'soon', dutyKind: 'prevention' },
    elsewhere,
  ],
  ['owed the duty after a refusal', 'C-193C', { ...duty, homelessNow: 'soon', dutyKind: 'afterRefusal' }, here],
  ['homeless with no duty', 'C-HOM', { homelessNow: 'now', dutyAccepted: 'no' }, here],
  ['no fixed address', 'C-HOM', { livingSituation: 'noFixedAbode' }, here],
  ['a social tenant with a room to spare', 'B-UND', { livingSituation: 'councilTenant', bedroomsAvailable: 2 }, here],
  [
    'a social tenant who must move for work',
    'C-RTM',
    { livingSituation: 'councilTenant', connections: ['work'], travelReason: 'far' },
    here,
  ],
  ['served in the forces', 'C-FORCES', { connections: ['forces'], forcesKind: 'serving' }, here],
  ['rent over the share', 'C-AFF', { rent: 50_000, rentHelp: 0, rentEvery: 'month', grossPay: 1_400_000 }, here],
  ['no need at all', 'D-LOW', {}, here],
]

test.each(automatic)('%s gives %s', (_, code, given, addresses) => {
  expect(codes(given, { 'address-history': addresses })).toContain(code)
})

test('a homeless household owed the full duty by another council is not A-HOM', () => {
  const found = codes({ ...duty, dutyKind: 'main', dutyCouncil: 'other' })
  expect(found).toContain('C-HOM')
  expect(found).not.toContain('A-HOM')
})

test('a private tenant with a room to spare is not under-occupying social housing', () => {
  expect(codes({ livingSituation: 'privateRent', bedroomsAvailable: 3 })).toEqual(['D-LOW'])
})

test('rent of exactly the share is affordable', () => {
  expect(codes({ rent: 50_000, rentHelp: 0, rentEvery: 'month', grossPay: 1_500_000 })).toEqual(['D-LOW'])
  expect(codes({ rent: 50_000, rentHelp: 50_000, rentEvery: 'month' })).toEqual(['D-LOW'])
})

const officer: Omit<Award, 'code'> = { on: '2026-09-01', by: 'A Shah', roles: ['housing-officer'], reason: 'GP letter' }
const leader: Omit<Award, 'code'> = { ...officer, by: 'R Moss', roles: ['team-manager'] }

test('two reasons: the higher band stands and both codes are kept', () => {
  const crowded = ['m', 'f'].map((sex, at) => ({
    firstName: `Child ${at}`,
    relationship: 'child',
    sex: sex === 'm' ? 'male' : 'female',
    dateOfBirth: '2012-01-01',
    livesWithYou: 'yes',
    childTime: 'all',
  }))
  const found = judge(
    { livingSituation: 'privateRent', bedroomsAvailable: 1 },
    { awards: [{ ...officer, code: 'C-MED' }], lists: { people: crowded } },
  )
  expect(found.banding.value.band).toBe('B')
  expect(found.banding.value.codes.map((one) => one.code)).toEqual(['B-OVER2', 'C-MED'])
})

test('exceptional need lasts 3 months and then does not count', () => {
  const awards = [{ ...leader, code: 'A-EXC' }]
  expect(judge({}, { awards, today: '2026-11-30' }).banding.value).toMatchObject({
    band: 'A',
    codes: [{ code: 'A-EXC', expiresOn: '2026-12-01' }],
  })
  const after = judge({}, { awards, today: '2026-12-02' }).banding.value
  expect(after).toMatchObject({ band: 'D', without: [{ code: 'A-EXC', why: 'expired' }] })
})

test('only a team leader may award exceptional need', () => {
  const found = judge({}, { awards: [{ ...officer, code: 'A-EXC' }] }).banding
  expect(found.value).toMatchObject({ band: 'D', without: [{ code: 'A-EXC', why: 'not-theirs' }] })
  expect(found.steps.map((step) => step.words).join(' ')).toContain('Only a team leader may award it')
})

test('an award that answers suggest is for an officer to consider, and never counts by itself', () => {
  const found = judge({ hasHealthNeed: 'yes' }).banding.value
  expect(found.band).toBe('D')
  expect(found.consider).toEqual(['A-MED', 'B-MED', 'C-MED'])
})

test('each award stands beside the answers that were asked for it', () => {
  const found = judge({ hasHealthNeed: 'yes', healthConditions: 'Asthma', homeProblems: ['damp'] })
  const medical = found.judgements.find((one) => one.rule === 'B-MED')
  expect(medical?.used.map((one) => one.question)).toContain('healthConditions')
  expect(found.judgements.map((one) => one.rule)).toEqual(expect.arrayContaining(['A-DIS', 'B-DIS', 'C-DIS']))
})

test('additional preference is a weight, never another band', () => {
  const veteran = judge({
    connections: ['forces'],
    forcesKind: 'former',
    forcesLeft: '2020-01-01',
    forcesInjury: 'yes',
  })
  expect(veteran.additional.value).toEqual(['AP-FORCES'])
  expect(veteran.banding.value.band).toBe('C')
  expect(judge({ connections: ['forces'], forcesKind: 'former', forcesInjury: 'no' }).additional.value).toEqual([])
})

const reduction = (code: string, more: Partial<Reduced> = {}): Reduced => ({
  code,
  on: '2026-11-01',
  by: 'A Shah',
  reason: 'Seen',
  ...more,
})

test('no bidding takes a household owed the main duty to medium need', () => {
  const given = { ...duty, dutyKind: 'main' }
  expect(judge(given).priority.value).toEqual({ band: 'A' })
  expect(judge(given, { reductions: [reduction('R-NOBID')] }).priority.value).toEqual({ band: 'C' })
})

test('no bidding takes nothing from another need', () => {
  const found = judge(
    { ...duty, dutyKind: 'main' },
    { awards: [{ ...officer, code: 'B-MED' }], reductions: [reduction('R-NOBID')] },
  )
  expect(found.priority.value.band).toBe('B')
})

test('worsened circumstances keep the band of before', () => {
  const found = judge(
    {},
    { awards: [{ ...officer, code: 'B-MED' }], reductions: [reduction('R-WORSE', { bandBefore: 'D' })] },
  )
  expect(found.priority.value.band).toBe('D')
})

test('refused offers stop bidding for 12 months and leave the band', () => {
  const decided = [reduction('R-REFUSED')]
  expect(judge({}, { reductions: decided }).priority.value).toEqual({ band: 'D', suspendedUntil: '2027-11-01' })
  expect(judge({}, { reductions: decided, today: '2027-11-01' }).priority.value).toEqual({ band: 'D' })
})

test('every code of the published bands is in the scheme, each with a band, words and a source', () => {
  const rules: readonly BandRule[] = dorset2026.bandRules
  expect(rules.map((rule) => rule.code)).toEqual([
    ...['A-EXC', 'A-HOM', 'A-DIS', 'A-MED', 'A-WEL', 'A-STAT'],
    ...['B-REL', 'B-REL-NLC', 'B-UND', 'B-OVER2', 'B-CORP', 'B-SOC', 'B-CDUTY', 'B-HAR', 'B-DIS', 'B-MED', 'B-WEL'],
    ...['B-ADAPT', 'B-ADAPT-N', 'B-MOVE', 'B-STOCK'],
    ...['C-PREV', 'C-PREV-NLC', 'C-HOM', 'C-193C', 'C-MED', 'C-DIS', 'C-WEL', 'C-RTM', 'C-SPLIT', 'C-HARD', 'C-INSAN'],
    ...['C-OVER1', 'C-AFF', 'C-FORCES', 'D-LOW'],
  ])
  for (const rule of rules) expect(dorset2026.bands.some((band) => band.id === rule.band)).toBe(true)
})

test('labels of bands are data: another scheme may call them gold and silver', () => {
  const metals = {
    ...dorset2026,
    bands: [
      { id: 'A', label: 'Emergency' },
      { id: 'B', label: 'Gold' },
      { id: 'C', label: 'Silver' },
      { id: 'D', label: 'Bronze' },
    ],
  }
  const found = assess(answers(base, {}, testDay), { today: testDay, pack: metals })
  expect(found.banding.steps.at(-1)?.words).toBe('Bronze.')
})

test.each([
  [{ homelessNow: 'now' }, 'It says that it is homeless now.'],
  [{ livingSituation: 'noFixedAbode' }, 'It has no fixed address.'],
  [{ livingSituation: 'unauthorised' }, 'It has no right to stay where it lives.'],
  [{ livingSituation: 'temporary' }, 'A council keeps it in temporary accommodation.'],
  [{ ...duty, dutyKind: 'main', dutyCouncil: 'other' }, 'Another council owes it a homelessness duty.'],
])('homeless with no duty here says what it rests on: %o', (given, words) => {
  const step = judge(given).banding.steps.find(({ rule }) => rule === 'C-HOM')
  expect(step?.words).toContain(words)
  expect(step?.used.length).toBeGreaterThan(0)
})

test.each([
  ['domestic abuse, with the abuser elsewhere', { unsafeBecause: ['domesticAbuse'], livesWithAbuser: 'no' }, 'd'],
  ['a bed and breakfast', { livingSituation: 'bedAndBreakfast' }, 'a'],
])('%s has a task that names the group of section 166A(3)', (_, given, limb) => {
  const found = judge(given)
  expect(found.priority.value.band).toBe('D')
  expect(found.tasks.map(({ words }) => words).join(' ')).toContain(`section 166A(3)(${limb})`)
})

test('exceptional, high and medium need each say what tells them apart, and that the council confirms it', () => {
  for (const kind of ['MED', 'DIS', 'WEL']) {
    const rules = dorset2026.bandRules.filter(({ code }) => code.endsWith(`-${kind}`))
    expect(rules).toHaveLength(3)
    for (const { words, confirm } of rules) {
      expect(words).toMatch(/need: .{40}|disrepair: .{40}/)
      expect(confirm).toBe('council to confirm')
    }
  }
})

const noticeSteps = (given: Given, day: string) =>
  judge({ toldToLeave: 'yes', leaveBy: '2027-01-10', livingSituation: 'privateRent', ...given }, { today: day })
    .tasks.filter(({ rule }) => rule === 'PART7-NOTICE')
    .map(({ source }) => source.words)

test('a section 8 notice within 56 days is a threat of homelessness by section 175(5), another one by section 175(4)', () => {
  expect(noticeSteps({ privateNotice: 'section8' }, testDay).join()).toContain('section 175(5)')
  expect(noticeSteps({ privateNotice: 'asked' }, testDay)).toEqual(['Housing Act 1996, section 175(4)'])
  expect(noticeSteps({ privateNotice: 'section8' }, '2026-11-14')).toEqual([])
})
