// Workshops: seats, and fewer of them (docs/rules/bookings.md, "Workshops").
import { describe, expect, it } from 'vitest'
import { slotsOn } from '#domain/slots/timetable.ts'
import { resized, seatings, seatsOf, type Workshop } from '#domain/slots/workshop.ts'
import { timetable } from '#services/bookings/timetable/timetable-data.ts'

const session: Workshop = {
  ...{ id: 'w1', type: 'digital-workshop', place: 'weymouth', day: '2026-12-08', from: '10:00', until: '12:00' },
  ...{ seats: 12, spare: 0, takes: ['wey-room-1'] },
}
const seats = (count: number): ReadonlySet<string> => new Set(seatsOf(session).slice(0, count))
const asked = (party: number, taken: ReadonlySet<string>) =>
  slotsOn(
    { ...timetable, sessions: [session] },
    { type: 'digital-workshop', place: 'weymouth', features: [], interpreter: false, seats: party },
    '2026-12-08',
    { taken: new Map([['session-w1#2026-12-08', taken]]), now: Date.parse('2026-12-01T09:00Z'), today: '2026-12-01' },
  )

describe('A workshop of 12 seats', () => {
  it('has no place for 2 people when 11 are taken, one for 1 person, and none when it is full', () => {
    expect(asked(2, seats(11))).toEqual([])
    expect(asked(1, seats(11)).map(({ buckets }) => buckets)).toEqual([['012']])
    expect(asked(1, seats(12))).toEqual([])
  })

  it('seats two together in any two seats that are free', () => {
    const taken = new Set(seatsOf(session).filter((seat) => seat !== '003' && seat !== '009'))
    expect(seatings(session, { party: 2, taken }).map(({ buckets }) => buckets)).toEqual([['003', '009']])
  })

  it('is not offered to whoever needs what its room does not have', () => {
    const upstairs = { ...session, takes: ['wey-room-2'] }
    const query = { type: 'digital-workshop', place: 'weymouth', interpreter: false, seats: 1 }
    const given = { taken: new Map(), now: Date.parse('2026-12-01T09:00Z'), today: '2026-12-01' as const }
    const offered = (sessions: readonly Workshop[], features: readonly string[]) =>
      slotsOn({ ...timetable, sessions }, { ...query, features }, '2026-12-08', given).length
    expect([offered([session], ['step-free']), offered([upstairs], ['step-free']), offered([upstairs], [])]).toEqual([
      12, 0, 12,
    ])
  })

  it('cannot have 10 when 11 are taken: it is told that 1 is too many', () => {
    expect(resized(session, 10, seats(11))).toEqual({ over: 1 })
  })

  it('has fewer seats by free ones, whichever they are, and the same ones again when it has more', () => {
    const taken = new Set(['001', '012'])
    const fewer = resized(session, 10, taken)
    expect(fewer).toMatchObject({ away: ['010', '011'], back: [] })
    if ('over' in fewer) throw new Error('Refused')
    expect([seatsOf(fewer.session).length, seatsOf(fewer.session).includes('012')]).toEqual([10, true])
    const more = resized(fewer.session, 13, taken)
    if ('over' in more) throw new Error('Refused')
    expect([more.back, seatsOf(more.session).length, more.session.seats]).toEqual([['010', '011'], 13, 13])
  })
})
