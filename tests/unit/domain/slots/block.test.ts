// Time closed after it was offered: what it closes, and who has the time that comes free in it.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/day.ts'
import {
  type Block,
  closable,
  closedBy,
  isClosed,
  nextDays,
  partedBy,
  partInWords,
  placesOf,
} from '#domain/slots/block.ts'
import { bucketsOf } from '#domain/slots/timetable.ts'
import { timetable } from '#services/bookings/timetable/timetable-data.ts'

const block = (given: Partial<Block>): Block => ({
  ...{ id: 'b1', service: 'bookings', closed: 'room:dor-room-1', name: 'Room 1', part: 'day' },
  // A Monday.
  ...{ from: '2026-12-07', until: '2026-12-07', reason: 'A leak', at: 0, by: 'A manager', whole: true },
  ...given,
})

const closes = (given: Partial<Block>): readonly string[] =>
  closedBy(timetable, block(given)).map(
    ({ claimant, day, buckets }) => `${claimant} ${day} ${buckets[0]} to ${buckets.at(-1)}`,
  )

describe('A long block', () => {
  const claims = (days: number, of: number) =>
    Array.from({ length: days }, (_, at) =>
      Array.from({ length: of }, (_, who) => ({
        claimant: `${who}`,
        day: addDays('2026-12-07', at),
        buckets: ['0900'],
      })),
    ).flat()
  const goes = (all: ReturnType<typeof claims>): readonly number[] => {
    const sizes: number[] = []
    for (let done: string | undefined; ; ) {
      const { claims: next, upTo } = nextDays(all, done)
      sizes.push(next.length)
      if (upTo === undefined) return sizes
      done = upTo
    }
  }

  it('is done in whole days, 40 at a time and one at least, each once', () => {
    expect(goes(claims(10, 3))).toEqual([30])
    expect(goes(claims(31, 2))).toEqual([40, 22])
    expect(goes(claims(31, 5))).toEqual([40, 40, 40, 35])
    expect(goes(claims(3, 50))).toEqual([50, 50, 50])
    expect(goes([])).toEqual([0])
  })
})

describe('A block', () => {
  it('of a place closes each of its rooms in its hours, on working days alone', () => {
    expect(closes({ closed: 'place:dorchester', from: '2026-12-04', until: '2026-12-07' })).toEqual([
      'dor-room-1 2026-12-04 0900 to 1655',
      'dor-room-2 2026-12-04 0900 to 1655',
      'dor-room-1 2026-12-07 0900 to 1655',
      'dor-room-2 2026-12-07 0900 to 1655',
    ])
    expect(closes({ closed: 'place:dorchester', from: '2026-12-25', until: '2026-12-28' })).toEqual([])
  })

  it('of a part of the day ends, or begins, at 1pm', () => {
    expect(closes({ part: 'morning' })).toEqual(['dor-room-1 2026-12-07 0900 to 1255'])
    expect(closes({ part: 'afternoon' })).toEqual(['dor-room-1 2026-12-07 1300 to 1655'])
    expect(closes({ closed: 'staff:housing-3', part: 'afternoon' })).toEqual([])
  })

  it('of some hours closes those of each day, and nothing outside the hours of the place', () => {
    const hours = [
      { from: '08:00', until: '09:30' },
      { from: '10:00', until: '12:00' },
    ]
    const [claim] = closedBy(timetable, block({ part: 'hours', hours }))
    expect(claim?.buckets).toEqual([...bucketsOf(540, 570), ...bucketsOf(600, 720)])
    expect(closes({ part: 'hours', hours: [{ from: '17:00', until: '18:00' }] })).toEqual([])
    expect(partInWords(block({ part: 'hours', hours }))).toBe('8am to 9:30am, 10am to midday')
    expect(partInWords(block({ part: 'morning' }))).toBe('The morning, until 1pm')
  })

  it('of somebody closes their shifts wherever they work, and all of those lists of a day have it', () => {
    expect(closes({ closed: 'staff:housing-1' })).toEqual(['housing-1 2026-12-07 0900 to 1655'])
    expect(closedBy(timetable, block({ closed: 'staff:housing-1' }))[0]?.buckets).not.toContain('1245')
    expect(placesOf(timetable, 'staff:housing-1')).toEqual(['dorchester', 'phone', 'video'])
    expect(placesOf(timetable, 'room:wey-room-2')).toEqual(['weymouth'])
  })

  it('can be of nothing that the timetable does not have', () => {
    expect(closes({ closed: 'staff:nobody' })).toEqual([])
    expect(closable(timetable).map(({ value }) => value.split(':')[0])).not.toContain('phone')
  })

  it('has an appointment that takes any of its time, and none that is cancelled, elsewhere or after it', () => {
    const claims = closedBy(timetable, block({ part: 'morning' }))
    const appointment = {
      ...{ what: 'Housing advice', type: 'housing-advice', place: 'dorchester', features: [], interpreter: false },
      ...{ claimants: ['housing-1', 'dor-room-1'], day: '2026-12-07' as const, from: '12:45', until: '13:15' },
      ...{ buckets: bucketsOf(765, 805), startsAt: 0, endsAt: 0, calendarUid: 'x', calendarSequence: 0 },
    }
    expect(isClosed(claims, appointment)).toBe(true)
    expect(isClosed(claims, { ...appointment, cancelled: true })).toBe(false)
    expect(isClosed(claims, { ...appointment, day: '2026-12-08' })).toBe(false)
    expect(isClosed(claims, { ...appointment, claimants: ['housing-1', 'dor-room-2'] })).toBe(false)
    expect(isClosed(claims, { ...appointment, buckets: bucketsOf(780, 810) })).toBe(false)
  })
})

describe('Time that is given back', () => {
  const anyBlock = fc.record({
    closed: fc.constantFrom(...closable(timetable).map(({ value }) => value)),
    part: fc.constantFrom('day', 'morning', 'afternoon'),
    days: fc.integer({ min: 0, max: 3 }),
    id: fc.constantFrom('b1', 'b2', 'b3'),
  })
  const claim = fc.record({
    claimant: fc.constantFrom('housing-1', 'housing-3', 'dor-room-1', 'wim-room-1'),
    from: fc.integer({ min: 108, max: 196 }),
    length: fc.integer({ min: 1, max: 12 }),
  })

  it('is free, or of one block that closes it: nothing of it is lost, and nothing is twice', () => {
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 3 }), claim, (blocks, { claimant, from, length }) => {
        const standing = blocks.map(({ closed, part, days, id }, at) =>
          block({ closed, part, id: `${id}-${at}`, until: addDays('2026-12-07', days) }),
        )
        const given = { claimant, day: '2026-12-07' as const, buckets: bucketsOf(from * 5, (from + length) * 5) }
        const { free, closed } = partedBy(timetable, { version: 1, standing }, [given])
        const all = [...free, ...closed.flatMap(({ claims }) => claims)].flatMap(({ buckets }) => buckets)
        expect(all.toSorted()).toEqual(given.buckets)
        const closedTime = new Set(
          standing
            .flatMap((one) => closedBy(timetable, one))
            .filter((one) => one.claimant === claimant && one.day === given.day)
            .flatMap(({ buckets }) => buckets),
        )
        expect(free.flatMap(({ buckets }) => buckets).filter((bucket) => closedTime.has(bucket))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})
