import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { addDays, type Day } from '#domain/day.ts'
import { instantOf } from '#domain/london.ts'
import { urgencyOn } from '#domain/rules/statutory.ts'
import { type ApplicationCode, applicationCodes } from '#services/planning/ground/application-code.ts'
import { type AppealableOutcome, appealBy, appealSilenceBy } from '#services/planning/rules/clock/appeals.ts'
import { clocks } from '#services/planning/rules/clock/clocks.ts'
import { fee } from '#services/planning/rules/fee/fee.ts'
import { madeOn, validOn } from '#services/planning/rules/ground/made-on.ts'
import { caseOf } from '#tests/support/people/planning-case.ts'

// London's wall clock: '2026-03-31 15:00'.
const at = (wall: string): number => {
  const [day = '', time = ''] = wall.split(' ')
  const instant = instantOf(day, time)
  if (instant === undefined) throw new Error(`${wall} does not exist`)
  return instant
}
const extension = { sought: { is: 'permission', for: [{ is: 'alter-homes', homes: 'one' }] }, claims: {} } as const

describe('What is sent counts as made', () => {
  it.each([
    ['F2: on 31 March 2026 at 15:00', '2026-03-31 15:00', '2026-03-31', 528],
    ['F2: on 31 March 2026 at 18:30', '2026-03-31 18:30', '2026-04-01', 548],
    ['a minute before five', '2026-03-31 16:59', '2026-03-31', 528],
    ['at five', '2026-03-31 17:00', '2026-04-01', 548],
    ['early on a working day', '2026-03-31 00:10', '2026-03-31', 528],
    ['on a Saturday', '2026-03-28 11:00', '2026-03-30', 528],
    ['on Good Friday', '2026-04-03 11:00', '2026-04-07', 548],
    ['on Christmas Eve after five', '2026-12-24 17:30', '2026-12-29', 548],
    ['on a day between Christmas and New Year that the council is shut', '2026-12-30 10:00', '2026-12-31', 548],
    ['on the Sunday that the clocks go back', '2026-10-25 01:30', '2026-10-26', 548],
    ['on Easter Sunday, when the clocks go forward', '2027-03-28 03:30', '2027-03-30', 548],
  ])('%s', (_, sent, made, pounds) => {
    const counted = madeOn(at(sent)).value
    expect(counted).toBe(made)
    expect(fee(extension, counted).value).toMatchObject({ pence: pounds * 100 })
  })

  it('by London’s clock: half past four Greenwich time is half past five before the clocks go back, and not after', () => {
    expect(madeOn(Date.parse('2026-10-23T16:30:00Z')).value).toBe('2026-10-26')
    expect(madeOn(Date.parse('2026-10-26T16:30:00Z')).value).toBe('2026-10-26')
    expect(madeOn(Date.parse('2027-03-25T16:30:00Z')).value).toBe('2027-03-25')
    expect(madeOn(Date.parse('2027-03-30T16:30:00Z')).value).toBe('2027-03-31')
  })

  it('and says why', () => {
    expect(madeOn(at('2026-03-31 18:30')).steps.map(({ words }) => words)).toEqual([
      'Sent at 6:30pm on Tuesday 31 March 2026, after 5pm: it counts as made on the next working day, Wednesday 1 April 2026.',
    ])
  })

  it('and is valid when the last of what it needs counts as received', () => {
    const received = [at('2026-11-20 09:00'), at('2026-11-23 18:00'), at('2026-11-21 12:00')]
    expect(validOn(received)?.value).toBe('2026-11-24')
    expect(validOn([])).toBeUndefined()
  })
})

const monday = '2026-11-23'

