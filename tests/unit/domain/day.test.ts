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

  it('is the day of the machine’s own calendar, and so is that of months later', () => {
    const parts = fc.tuple(
      fc.integer({ min: 1000, max: 9999 }),
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: -1, max: 33 }),
    )
    fc.assert(
      fc.property(parts, fc.integer({ min: -2400, max: 2400 }), ([year, month, date], count) => {
        const time = new Date(Date.UTC(year, month - 1, date))
        const exists = time.getUTCMonth() === month - 1 && time.getUTCDate() === date
        const day = dayOf(year, month, date)
        expect(day).toBe(exists ? time.toISOString().slice(0, 10) : undefined)
        if (day === undefined || year + count / 12 < 1001 || year + count / 12 > 9998) return
        const first = new Date(Date.UTC(year, month - 1 + count, 1))
        const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
        first.setUTCDate(Math.min(date, last))
        expect(addMonths(day, count)).toBe(first.toISOString().slice(0, 10))
      }),
      { numRuns: 500 },
    )
    expect([dayOf(2026, 1.5, 1), dayOf(2026, Number.NaN, 1)]).toEqual([undefined, undefined])
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
