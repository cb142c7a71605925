import { expect, test } from 'vitest'
import type { Lookup } from '#domain/forms/condition.ts'
import { assess } from '#services/housing/rules/assess.ts'
import { dorset2021 } from '#services/housing/rules/packs/dorset-2021.ts'
import { dorset2026 } from '#services/housing/rules/packs/dorset-2026.ts'
import { housingPackOn } from '#services/housing/rules/packs/housing-packs.ts'
import { answers, british, livedHereSince, testDay as today } from '#tests/support/people/housing-answers.ts'

type Given = Readonly<Record<string, unknown>>

const adult = { ...british, dateOfBirth: '1990-05-01', employment: ['employed'], grossPay: 1_500_000, savings: 100_000 }
const here = { 'address-history': [livedHereSince('2015-01-01')] }
const away = { 'address-history': [{ ...livedHereSince('2015-01-01'), councilArea: 'elsewhereUk' }] }

const judge = (lookup: Lookup, pack = dorset2026) => assess(lookup, { today, pack }).qualification
const result = (given: Given, lists: Readonly<Record<string, readonly Given[]>> = here) =>
  judge(answers({ ...adult, ...given }, lists)).value

test('a person who has lived here for years qualifies by LC1', () => {
  expect(result({})).toMatchObject({ result: 'QUALIFIES', connectedBy: 'LC1', findings: [] })
})

const exempt: readonly (readonly [string, string, Given])[] = [
  ['a victim of domestic abuse who needs to move', 'X1', { unsafeBecause: ['domesticAbuse'], abuseMove: 'yes' }],
  [
    'a 19-year-old former relevant child',
    'X2',
    { dateOfBirth: '2007-03-01', connections: ['careLeaver'], careStatus: 'formerRelevant' },
  ],
  [
    'a person who left the army in 1990',
    'X3',
    { connections: ['forces'], forcesKind: 'former', forcesLeft: '1990-01-01' },
  ],
  ['a bereaved husband who must leave forces housing', 'X3', { connections: ['forces'], forcesKind: 'bereaved' }],
  ['a wife who must leave forces housing after separating', 'X3', { connections: ['forces'], forcesKind: 'separated' }],
  ['an injured reservist', 'X3', { connections: ['forces'], forcesKind: 'reserve' }],
  [
    'a social tenant who must move for work',
    'X4',
    { livingSituation: 'associationTenant', connections: ['work'], workWeeklyHours: 10, travelReason: '60 miles' },
  ],
  [
    'a household owed a duty here',
    'X5',
    { homelessNow: 'now', dutyAccepted: 'yes', dutyKind: 'relief', dutyCouncil: 'dorset' },
  ],
  ['a household escaping gangs', 'X6', { unsafeBecause: ['gang'] }],
  ['a person whom health services placed away', 'X6', { connections: ['placedAway'] }],
]

test.each(exempt)('%s needs no local connection (%s)', (_, code, given) => {
  expect(result(given, away)).toMatchObject({ result: 'QUALIFIES', connectedBy: code })
})

test('an exemption comes before the tests of local connection, and all reasons are kept', () => {
  const found = judge(answers({ ...adult, unsafeBecause: ['domesticAbuse'], abuseMove: 'yes' }, here))
  expect(found.value.connectedBy).toBe('X1')
  expect(found.steps.map((step) => step.rule)).toEqual(['X1', 'LC1'])
})

const notExempt: readonly (readonly [string, Given])[] = [
  ['domestic abuse that does not make them move', { unsafeBecause: ['domesticAbuse'], abuseMove: 'no' }],
  ['a care leaver of 25', { dateOfBirth: '2001-11-23', connections: ['careLeaver'], careStatus: 'formerRelevant' }],
  [
    'a care leaver who is not sure of the status',
    { dateOfBirth: '2007-03-01', connections: ['careLeaver'], careStatus: 'notSure' },
  ],
  [
    'a duty owed by another council',
    { homelessNow: 'now', dutyAccepted: 'yes', dutyKind: 'main', dutyCouncil: 'other' },
  ],
  [
    'a private tenant who moves for work',
    { livingSituation: 'privateRent', connections: ['work'], travelReason: '60 miles' },
  ],
]

