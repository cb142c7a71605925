import { expect, test } from 'vitest'
import { eligibility } from '#services/housing/rules/eligibility/eligibility.ts'
import { eligibilityRows } from '#services/housing/rules/eligibility/eligibility-table.ts'
import { answers } from '#tests/support/people/housing-answers.ts'

const from = { citizenship: 'other', livedAbroad: 'no', mainHome: 'yes' }
const ilr = { ...from, immigrationStatus: 'indefinite', sponsored: 'yes', sponsorAlive: 'yes' }

const lifted = { ...from, noPublicFunds: 'no', fundsLifted: 'yes' }

const cases: readonly (readonly [string, Readonly<Record<string, unknown>>, string, string])[] = [
  ['a British person who never left', { citizenship: 'british', livedAbroad: 'no' }, 'ELIGIBLE', 'E1'],
  ['an Irish person', { citizenship: 'irish', livedAbroad: 'no' }, 'ELIGIBLE', 'E1'],
  [
    'a British person back 3 years',
    { citizenship: 'british', livedAbroad: 'yes', cameToUk: '2023-11-23' },
    'ELIGIBLE',
    'E1',
  ],
  [
    'a British person back a year, settled here',
    { citizenship: 'british', livedAbroad: 'yes', cameToUk: '2025-12-01', mainHome: 'yes' },
    'ELIGIBLE',
    'E2',
  ],
  [
    'a British person back a year, not sure',
    { citizenship: 'british', livedAbroad: 'yes', cameToUk: '2025-12-01', mainHome: 'notSure' },
    'REFER',
    'E2',
  ],
  ['a refugee', { ...from, immigrationStatus: 'refugee' }, 'ELIGIBLE', 'E3'],
  [
    'leave outside the rules with funds',
    { ...from, immigrationStatus: 'outsideRules', noPublicFunds: 'no' },
    'ELIGIBLE',
    'E4',
  ],
  [
    'leave outside the rules, no public funds',
    { ...from, immigrationStatus: 'outsideRules', noPublicFunds: 'yes' },
    'INELIGIBLE',
    'E4',
  ],
  [
    'leave outside the rules, not sure about funds',
    { ...from, immigrationStatus: 'outsideRules', noPublicFunds: 'notSure' },
    'REFER',
    'E14',
  ],
  ['EU settled status', { ...from, citizenship: 'eeaSwiss', immigrationStatus: 'settled' }, 'ELIGIBLE', 'E5'],
  [
    'EU settled status, main home not sure',
    { ...from, immigrationStatus: 'settled', mainHome: 'notSure' },
    'REFER',
    'E5',
  ],
  ['indefinite leave sponsored 3 years ago', { ...ilr, undertakingDate: '2023-11-23' }, 'INELIGIBLE', 'E6'],
  ['indefinite leave sponsored 5 years ago tomorrow', { ...ilr, undertakingDate: '2021-11-24' }, 'INELIGIBLE', 'E6'],
  ['indefinite leave sponsored exactly 5 years ago', { ...ilr, undertakingDate: '2021-11-23' }, 'ELIGIBLE', 'E5'],
  ['the same, sponsor died', { ...ilr, undertakingDate: '2023-11-23', sponsorAlive: 'no' }, 'ELIGIBLE', 'E5'],
  ['indefinite leave sponsored 6 years ago', { ...ilr, undertakingDate: '2020-11-20' }, 'ELIGIBLE', 'E5'],
  [
    'indefinite leave, sponsor’s life not known',
    { ...ilr, undertakingDate: '2023-11-23', sponsorAlive: 'notSure' },
    'REFER',
    'E6',
  ],
  ['humanitarian protection', { ...from, immigrationStatus: 'humanitarian' }, 'ELIGIBLE', 'E7'],
  ['Afghan scheme, main home here', { ...from, immigrationStatus: 'afghan' }, 'ELIGIBLE', 'E8'],
  ['Afghan scheme, main home not here', { ...from, immigrationStatus: 'afghan', mainHome: 'no' }, 'REFER', 'E8'],
  ['Appendix FM with funds', { ...from, immigrationStatus: 'family', noPublicFunds: 'no' }, 'ELIGIBLE', 'E9'],
  ['Appendix FM, no public funds', { ...from, immigrationStatus: 'family', noPublicFunds: 'yes' }, 'INELIGIBLE', 'E9'],
  ['section 67 leave', { ...from, immigrationStatus: 'section67' }, 'ELIGIBLE', 'E10'],
  ['family of a person of Northern Ireland', { ...from, immigrationStatus: 'northernIreland' }, 'ELIGIBLE', 'E10'],
  [
    'Ukraine scheme, main home not here',
    { ...from, immigrationStatus: 'ukraine', noPublicFunds: 'no', mainHome: 'no' },
    'ELIGIBLE',
    'E18',
  ],
  [
    'Ukraine scheme, not sure about funds',
    { ...from, immigrationStatus: 'ukraine', noPublicFunds: 'notSure' },
    'REFER',
    'E18',
  ],
  [
    'Hong Kong with funds, main home here',
    { ...from, immigrationStatus: 'hongKong', noPublicFunds: 'no' },
    'ELIGIBLE',
    'E11',
  ],
  ['left abroad by a husband', { ...from, immigrationStatus: 'abandoned', mainHome: 'no' }, 'ELIGIBLE', 'E15'],
  ['a student with the condition lifted', { ...lifted, immigrationStatus: 'student' }, 'ELIGIBLE', 'E16'],
  ['a worker with the condition lifted', { ...lifted, immigrationStatus: 'work' }, 'ELIGIBLE', 'E16'],
  [
    'the condition lifted, main home not sure',
    { ...lifted, immigrationStatus: 'student', mainHome: 'notSure' },
    'REFER',
    'E16',
  ],
  [
    'a student with funds, never lifted',
    { ...lifted, immigrationStatus: 'student', fundsLifted: 'no' },
    'REFER',
    'E14',
  ],
  [
    'brought out of another country, with funds',
    { ...from, immigrationStatus: 'evacuated', noPublicFunds: 'no', mainHome: 'no' },
    'ELIGIBLE',
    'E17',
  ],
  [
    'brought out of another country, no public funds',
    { ...from, immigrationStatus: 'evacuated', noPublicFunds: 'yes' },
    'REFER',
    'E17',
  ],
  [
    'brought out of another country by a sponsor 3 years ago',
    { ...ilr, immigrationStatus: 'evacuated', noPublicFunds: 'no', undertakingDate: '2023-11-23' },
    'INELIGIBLE',
    'E6',
  ],
  ['Hong Kong, no public funds', { ...from, immigrationStatus: 'hongKong', noPublicFunds: 'yes' }, 'REFER', 'E11'],
  [
    'pre-settled status',
    { ...from, citizenship: 'eeaSwiss', immigrationStatus: 'preSettled', noPublicFunds: 'no' },
    'REFER',
    'E12',
  ],
  ['a student', { ...from, immigrationStatus: 'student', noPublicFunds: 'yes' }, 'INELIGIBLE', 'E13'],
  ['a visitor', { ...from, immigrationStatus: 'visitor' }, 'INELIGIBLE', 'E13'],
  ['waiting for an asylum decision', { ...from, immigrationStatus: 'asylum' }, 'INELIGIBLE', 'E13'],
  ['an overstayer', { ...from, immigrationStatus: 'none' }, 'INELIGIBLE', 'E13'],
  ['a work visa, no public funds', { ...from, immigrationStatus: 'work', noPublicFunds: 'yes' }, 'INELIGIBLE', 'E13'],
  ['a work visa with funds', { ...from, immigrationStatus: 'work', noPublicFunds: 'no' }, 'REFER', 'E14'],
  ['not sure of the status', { ...from, immigrationStatus: 'notSure' }, 'REFER', 'E14'],
  ['nothing answered', {}, 'REFER', 'E14'],
]

