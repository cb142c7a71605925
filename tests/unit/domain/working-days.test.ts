import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { bankHolidays, holidaysKnownUntil } from '#domain/bank-holidays.ts'
import { addDays, addMonths, type Day, daysBetween, weekday } from '#domain/day.ts'
import { addDaysButHolidays, addWorkingDays, isWorkingDay, workingDaysBetween } from '#domain/working-days.ts'
import { closures } from '#services/closures.ts'

const plain = (day: Day): Temporal.PlainDate => Temporal.PlainDate.from(day)

// Easter Sunday by the tables of the Church (Gauss and Butcher), which nothing in the product uses.
const easter = (year: number): Temporal.PlainDate => {
  const [a, b, c] = [year % 19, Math.trunc(year / 100), year % 100]
  const h = (19 * a + b - Math.trunc(b / 4) - Math.trunc((b - Math.trunc((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.trunc(c / 4) - h - (c % 4)) % 7
  const n = h + l - 7 * Math.trunc((a + 11 * h + 22 * l) / 451) + 114
  return Temporal.PlainDate.from({ year, month: Math.trunc(n / 31), day: (n % 31) + 1 })
}
const monday = (from: Temporal.PlainDate): Temporal.PlainDate => from.add({ days: (8 - from.dayOfWeek) % 7 })
const lastMonday = (year: number, month: number): Temporal.PlainDate => {
  const last = Temporal.PlainDate.from({ year, month, day: 31 })
  return last.subtract({ days: last.dayOfWeek - 1 })
}
// A holiday at a weekend is kept on the next weekday that is not one.
const kept = (taken: readonly Temporal.PlainDate[], day: Temporal.PlainDate): Temporal.PlainDate =>
  day.dayOfWeek > 5 || taken.some((one) => one.equals(day)) ? kept(taken, day.add({ days: 1 })) : day

const holidaysOf = (year: number): readonly string[] => {
  const on = (month: number, day: number) => Temporal.PlainDate.from({ year, month, day })
  const christmas = kept(on(12, 25).dayOfWeek === 7 && on(12, 26).dayOfWeek === 1 ? [on(12, 26)] : [], on(12, 25))
  const boxing = kept([christmas], on(12, 26))
  return [
    kept([], on(1, 1)),
    easter(year).subtract({ days: 2 }),
    easter(year).add({ days: 1 }),
    monday(on(5, 1)),
    lastMonday(year, 5),
    lastMonday(year, 8),
    christmas,
    boxing,
    ...(year === 2023 ? [on(5, 8)] : []),
  ].map(String)
}

const years = [2023, 2024, 2025, 2026, 2027, 2028]
const worksByTable = new Set(years.flatMap(holidaysOf))
const works = (day: Temporal.PlainDate): boolean => day.dayOfWeek < 6 && !worksByTable.has(String(day))

describe('Bank holidays', () => {
  it('are those that the rules for England give in each year that is held, and the coronation of 2023', () => {
    expect([...bankHolidays].toSorted()).toEqual(years.flatMap(holidaysOf).toSorted())
    expect([...bankHolidays].every((day) => day <= holidaysKnownUntil)).toBe(true)
  })
})

describe('Working days', () => {
  it('are counted as an independent calendar counts them, for every day of five years', () => {
    for (let at: Day = '2024-01-01'; at < '2029-01-01'; at = addDays(at, 1)) {
      expect(isWorkingDay(at), at).toBe(works(plain(at)))
      expect(weekday(at)).toBe(plain(at).dayOfWeek)
    }
  })

  it('forward from any day by any count are those that an independent calendar reaches', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1700 }), fc.integer({ min: 1, max: 60 }), (start, count) => {
        const from = addDays('2024-01-01', start)
        let at = plain(from)
        for (let left = count; left > 0; ) {
          at = at.add({ days: 1 })
          if (works(at)) left -= 1
        }
        expect(addWorkingDays(from, count)).toBe(String(at))
        expect(workingDaysBetween(from, String(at))).toBe(count)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['2026-12-24', 1, '2026-12-29'],
    ['2026-12-24', 2, '2026-12-30'],
    ['2026-12-23', 5, '2027-01-04'],
    ['2027-12-24', 1, '2027-12-29'],
    ['2027-03-25', 1, '2027-03-30'],
    ['2026-10-23', 1, '2026-10-26'],
    ['2027-03-26', 0, '2027-03-30'],
  ])('%s and %i working days is %s', (from, count, day) => {
    expect(addWorkingDays(from, count)).toBe(day)
  })

  it('leave out the days that the council is shut, where a promise of its own is counted', () => {
    expect(addWorkingDays('2026-12-24', 1, closures)).toBe('2027-01-04')
  })
})

describe('Calendar days', () => {
  const somewhere = fc.integer({ min: 0, max: 1800 })
  it('and months are those of an independent calendar', () => {
    fc.assert(
      fc.property(somewhere, fc.integer({ min: -400, max: 400 }), (start, count) => {
        const from = addDays('2024-01-01', start)
        expect(addDays(from, count)).toBe(String(plain(from).add({ days: count })))
        expect(addMonths(from, count % 30)).toBe(String(plain(from).add({ months: count % 30 })))
        expect(daysBetween(from, addDays(from, count))).toBe(count)
      }),
      { numRuns: 3000 },
    )
  })

  it('but holidays are those of an independent calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1700 }), fc.integer({ min: 0, max: 45 }), (start, count) => {
        const from = addDays('2024-01-01', start)
        let at = plain(from)
        for (let left = count; left > 0; ) {
          at = at.add({ days: 1 })
          if (!worksByTable.has(String(at))) left -= 1
        }
        expect(addDaysButHolidays(from, count)).toBe(String(at))
      }),
      { numRuns: 2000 },
    )
  })
})
