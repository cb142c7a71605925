import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, ageOn, dayOf, daysBetween, inFullWords, isDay, weekday } from '#domain/day.ts'

describe('A calendar day', () => {
  it.each([
    [2027, 2, 29],
    [2026, 2, 31],
    [2026, 13, 1],
    [0, 1, 1],
    [99999, 1, 1],
  ])('does not exist: %i-%i-%i', (year, month, date) => {
    expect(dayOf(year, month, date)).toBeUndefined()
  })

  it('is read in full words, with the right day of the week', () => {
    expect(inFullWords('2026-11-30')).toBe('Monday 30 November 2026')
  })

  it('a month after 31 January is the last day of February', () => {
    expect(addMonths('2027-01-31', 1)).toBe('2027-02-28')
  })

  it('a person born on 29 February is a year older on 1 March', () => {
    expect([ageOn('2008-02-29', '2026-02-28'), ageOn('2008-02-29', '2026-03-01')]).toEqual([17, 18])
  })

  it('counts days there and back, for any two days', () => {
    const days = fc.integer({ min: -20_000, max: 20_000 })
    fc.assert(
      fc.property(days, days, (a, b) => {
        const from = addDays('2026-11-23', a)
        const to = addDays(from, b)
        return isDay(to) && daysBetween(from, to) === b && weekday(to) === ((((weekday(from) - 1 + b) % 7) + 7) % 7) + 1
      }),
    )
  })
})