test.each(cases)('%s: the table decides', (_, given, result, code) => {
  const found = eligibility(answers(given), 'dorset-2026')
  expect(found.value.result).toBe(result)
  expect(found.value.each[0]?.code).toBe(code)
})

test('every row of the table is reached by a case above', () => {
  const reached = new Set(cases.map(([, , result, code]) => `${code} ${result}`))
  expect(eligibilityRows.filter((row) => !reached.has(`${row.code} ${row.result}`)).map((row) => row.code)).toEqual([])
})

test('a joint applicant is tested alone, and an ineligible one leaves the other to go on', () => {
  const partner = {
    firstName: 'Bo',
    lastName: 'Lin',
    jointApplicant: 'yes',
    dateOfBirth: '1990-01-01',
    ...from,
    immigrationStatus: 'visitor',
  }
  const found = eligibility(
    answers({ citizenship: 'british', livedAbroad: 'no' }, { people: [partner] }),
    'dorset-2026',
  )
  expect(found.value.each.map((one) => one.result)).toEqual(['ELIGIBLE', 'INELIGIBLE'])
  expect(found.value.result).toBe('REFER')
  expect(found.steps.at(-1)?.words).toContain('A joint tenancy cannot be granted to Bo Lin')
})

test('an applicant who cannot be a tenant does not shut out a joint applicant who can', () => {
  const partner = {
    firstName: 'Bo',
    jointApplicant: 'yes',
    dateOfBirth: '1990-01-01',
    citizenship: 'british',
    livedAbroad: 'no',
  }
  const visitor = { ...from, immigrationStatus: 'visitor' }
  expect(eligibility(answers(visitor, { people: [partner] }), 'dorset-2026').value.result).toBe('REFER')
  expect(eligibility(answers(visitor), 'dorset-2026').value.result).toBe('INELIGIBLE')
})

