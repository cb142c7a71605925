// What the rules propose for whoever is booked in time that was closed (docs/rules/bookings.md, "What is done for whoever is booked").
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Marker } from '#domain/cases/desk/markers.ts'
import { addDays } from '#domain/day.ts'
import { instantOf } from '#domain/london.ts'
import type { Appointment } from '#domain/slots/appointment.ts'
import { type Block, closedTime } from '#domain/slots/block.ts'
import { type Affected, type Impact, isToCall, proposalsFor, stageOf } from '#domain/slots/impact.ts'
import { minuteOf } from '#domain/slots/rota.ts'
import { bucketsOf, slotsOn } from '#domain/slots/timetable.ts'
import { timetable } from '#services/bookings/timetable/timetable-data.ts'

const now = instantOf('2026-12-07', '10:00') ?? 0

const block: Block = {
  ...{ id: 'b1', service: 'bookings', closed: 'staff:housing-1', name: 'Adviser', part: 'day' },
  ...{ from: '2026-12-07', until: '2026-12-11', reason: 'A leak', at: 0, by: 'A manager', whole: true },
}

const at = (day: Appointment['day'], from: string, given: Partial<Appointment> = {}): Appointment => ({
  ...{ what: 'Housing advice', place: 'dorchester', claimants: ['housing-1', 'dor-room-1'], type: 'housing-advice' },
  ...{ features: [], interpreter: false, day, from, until: from, calendarUid: 'u', calendarSequence: 0 },
  buckets: bucketsOf(minuteOf(from), minuteOf(from) + 40),
  startsAt: instantOf(day, from) ?? 0,
  endsAt: (instantOf(day, from) ?? 0) + 1_800_000,
  ...given,
})

const person = (reference: string, appointment: Appointment, given: Partial<Affected> = {}): Affected => ({
  ...{ reference, appointment, applicant: { mayText: true, phone: '+447700900001' } },
  ...given,
})

const proposed = (affected: readonly Affected[], failed: readonly string[] = [], closed: Block = block) => {
  const shut = closedTime(timetable, [closed])
  const taken = new Map([...shut].map(([name, buckets]) => [name, new Set(buckets)]))
  for (const { appointment } of affected)
    for (const claimant of appointment.claimants) {
      const name = `${claimant}#${appointment.day}`
      taken.set(name, new Set([...(taken.get(name) ?? []), ...appointment.buckets]))
    }
  const can = new Set(['swap', 'move', 'link', 'call'] as const)
  return proposalsFor(timetable, affected, { taken, closed: shut, now, failed: new Set(failed), can })
}

const ways = (affected: readonly Affected[], failed: readonly string[] = []): readonly string[] =>
  proposed(affected, failed).map(({ is }) => is)

