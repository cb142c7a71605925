// After how many missed appointments somebody books by phone (docs/rules/bookings.md, "Who did not come").
import { describe, expect, it } from 'vitest'
import { missedRuleOn, missedTooMany } from '#domain/slots/missed.ts'
import { isExcused, missedRules } from '#services/bookings/casework/missed.ts'

const today = '2026-11-30'
const rule = { from: '2026-11-01', most: 3, months: 6 }

describe('Somebody who missed appointments', () => {
  it.each([
    [['2026-06-01', '2026-08-20', '2026-11-30'], 3],
    [['2026-08-20', '2026-11-30'], 0],
    [['2026-05-29', '2026-08-20', '2026-11-30'], 0],
    [['2026-05-30', '2026-08-20', '2026-11-30', '2026-09-01'], 4],
    [[], 0],
  ])('on %j books by phone for %i of them', (days, counted) => {
    expect(missedTooMany(days, rule, today).length).toBe(counted)
  })

  it('is told by the rule of the day, and by none before the first', () => {
    const rules = [...missedRules, { from: '2027-04-01', most: 4, months: 12 }]
    expect(missedRuleOn(rules, '2027-03-31')?.most).toBe(3)
    expect(missedRuleOn(rules, '2027-04-01')?.most).toBe(4)
    expect(missedRuleOn(rules, '2026-10-31')).toBeUndefined()
  })

  it('is excused where they need something of us, or are not safe where they live', () => {
    const told = (id: string, line: string, sensitive = false) => isExcused([{ id, lines: [line], sensitive }])
    expect([told('needs', 'Papers in large print'), told('safe', 'I am not sure', true)]).toEqual([true, true])
    expect([told('needs', 'No, none of these'), told('safe', 'Yes', true), told('firstName', 'No')]).toEqual([
      ...[false, false, false],
    ])
  })
})