test.each(notExempt)('%s is no exemption', (_, given) => {
  expect(result(given, away).exemptions).toEqual([])
})

test('a care leaver is under 25 until the day before the birthday', () => {
  const given = { connections: ['careLeaver'], careStatus: 'formerRelevant' }
  expect(result({ ...given, dateOfBirth: '2001-11-24' }, away).exemptions).toEqual(['X2'])
})

test('law has its own dates: before July 2025 care leavers were not exempt, before December 2024 old soldiers were not', () => {
  const at = (day: string, given: Given) =>
    assess(answers({ ...adult, ...given }, away, day), { today: day, pack: housingPackOn(day) }).qualification.value
      .exemptions
  const leaver = { dateOfBirth: '2005-03-01', connections: ['careLeaver'], careStatus: 'formerRelevant' }
  expect(at('2025-07-09', leaver)).toEqual([])
  expect(at('2025-07-10', leaver)).toEqual(['X2'])
  const veteran = { connections: ['forces'], forcesKind: 'former', forcesLeft: '2015-06-01' }
  expect(at('2024-12-17', veteran)).toEqual([])
  expect(at('2024-12-18', veteran)).toEqual(['X3'])
  expect(at('2020-05-31', veteran)).toEqual(['X3'])
})

const connected: readonly (readonly [string, string | undefined, Given])[] = [
  ['family here for 5 years', 'LC2', { connections: ['family'], familyRelation: 'parent', familyYears: 5 }],
  ['family here for 4 years', undefined, { connections: ['family'], familyRelation: 'parent', familyYears: 4 }],
  [
    '16 hours of work a week for a year',
    'LC3',
    { connections: ['work'], workWeeklyHours: 16, workStarted: '2025-11-23' },
  ],
  ['15 hours of work a week', undefined, { connections: ['work'], workWeeklyHours: 15, workStarted: '2020-11-23' }],
  ['work for a year less a day', undefined, { connections: ['work'], workWeeklyHours: 40, workStarted: '2025-11-24' }],
  [
    'a permanent job offer to a private tenant',
    undefined,
    { connections: ['jobOffer'], offerHours: 37, offerLength: 'permanent', livingSituation: 'privateRent' },
  ],
]

test.each(connected)('%s: connected by %s', (_, code, given) => {
  expect(result(given, away).connectedBy).toBe(code)
})

test('a joint applicant’s years here count for both', () => {
  const lists = {
    'address-history': [
      { ...livedHereSince('2010-01-01'), councilArea: 'bcp', livedHere: ['applicant'] },
      { ...livedHereSince('2010-01-01'), livedHere: ['joint'] },
    ],
  }
  const found = judge(answers(adult, lists))
  expect(found.value.connectedBy).toBe('LC1')
  expect(found.steps[0]?.words).toMatch(/^The joint applicant: Lived in the area/)
})

test('no connection is provisional, and under the first scheme an officer decides', () => {
  expect(judge(answers(adult, away)).value.result).toBe('PROVISIONAL_NOT_QUALIFYING')
  expect(judge(answers(adult, away), dorset2021).value.result).toBe('REFER')
})

