// A workshop each week: every date is looked at before any is made (docs/rules/bookings.md, "Workshops").
import { describe, expect, it } from 'vitest'
import { londonTime } from '#domain/london.ts'
import { countUntil, datesOf, lookedAt, seriesDecided, type WorkshopSeries } from '#domain/slots/series.ts'
import { bucketsOf } from '#domain/slots/timetable.ts'
import { timetable } from '#services/bookings/timetable/timetable-data.ts'

const weekly: WorkshopSeries = {
  ...{ type: 'digital-workshop', place: 'weymouth', from: '10:00', until: '12:00', seats: 12, spare: 0 },
  ...{ takes: ['wey-room-1', 'benefits-1'], first: '2027-03-23', every: 1, count: 2 },
}
const now = Date.parse('2026-12-01T09:00Z')
const look = (series: WorkshopSeries, taken: ReadonlyMap<string, ReadonlySet<string>> = new Map()) =>
  lookedAt(timetable, series, { taken, now })
const iso = (instant: number | undefined) => new Date(instant ?? 0).toISOString()

describe('A workshop on Tuesdays at 10am', () => {
  it('begins at 10am on both sides of a clock change, which is said and has no question', () => {
    const [before, after] = look(weekly)
    expect([iso(before?.startsAt), iso(after?.startsAt)]).toEqual([
      '2027-03-23T10:00:00.000Z',
      '2027-03-30T09:00:00.000Z',
    ])
    expect([before?.clocks, after?.clocks, after?.whyNot]).toEqual([undefined, 'forward', []])
  })

  it('goes on over the last Sunday of October', () => {
    const dates = lookedAt(timetable, { ...weekly, first: '2026-10-20' }, { taken: new Map(), now: 0 })
    expect(dates.map(({ startsAt }) => iso(startsAt))).toEqual(['2026-10-20T09:00:00.000Z', '2026-10-27T10:00:00.000Z'])
    expect(dates.map(({ clocks }) => clocks)).toEqual([undefined, 'back'])
    expect(dates.map(({ startsAt }) => londonTime(startsAt))).toEqual(['10:00', '10:00'])
  })

  it('has the same local time on each of a year of weeks', () => {
    const year = look({ ...weekly, first: '2026-12-08', count: 52 })
    expect(year).toHaveLength(52)
    expect(new Set(year.map(({ startsAt }) => londonTime(startsAt)))).toEqual(new Set(['10:00']))
  })

  it('ends after so many times, or by a last day, and at 52', () => {
    expect(datesOf({ first: '2027-01-05', every: 2, count: 3 })).toEqual(['2027-01-05', '2027-01-19', '2027-02-02'])
    expect([countUntil('2027-01-05', 2, '2027-02-01'), countUntil('2027-01-05', 1, '2027-01-04')]).toEqual([2, 0])
    expect(datesOf({ first: '2027-01-05', every: 1, count: 60 })).toHaveLength(52)
  })
})

describe('Six dates, of which one is a bank holiday and on one the room is taken', () => {
  // Mondays from 15 March 2027: Easter Monday is the 29th.
  const six: WorkshopSeries = { ...weekly, first: '2027-03-15', count: 6 }
  const clash = new Map([['wey-room-1#2027-04-12', new Set(bucketsOf(660, 690))]])
  const dates = look(six, clash)
  const decide = (answers: Readonly<Record<string, string>>) =>
    seriesDecided(
      timetable,
      six,
      dates,
      (day) => answers[day] ?? (dates.find((one) => one.day === day)?.whyNot.length === 0 ? 'keep' : undefined),
    )

  it('are all listed with what is against them and what can be done', () => {
    expect(dates.filter(({ whyNot }) => whyNot.length > 0).map(({ day, whyNot }) => [day, whyNot])).toEqual([
      ['2027-03-29', ['bank-holiday']],
      ['2027-04-12', ['room']],
    ])
    expect(dates[2]).toMatchObject({ moves: ['2027-03-30', '2027-03-31', '2027-04-01'], rooms: [] })
    expect(dates[4]?.rooms.map(({ id }) => id)).toEqual(['wey-room-2'])
  })

  it('are saved only after both were answered, and not by an answer that was not offered', () => {
    expect(decide({})).toEqual({ missing: ['2027-03-29', '2027-04-12'] })
    expect(decide({ '2027-03-29': 'move:2027-03-30' })).toEqual({ missing: ['2027-04-12'] })
    expect(decide({ '2027-03-29': 'keep', '2027-04-12': 'room:dor-room-1' })).toMatchObject({
      missing: ['2027-03-29', '2027-04-12'],
    })
    const both = decide({ '2027-03-29': 'move:2027-03-30', '2027-04-12': 'room:wey-room-2' })
    if ('missing' in both) throw new Error('Refused')
    expect(both.dates.map(({ day }) => day)).toContain('2027-03-30')
    expect(both.dates.find(({ day }) => day === '2027-04-12')?.takes).toEqual(['benefits-1', 'wey-room-2'])
    const skipped = decide({ '2027-03-29': 'skip', '2027-04-12': 'skip' })
    expect('dates' in skipped && skipped.dates).toHaveLength(4)
  })
})
