// What an appointment takes beside people: rooms, equipment, vehicles, with the minutes to set them up and to put them right.
import { describe, expect, it } from 'vitest'
import { closable, closedBy, placesOf } from '#domain/slots/block.ts'
import { covers } from '#domain/slots/covered.ts'
import { compiled, elementsOn, neverPublished, withChanges } from '#domain/slots/elements.ts'
import { daysChanged } from '#domain/slots/rota-change.ts'
import { claimantsFor, claimsOf, slotsOn, type Taken, timesGiven } from '#domain/slots/timetable.ts'
import { timetable } from '#services/bookings/timetable/timetable-data.ts'

const query = { type: 'council-tax', place: 'dorchester', features: [], interpreter: false }
const day = '2026-12-08'
const given = { taken: new Map(), now: Date.UTC(2026, 11, 1, 9), today: '2026-12-01' as const }
const at10 = (taken: Taken = new Map()) =>
  slotsOn(timetable, query, day, { ...given, taken }).filter(({ from }) => from === '10:00')

describe('An appointment that needs a tablet', () => {
  it('takes one of the tablets of that place beside the person and the room, and puts it right for 5 minutes after', () => {
    const [first] = at10()
    expect(first?.id).toBe('1000.benefits-1.dor-room-1.dor-tablet-1')
    const claims = claimsOf(first ?? { claimants: [], day, buckets: [] })
    expect(claims.map(({ claimant, buckets }) => [claimant, buckets.at(-1)])).toEqual([
      ['benefits-1', '1020'],
      ['dor-room-1', '1020'],
      ['dor-tablet-1', '1025'],
    ])
  })

  it('has the next tablet where one is taken, and no time where all are', () => {
    const gone = (...tablets: readonly number[]): Taken =>
      new Map(tablets.map((tablet) => [`dor-tablet-${tablet}#${day}`, new Set(['1025'])]))
    expect(at10(gone(1))[0]?.claimants).toContain('dor-tablet-2')
    expect(at10(gone(1, 2))[0]?.claimants).toContain('dor-tablet-3')
    expect(at10(gone(1, 2, 3))).toEqual([])
  })

  it('needs none by phone, and is offered nowhere that has none', () => {
    expect(claimantsFor(timetable, { ...query, place: 'phone' })).not.toContain('dor-tablet-1')
    expect(timesGiven({ ...timetable, resources: [] }, query, day)).toBe(0)
    expect(timesGiven(timetable, query, day)).toBeGreaterThan(20)
  })

  it('is without cover once its tablet is no longer used, and a day of the tablet has changed', () => {
    const [slot] = at10()
    if (slot === undefined) throw new Error('No time')
    const published = withChanges(neverPublished, [{ kind: 'resource', id: 'dor-tablet-1', is: null }], '2026-12-07')
    const after = compiled(timetable, published)
    const booked = { ...query, ...slot }
    expect([covers(timetable, booked), covers(after, booked)]).toEqual([true, false])
    const change = { before: timetable, after, from: '2026-12-07' as const }
    expect(daysChanged(change, '2026-12-01')[0]).toEqual({ claimant: 'dor-tablet-1', day: '2026-12-07' })
    expect(elementsOn(after, day).filter(({ kind }) => kind === 'resource')).toHaveLength(5)
  })
})

describe('A tablet that is out of order', () => {
  it('is closed in the hours of its place, and its bookings are on the lists of that place', () => {
    const block = { closed: 'resource:dor-tablet-2', from: day, until: day, part: 'day' } as const
    expect(closedBy(timetable, block).map(({ claimant, buckets }) => [claimant, buckets.length])).toEqual([
      ['dor-tablet-2', 96],
    ])
    expect(placesOf(timetable, 'resource:dor-tablet-2')).toEqual(['dorchester'])
    expect(closable(timetable)).toContainEqual({
      ...{ value: 'resource:dor-tablet-2', name: 'Tablet 2, Dorchester customer centre' },
    })
  })
})

describe('A meeting with an interpreter', () => {
  it('takes 45 minutes where it took 30, and is offered from 5 working days ahead', () => {
    const meeting = { type: 'housing-advice', place: 'dorchester', features: [], interpreter: true }
    // 1 December 2026 is a Tuesday: Monday is 4 working days ahead, and Tuesday 5.
    const on = (wanted: '2026-12-07' | '2026-12-08', interpreter: boolean) =>
      slotsOn(timetable, { ...meeting, interpreter }, wanted, given)
    expect(on('2026-12-07', true)).toEqual([])
    expect(on('2026-12-07', false).length).toBeGreaterThan(0)
    const [first] = on('2026-12-08', true)
    expect([first?.from, first?.until]).toEqual(['09:00', '09:45'])
  })
})

describe('A room that takes time to set up', () => {
  it('is kept before and after the meeting, and the person is not', () => {
    const rooms = timetable.rooms.map((room) => ({ ...room, before: 15, after: 10 }))
    const housing = { ...query, type: 'housing-advice' }
    const slots = slotsOn({ ...timetable, rooms }, housing, day, given)
    const slot = slots.find(({ from }) => from === '10:00')
    const [person, room] = claimsOf(slot ?? { claimants: [], day, buckets: [] })
    expect([person?.buckets[0], person?.buckets.at(-1)]).toEqual(['1000', '1035'])
    expect([room?.buckets[0], room?.buckets.at(-1)]).toEqual(['0945', '1045'])
    const taken = new Map([[`dor-room-1#${day}`, new Set(['0945'])]])
    const left = slotsOn({ ...timetable, rooms }, housing, day, { ...given, taken })
    expect(left.some((one) => one.from === '10:00' && one.claimants.includes('dor-room-1'))).toBe(false)
  })
})
