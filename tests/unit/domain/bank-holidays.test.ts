// The file of bank holidays, as it is made anew from what GOV.UK publishes.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bankHolidays, holidaysKnownUntil } from '#domain/bank-holidays.ts'
import { fileOf, merged, publishedDays } from '../../../scripts/bank-holidays/file.ts'

const event = (date: string) => ({ title: 'A holiday', date, notes: '', bunting: true })
const days = ['01-01', '03-30', '04-02', '05-07', '05-28', '08-27', '12-25', '12-26'].map((day) => `2029-${day}`)
const published = (dates: readonly string[]) => ({
  'england-and-wales': { division: 'england-and-wales', events: dates.map(event) },
  scotland: { division: 'scotland', events: [event('2029-01-02')] },
})
const held = { days: [...bankHolidays], until: holidaysKnownUntil }

describe('The bank holidays that GOV.UK publishes', () => {
  it('are those of England alone, and what is not as GOV.UK has it is refused whole', () => {
    expect(publishedDays(published(days.toReversed()))).toEqual(days)
    for (const wrong of [
      {},
      published([]),
      published([...days, '2029-02-30']),
      { 'england-and-wales': { events: 'none' } },
    ])
      expect(() => publishedDays(wrong)).toThrow()
  })

  it('take the place of the years that they have, and leave the others', () => {
    const now = merged(held, days)
    expect(now.until).toBe('2029-12-31')
    expect(now.days).toEqual([...held.days, ...days])
    const moved = [...held.days.filter((day) => day.startsWith('2027')), '2027-06-03'].toSorted()
    const changed = merged(held, moved)
    expect([changed.until, changed.days.length, changed.days.includes('2027-06-03')]).toEqual([
      ...[held.until, held.days.length + 1, true],
    ])
  })

  it('are written as the file stands now, where nothing is new', () => {
    expect(fileOf(held)).toBe(readFileSync('functions/domain/bank-holidays.ts', 'utf8'))
  })
})