const found: readonly (readonly [string, string, string, Given])[] = [
  ['15 years old', 'Q-AGE', 'not-qualifying', { dateOfBirth: '2011-01-01' }],
  ['17 with a guarantor', 'Q-AGE', 'refer', { dateOfBirth: '2009-01-01', guarantor: 'person' }],
  ['17 without a guarantor', 'Q-AGE', 'refer', { dateOfBirth: '2009-01-01' }],
  ['savings of £16,000.01', 'Q-MEANS', 'not-qualifying', { savings: 1_600_001 }],
  ['pay of £26,000.01 for one bedroom', 'Q-MEANS', 'not-qualifying', { grossPay: 2_600_001 }],
  ['over the limit only with benefits', 'Q-MEANS', 'refer', { grossPay: 2_000_000, benefitIncome: 60_000 }],
  ['an owner who can live there', 'Q-OWN', 'not-qualifying', { livingSituation: 'owner', ownerReasons: ['none'] }],
  ['an owner who is not safe there', 'Q-OWN', 'refer', { livingSituation: 'owner', ownerReasons: ['harm'] }],
  ['property abroad', 'Q-OWN', 'refer', { livingSituation: 'privateRent', ownsProperty: 'yes', propertyValue: 0 }],
  ['a home sold 2 years ago', 'Q-SOLD', 'refer', { soldProperty: 'yes', soldOn: '2024-11-01' }],
  ['evicted', 'Q-BEHAV', 'refer', { tenancyProblems: ['evicted'] }],
  ['an unspent conviction', 'Q-BEHAV', 'refer', { unspent: 'yes' }],
  [
    '4 weeks of rent owed',
    'Q-ARREARS',
    'refer',
    { owes: 'yes', owesFor: ['rent'], owesWeeks: 4, owesPlan: 'begun', owesBenefitDelay: 'no' },
  ],
  ['a home given up', 'Q-WORSE', 'refer', { gaveUpHome: 'yes' }],
  [
    'release in more than 2 months',
    'Q-PRISON',
    'not-qualifying',
    { livingSituation: 'prison', releaseDate: '2027-01-24' },
  ],
  ['another council’s register', 'Q-DUP', 'refer', { otherRegister: 'yes' }],
  ['found intentionally homeless', 'Q-IH', 'reduce', { foundIntentional: 'yes' }],
]

test.each(found)('%s gives %s: %s', (_, code, outcome, given) => {
  expect(result(given).findings).toContainEqual({ code, outcome })
})

const nothing: readonly (readonly [string, Given])[] = [
  ['savings of exactly £16,000', { savings: 1_600_000 }],
  ['pay of exactly £26,000', { grossPay: 2_600_000 }],
  [
    'an injury payment from the forces in the savings',
    { savings: 5_000_000, lumpSumKind: 'forcesInjury', lumpSumAmount: 4_000_000 },
  ],
  ['3 weeks of rent owed', { owes: 'yes', owesFor: ['rent'], owesWeeks: 3, owesPlan: 'no', owesBenefitDelay: 'no' }],
  [
    'arrears from a delay in benefits',
    { owes: 'yes', owesFor: ['rent'], owesWeeks: 9, owesPlan: 'no', owesBenefitDelay: 'yes' },
  ],
  [
    'arrears with an agreement kept for 6 months',
    { owes: 'yes', owesFor: ['rent'], owesWeeks: 9, owesPlan: 'kept', owesBenefitDelay: 'no' },
  ],
  ['release in exactly 2 months', { livingSituation: 'prison', releaseDate: '2027-01-23' }],
  ['a home sold 6 years ago', { soldProperty: 'yes', soldOn: '2020-11-01' }],
]

test.each(nothing)('%s stands in nobody’s way', (_, given) => {
  expect(result(given).findings).toEqual([])
})

test('a larger need has a higher limit', () => {
  const children = ['2010-01-01', '2014-01-01', '2020-01-01'].map((dateOfBirth, at) => ({
    firstName: `Child ${at}`,
    lastName: 'Okoro',
    relationship: 'child',
    sex: at === 0 ? 'male' : 'female',
    dateOfBirth,
    livesWithYou: 'yes',
    childTime: 'all',
  }))
  const found = judge(answers({ ...adult, grossPay: 3_900_000 }, { ...here, people: children }))
  expect(found.value.findings).toEqual([])
})

test('several reasons are all kept, and the worst decides', () => {
  const many = result({ savings: 9_900_000, tenancyProblems: ['evicted'], foundIntentional: 'yes' }, away)
  expect(many.result).toBe('PROVISIONAL_NOT_QUALIFYING')
  expect(many.findings.map((one) => one.code)).toEqual(['LC', 'Q-BEHAV', 'Q-IH', 'Q-MEANS'])
})

