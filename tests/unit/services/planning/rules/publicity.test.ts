import { describe, expect, it } from 'vitest'
import { instantOf } from '#domain/london.ts'
import type { CaseFacts } from '#services/planning/rules/ground/case-facts.ts'
import { letter } from '#services/planning/rules/publicity/letters.ts'
import { earliestDecision, publicity } from '#services/planning/rules/publicity/publicity.ts'
import { caseOf } from '#tests/support/people/planning-case.ts'

const from = '2026-11-24'

describe('An application is made known', () => {
  it.each<readonly [string, Partial<CaseFacts>, object]>([
    ['a householder application', {}, { site: 'or', neighbours: 'or', press: false, days: 21 }],
    ['a small shop', { code: 'pp.full.minor' }, { site: 'or', neighbours: 'or', press: false, days: 21 }],
    ['a major one', { code: 'pp.full.major', major: true }, { site: 'or', neighbours: 'or', press: true, days: 21 }],
    [
      'one with an environmental statement',
      { code: 'pp.full.major', major: true, environmental: true },
      { site: 'must', neighbours: 'or', press: true, days: 30 },
    ],
    ['a departure from the plan', { departure: true }, { site: 'must', neighbours: 'or', press: true, days: 21 }],
    ['one across a right of way', { rightOfWay: true }, { site: 'must', neighbours: 'or', press: true, days: 21 }],
    ['one in a conservation area', { conservationArea: true }, { site: 'must', press: true, days: 21 }],
    [
      'listed building consent',
      { code: 'listed', listed: true },
      { site: 'must', neighbours: 'no', press: true, days: 21 },
    ],
    [
      'an extension of a listed house',
      { code: 'pp.full.householder.listed', listed: true },
      { site: 'must', neighbours: 'must', press: true, days: 21 },
    ],
    [
      'a larger home extension',
      { code: 'pa.part1.classA' },
      { site: 'no', neighbours: 'adjoining', press: false, days: 21 },
    ],
    ['permission in principle', { code: 'pp.pip' }, { site: 'must', press: false, days: 14 }],
    [
      'details for a condition',
      { code: 'approval.conditions' },
      { site: 'no', neighbours: 'no', press: false, days: 0 },
    ],
    ['a certificate', { code: 'ldc.proposed' }, { site: 'no', neighbours: 'no', press: false, days: 0 }],
  ])('%s', (_, different, notices) => {
    expect(publicity(caseOf(different), from).value).toMatchObject(notices)
  })
})

describe('Notices run', () => {
  it.each([
    ['2026-11-24', '2026-12-15', '2026-12-16'],
    // Christmas Day, the day after, in place of Boxing Day, and New Year's Day.
    ['2026-12-14', '2027-01-07', '2027-01-08'],
    // Good Friday and Easter Monday.
    ['2027-03-22', '2027-04-14', '2027-04-15'],
    // The clocks go back, and no day is lost.
    ['2026-10-12', '2026-11-02', '2026-11-03'],
    // The day that a holiday adds is a holiday too.
    ['2026-12-06', '2026-12-29', '2026-12-30'],
  ])('from %s until %s, and it may be decided on %s', (start, until, decided) => {
    const { value, steps } = publicity(caseOf({}), start)
    expect([value.until, value.earliestDecision]).toEqual([until, decided])
    expect(steps.at(-1)?.rule).toBe('PUBLICITY-END')
  })
  it('through bank holidays where there is an environmental statement', () => {
    expect(publicity(caseOf({ major: true, environmental: true }), '2026-12-14').value.until).toBe('2027-01-13')
  })
  it('not at all where the law asks for none', () => {
    expect(publicity(caseOf({ code: 'ldc.proposed' }), from).value).toMatchObject({
      until: from,
      earliestDecision: from,
    })
  })
  it('until the last of them ends', () => {
    expect(earliestDecision(['2026-12-15', '2026-12-22', '2026-12-18'])).toBe('2026-12-23')
    expect(earliestDecision([])).toBeUndefined()
  })
})

describe('A letter', () => {
  const sent = (day: string, time: string) => letter(instantOf(day, time) ?? 0, 21)
  it.each([
    ['2026-11-24', '17:29', '2026-11-25', '2026-11-27'],
    ['2026-11-24', '17:30', '2026-11-26', '2026-11-30'],
    ['2026-11-28', '10:00', '2026-12-01', '2026-12-03'],
    ['2026-12-23', '16:00', '2026-12-24', '2026-12-30'],
  ])('handed over on %s at %s is printed on %s and counts from %s', (day, time, printed, arrives) => {
    expect(sent(day, time)).toMatchObject({ printed, arrives })
  })
  it('gives 21 days from when it counts', () => {
    expect(sent('2026-11-24', '12:00').until).toBe('2026-12-18')
  })
})