describe('An application that is valid on Monday 23 November 2026', () => {
  it.each<readonly [ApplicationCode, string, string]>([
    ['pa.part1.classA', '2027-01-04', 'approved'],
    ['pp.full.householder', '2027-01-18', 'appeal'],
    ['pp.full.householder.listed', '2027-01-18', 'appeal'],
    ['pp.full.minor', '2027-01-18', 'appeal'],
    ['pp.full.major', '2027-02-22', 'appeal'],
    ['pp.outline.major', '2027-02-22', 'appeal'],
    ['amendment.nonMaterial', '2026-12-21', 'none'],
    ['pp.pip', '2026-12-28', 'appeal'],
    ['approval.conditions', '2027-01-18', 'appeal'],
    ['ldc.proposed', '2027-01-18', 'appeal'],
    ['listed', '2027-01-18', 'appeal'],
    ['pa.part3.classMA', '2027-01-18', 'approved'],
    ['wtt.consent', '2027-01-18', 'appeal'],
    ['wtt.notice', '2027-01-04', 'may-go-ahead'],
    ['hedgerowRemovalNotice', '2027-01-04', 'may-go-ahead'],
  ])('%s must be decided by %s', (code, by, silence) => {
    const major = code.endsWith('.major')
    expect(clocks(caseOf({ code, major }), monday).value).toMatchObject({
      clock: { expiresOn: by },
      decideBy: by,
      silence,
    })
  })

  it('has 16 weeks with an environmental statement', () => {
    const found = clocks(caseOf({ code: 'pp.full.major', major: true, environmental: true }), monday)
    expect(found.value.decideBy).toBe('2027-03-15')
  })

  it.each([
    ['pp.full.householder', '2027-03-16'],
    ['pp.full.major', '2027-05-24'],
    ['approval.conditions', '2027-02-16'],
  ] as const)('%s: the fee goes back from %s', (code, refundFrom) => {
    const major = code === 'pp.full.major'
    expect(clocks(caseOf({ code, major }), monday).value.clock.refundFrom).toBe(refundFrom)
  })

  it('is decided within 26 weeks until Sunday 23 May 2027: on 24 May the fee goes back', () => {
    const { value, steps } = clocks(caseOf({ code: 'pp.full.major', major: true }), monday)
    const lastDay = addDays(monday, 26 * 7 - 1)
    expect([lastDay, value.clock.refundFrom]).toEqual(['2027-05-23', '2027-05-24'])
    expect(steps.find(({ rule }) => rule === 'GUARANTEE')?.words).toBe(
      'The last day to decide within 26 weeks is Sunday 23 May 2027. The fee is given back from Monday 24 May 2027, unless a longer time was agreed in writing.',
    )
  })

  it('has no guarantee for a certificate, an advertisement or a prior approval', () => {
    for (const code of ['ldc.proposed', 'advertConsent', 'pa.part1.classA', 'listed'] as const)
      expect(clocks(caseOf({ code }), monday).value.clock.refundFrom).toBeUndefined()
  })

  it('keeps both dates when more time is agreed, and the guarantee falls away', () => {
    const { value, steps } = clocks(caseOf({}), monday, '2027-02-26')
    expect(value).toMatchObject({ clock: { expiresOn: '2027-01-18' }, decideBy: '2027-02-26' })
    expect(value.clock.refundFrom).toBeUndefined()
    expect(steps.map(({ rule }) => rule)).toContain('CLOCK-EXT')
  })

  it('is not shortened by an agreement to less time', () => {
    expect(clocks(caseOf({}), monday, '2026-12-01').value.decideBy).toBe('2027-01-18')
  })

  it('is aimed at 35 days, and a week earlier than the end where the law gives no more', () => {
    expect(clocks(caseOf({}), monday).value.target).toBe('2026-12-28')
    expect(clocks(caseOf({ code: 'amendment.nonMaterial' }), monday).value.target).toBe('2026-12-14')
  })
})