test('a second application here is for an officer to compare', () => {
  const found = assess(answers(adult, here), { today, pack: dorset2026, alsoHere: true }).qualification
  expect(found.value.findings).toEqual([{ code: 'Q-DUP', outcome: 'refer' }])
})

test('one person must be both care leaver and under 25', () => {
  const care = { connections: ['careLeaver'], careStatus: 'formerRelevant' }
  const partner = (dateOfBirth: string) => ({
    ...{ firstName: 'Bo', jointApplicant: 'yes', citizenship: 'british', livedAbroad: 'no', dateOfBirth },
  })
  const exempt = (given: Given, dateOfBirth: string) =>
    result({ ...care, ...given }, { ...away, people: [partner(dateOfBirth)] }).exemptions
  expect(exempt({ careLeaverWho: ['applicant'] }, '2005-01-01')).toEqual([])
  expect(exempt({ careLeaverWho: ['joint'] }, '2005-01-01')).toEqual(['X2'])
  expect(exempt({ careLeaverWho: ['joint'], dateOfBirth: '2005-01-01' }, '1990-01-01')).toEqual([])
})

test('not sure of a care status is for an officer to find out, and never a provisional no', () => {
  const unsure = { dateOfBirth: '2007-03-01', connections: ['careLeaver'], careStatus: 'notSure' }
  expect(result(unsure, away)).toMatchObject({ result: 'REFER', findings: [{ code: 'LC', outcome: 'refer' }] })
  const found = assess(answers({ ...adult, ...unsure }, away), { today, pack: dorset2026 })
  expect(found.tasks.map((step) => step.rule)).toContain('CARE-STATUS')
})

const withPerson = (person: Given) => ({ ...here, people: [{ firstName: 'Bo', ...person }] })
const earns = { dateOfBirth: '1998-01-01', grossPay: 9_000_000, savings: 9_000_000 }

test.each([
  ['a lodger', { ...earns, relationship: 'lodger' }, []],
  ['a grown-up child', { ...earns, relationship: 'child' }, []],
  ['a partner', { ...earns, relationship: 'partner' }, ['Q-MEANS']],
])('the money of %s counts only where the scheme counts that person', (_, person, codes) => {
  expect(result({}, withPerson(person)).findings.map((one) => one.code)).toEqual(codes)
})

test('a joint applicant of 17 needs a guarantor', () => {
  const lists = withPerson({
    dateOfBirth: '2009-01-01',
    jointApplicant: 'yes',
    citizenship: 'british',
    livedAbroad: 'no',
  })
  expect(result({}, lists).findings).toContainEqual({ code: 'Q-AGE', outcome: 'refer' })
  const found = assess(answers(adult, lists), { today, pack: dorset2026 })
  expect(found.tasks.map((step) => step.rule)).toContain('GUARANTOR')
})

test.each([
  ['a person', { guarantor: 'person', guarantorName: 'Sample Aunt' }, 'Arrange the guarantor who is named'],
  ['children’s services', { guarantor: 'childrensServices' }, 'Arrange the guarantor who is named'],
  ['nobody', { guarantor: 'none' }, 'Find a guarantor'],
  ['nothing yet', {}, 'Find a guarantor'],
])('the officer’s task for a joint applicant of 17 says whether one is named: %s', (_, given, words) => {
  const joint = {
    dateOfBirth: '2009-01-01',
    jointApplicant: 'yes',
    citizenship: 'british',
    livedAbroad: 'no',
    ...given,
  }
  const found = assess(answers(adult, withPerson(joint)), { today, pack: dorset2026 })
  const tasks = found.tasks.filter(({ rule }) => rule === 'GUARANTOR')
  expect(tasks.map((task) => task.words)).toEqual([expect.stringContaining(words)])
  const said = found.qualification.steps.filter(({ rule }) => rule === 'Q-AGE').map((step) => step.words)
  expect(said).toHaveLength(1)
  expect(said[0]?.includes('none is named')).toBe(words.startsWith('Find'))
})