describe('What is proposed', () => {
  it('for six people is three calls, two moves and one link', () => {
    const landline = { applicant: { mayText: false } }
    const whole = { ...block, closed: 'place:weymouth', until: '2026-12-23' as const }
    const inWeymouth = { place: 'weymouth', type: 'blue-badge', claimants: ['badges-1', 'wey-room-1'] }
    const six = [
      person('a', at('2026-12-07', '14:00')),
      person('b', at('2026-12-08', '09:00')),
      person('c', at('2026-12-10', '09:00'), landline),
      person('d', at('2026-12-10', '14:00')),
      person('e', at('2026-12-11', '14:00')),
      person('f', at('2026-12-14', '09:00', inWeymouth)),
    ]
    const [five, one] = [proposed(six.slice(0, 5)), proposed(six.slice(5), [], whole)]
    expect([...five, ...one].map(({ is }) => is)).toEqual(['call', 'call', 'call', 'move', 'move', 'link'])
  })

  it('is a call where somebody has to be spoken to, whatever time is free', () => {
    const late = at('2026-12-10', '09:00')
    const marker: Marker = {
      ...{ kind: 'two', basis: 'x', on: '2026-12-01', by: 'x', decidedBy: 'x', decidedOn: '2026-12-01' },
      ...{ reviewOn: '2027-12-01', told: 'x' },
    }
    const rows: readonly (readonly [string, Affected, readonly string[]])[] = [
      ['soon', person('a', at('2026-12-08', '09:45')), []],
      ['no-text', person('a', late, { applicant: { mayText: true } }), []],
      ['text-failed', person('a', late), ['a']],
      ['interpreter', person('a', { ...late, interpreter: true }), []],
      ['two', person('a', late, { markers: [marker] }), []],
      ['restricted', person('a', late, { sensitive: true }), []],
      ['moved-before', person('a', { ...late, byUs: { times: 1 } }), []],
    ]
    for (const [why, one, failed] of rows) expect(proposed([one], failed)[0]).toMatchObject({ is: 'call', why })
  })

  it('is the same time where another adviser or room is free, and keeps what can stay', () => {
    const [first] = proposed([person('a', at('2026-12-09', '09:30'))])
    expect(first).toMatchObject({ is: 'swap', swap: { from: '09:30', claimants: ['housing-3', 'dor-room-1'] } })
  })

  it('is one time for one person: the second at the same time is moved', () => {
    const two = ['dor-room-1', 'dor-room-2'].map((room) =>
      at('2026-12-09', '09:30', { claimants: ['housing-1', room] }),
    )
    expect(ways(two.map((one, index) => person(`r${index}`, one)))).toEqual(['swap', 'move'])
  })

  it('is never time that is closed, taken or proposed to somebody else, and one for each', { timeout: 20_000 }, () => {
    const times = slotsOn(
      timetable,
      { type: 'housing-advice', place: 'dorchester', features: [], interpreter: false },
      '2026-12-09',
      { taken: new Map(), now: 0, today: '2026-12-07' },
    ).filter(({ claimants }) => claimants.includes('housing-1'))
    const anyone = fc.record({
      slot: fc.constantFrom(...times),
      later: fc.nat({ max: 2 }),
    })
    fc.assert(
      fc.property(fc.array(anyone, { maxLength: 6 }), (some) => {
        const affected = some.map(({ slot, later }, index) =>
          person(
            `r${index}`,
            at(addDays('2026-12-09', later), slot.from, { ...slot, day: addDays('2026-12-09', later) }),
          ),
        )
        const proposals = proposed(affected)
        expect(proposals.map(({ reference }) => reference).toSorted()).toEqual(affected.map((one) => one.reference))
        const shut = closedTime(timetable, [block])
        const given = new Set<string>()
        for (const { is, swap, move } of proposals) {
          const slot = is === 'swap' ? swap : is === 'move' ? move : undefined
          for (const claimant of slot?.claimants ?? [])
            for (const bucket of slot?.buckets ?? []) {
              const name = `${claimant}#${slot?.day}`
              expect([given.has(`${name}#${bucket}`), shut.get(name)?.has(bucket) ?? false]).toEqual([false, false])
              given.add(`${name}#${bucket}`)
            }
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('Somebody on the list of a block', () => {
  const had = { what: 'Housing advice', place: 'dorchester', day: '2026-12-09', from: '09:30' } as const
  const impact: Impact = { block: 'b1', reference: 'a', had, calls: [] }
  const done = { at: now, by: 'A manager' }

  it('is to be called where it was decided so, or where they are silent for 3 working days', () => {
    const on = (day: `${number}-${number}-${number}`) => instantOf(day, '09:00') ?? 0
    expect(isToCall({ ...impact, is: 'call', done }, now)).toBe(true)
    expect(isToCall({ ...impact, is: 'move', done }, on('2026-12-10'))).toBe(false)
    expect(isToCall({ ...impact, is: 'move', done }, on('2026-12-11'))).toBe(true)
    expect(isToCall({ ...impact, is: 'link', done, ended: { ...done, as: 'changed' } }, on('2026-12-11'))).toBe(false)
  })

  it('stands at one stage at a time', () => {
    expect(stageOf(undefined, now)).toBe('open')
    expect(stageOf(impact, now)).toBe('open')
    expect(stageOf({ ...impact, is: 'move', chosen: done }, now)).toBe('chosen')
    expect(stageOf({ ...impact, is: 'move', chosen: done, done }, now)).toBe('asked')
    expect(stageOf({ ...impact, ended: { ...done, as: 'cancelled' } }, now)).toBe('ended')
  })
})