describe('Staff see', () => {
  const larger = clocks(caseOf({ code: 'pa.part1.classA' }), monday).value.clock
  it('a red alert 10, 5 and 2 days before silence means approval, and on the day', () => {
    expect(larger.alerts).toEqual(['2026-12-25', '2026-12-30', '2027-01-02', '2027-01-04'])
    expect(urgencyOn(larger, '2026-12-24')).toBe('amber')
    expect(urgencyOn(larger, '2026-12-25')).toBe('red')
  })
  it('amber in the last 5 working days, red when it is late', () => {
    const ordinary = clocks(caseOf({}), monday).value.clock
    expect(urgencyOn(ordinary, '2027-01-08')).toBe('none')
    expect(urgencyOn(ordinary, '2027-01-11')).toBe('amber')
    expect(urgencyOn(ordinary, '2027-01-18')).toBe('amber')
    expect(urgencyOn(ordinary, '2027-01-19')).toBe('red')
  })
})

describe('Clocks', () => {
  it('run through weekends, holidays and clock changes, as an independent calendar does for every day of five years', () => {
    const days: Readonly<Record<string, number>> = { 'pp.full.minor': 56, 'pp.full.major': 91, 'pa.part1.classA': 42 }
    for (let valid: Day = '2024-01-01'; valid < '2029-01-01'; valid = addDays(valid, 1))
      for (const code of ['pp.full.minor', 'pp.full.major', 'pa.part1.classA'] as const) {
        const found = clocks(caseOf({ code, major: code === 'pp.full.major' }), valid).value.decideBy
        expect(found).toBe(String(Temporal.PlainDate.from(valid).add({ days: days[code] ?? 0 })))
      }
  })
  it('are there for every kind of application, each with its working', () => {
    for (const code of applicationCodes) {
      const { value, steps } = clocks(caseOf({ code }), monday)
      expect(value.decideBy > monday).toBe(true)
      expect(value.target <= value.decideBy).toBe(true)
      expect(steps.every(({ words, source }) => words !== '' && source.words !== '')).toBe(true)
    }
  })
})

describe('An appeal must be made', () => {
  it.each<readonly [ApplicationCode, AppealableOutcome, string | undefined]>([
    ['pp.full.householder', 'refused', '2027-04-12'],
    ['pp.full.householder', 'granted', '2027-07-18'],
    ['pp.full.householder.retro', 'refused', '2027-04-12'],
    ['pp.full.householder.retro', 'granted', '2027-07-18'],
    ['pp.full.householder.listed', 'refused', '2027-07-18'],
    ['pp.full.householder.listed', 'granted', '2027-07-18'],
    ['pa.part1.classA', 'refused', '2027-04-12'],
    ['pa.part1.classA', 'granted', '2027-07-18'],
    ['advertConsent', 'refused', '2027-03-15'],
    ['advertConsent', 'granted', '2027-03-15'],
    ['pp.full.minor', 'refused', '2027-07-18'],
    ['pp.full.minor', 'granted', '2027-07-18'],
    ['pp.outline.major', 'refused', '2027-07-18'],
    ['listed', 'refused', '2027-07-18'],
    ['approval.conditions', 'refused', '2027-07-18'],
    ['wtt.consent', 'refused', '2027-02-15'],
    ['amendment.nonMaterial', 'refused', undefined],
    ['ldc.proposed', 'refused', undefined],
    ['wtt.notice', 'granted', undefined],
  ])('%s, %s on 18 January 2027: by %s', (code, outcome, by) => {
    expect(appealBy(code, '2027-01-18', outcome)?.value).toBe(by)
  })
  it('within 12 weeks of a refusal of a minor commercial application, which an officer must look at', () => {
    const words = (outcome: AppealableOutcome) => appealBy('pp.full.minor', '2027-01-18', outcome)?.steps.slice(1) ?? []
    expect(words('refused')).toMatchObject([
      {
        words: expect.stringContaining('12 weeks: by Monday 12 April 2027'),
        confirm: expect.stringContaining('officer'),
      },
    ])
    expect(words('granted')).toEqual([])
  })
  it('within 6 months of silence, by a householder too', () => {
    expect(appealSilenceBy('pp.full.householder', '2026-08-31')).toBe('2027-02-28')
    expect(appealSilenceBy('amendment.nonMaterial', '2026-08-31')).toBeUndefined()
  })
})