test('a person who is not a joint applicant is not tested', () => {
  const lodger = { firstName: 'Bo', lastName: 'Lin', dateOfBirth: '1990-01-01', ...from, immigrationStatus: 'student' }
  const found = eligibility(answers({ citizenship: 'british', livedAbroad: 'no' }, { people: [lodger] }), 'dorset-2026')
  expect(found.value.result).toBe('ELIGIBLE')
})

test('the day that leave ends is kept, so that status is checked again', () => {
  const found = eligibility(
    answers({ ...from, immigrationStatus: 'refugee', leaveExpires: '2028-03-01' }),
    'dorset-2026',
  )
  expect(found.value.checkAgainOn).toBe('2028-03-01')
})

test('each class counts from the day of its own regulations', () => {
  const on = (day: string, given: Readonly<Record<string, unknown>>) =>
    eligibility(answers({ ...from, ...given }, {}, day), 'dorset-2021').value.result
  const student = { immigrationStatus: 'student', noPublicFunds: 'no', fundsLifted: 'yes' }
  expect([on('2024-06-06', student), on('2024-06-07', student)]).toEqual(['REFER', 'ELIGIBLE'])
  const evacuated = { immigrationStatus: 'evacuated', noPublicFunds: 'no' }
  expect([on('2025-07-17', evacuated), on('2025-07-18', evacuated)]).toEqual(['REFER', 'ELIGIBLE'])
})

test('an applicant who is not eligible with a joint applicant for an officer to check is for an officer to check', () => {
  const partner = { firstName: 'Bo', jointApplicant: 'yes', dateOfBirth: '1990-01-01', ...from }
  const preSettled = { ...partner, immigrationStatus: 'preSettled' }
  const found = eligibility(answers({ ...from, immigrationStatus: 'visitor' }, { people: [preSettled] }), 'dorset-2026')
  expect(found.value.each.map((one) => one.result)).toEqual(['INELIGIBLE', 'REFER'])
  expect(found.value.result).toBe('REFER')
})
