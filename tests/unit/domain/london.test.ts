import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/day.ts'
import { inLondonWords, instantOf, londonDay, londonTime } from '#domain/london.ts'
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '#domain/working-days.ts'

const iso = (ms: number | undefined): string => (ms === undefined ? 'none' : new Date(ms).toISOString())

describe('London time', () => {
  it('is what the zone’s data say, at any minute from 1996 to 2100', () => {
    const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' })
    const minutes = fc.integer({ min: Date.UTC(1996, 0, 1) / 60_000, max: Date.UTC(2100, 0, 1) / 60_000 })
    fc.assert(
      fc.property(minutes, (minute) => {
        expect(`${londonDay(minute * 60_000)} ${londonTime(minute * 60_000)}`).toBe(wall.format(minute * 60_000))
      }),
      { numRuns: 5000 },
    )
  })

  it('is what the zone’s data say in every half hour of both changes, 1996 to 2050', () => {
    const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' })
    for (let year = 1996; year <= 2050; year += 1)
      for (const month of [2, 9])
        for (let half = 0; half < 48 * 8; half += 1) {
          const at = Date.UTC(year, month, 24) + half * 1_800_000
          expect(`${londonDay(at)} ${londonTime(at)}`).toBe(wall.format(at))
        }
  })

  it.each([
    ['2026-10-24', '09:00', '2026-10-24T08:00:00.000Z'],
    ['2026-10-26', '09:00', '2026-10-26T09:00:00.000Z'],
    ['2026-10-25', '01:30', '2026-10-25T00:30:00.000Z'],
    ['2027-03-28', '01:30', 'none'],
  ])('%s at %s is the instant %s', (day, time, instant) => {
    expect(iso(instantOf(day, time))).toBe(instant)
  })
  it('an appointment is told in words', () => {
    expect(inLondonWords(Date.parse('2026-11-30T09:30:00Z'))).toBe('9:30am on Monday 30 November 2026')
  })
  it('there and back is the same minute, for any instant but the hour that happens twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 * 366 * 1440 }), (minutes) => {
        const ms = Date.parse('2025-01-01T00:00:00Z') + minutes * 60_000
        const back = instantOf(londonDay(ms), londonTime(ms))
        return back === ms || back === ms - 3_600_000
      }),
    )
  })
})

describe('Working days', () => {
  it('skip Christmas, the Boxing Day substitute and the weekend', () => {
    expect(addWorkingDays('2026-12-24', 1)).toBe('2026-12-29')
    expect(isWorkingDay('2026-12-28')).toBe(false)
  })
  it('agree with counting day by day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 60 }), (start, count) => {
        const from = addDays('2026-01-01', start)
        const to = addWorkingDays(from, count)
        return isWorkingDay(to) && workingDaysBetween(from, to) === count
      }),
    )
  })
  it('count a council shutdown day as closed', () => {
    expect(addWorkingDays('2026-12-29', 1, new Set(['2026-12-30']))).toBe('2026-12-31')
  })
})
