// When somebody works and a place is open, and what changes with a version of the timetable.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day } from '#domain/day.ts'
import { covers } from '#domain/slots/covered.ts'
import {
  compiled,
  type Dated,
  type Element,
  elementsOn,
  neverPublished,
  takesOver,
  withChanges,
} from '#domain/slots/elements.ts'
import { hoursOn, minuteOf, openOn, type StaffRota, turnOf, worksAt } from '#domain/slots/rota.ts'
import { daysChanged, rotaFaultsOf, weeksChanged } from '#domain/slots/rota-change.ts'
import { slotsOn, type Timetable, timetableOn } from '#domain/slots/timetable.ts'
import { daysFromWords, hoursFromWords, specialFromWords, timeFromWords } from '#domain/slots/typed-hours.ts'
import { timetable as council } from '#services/bookings/timetable/timetable-data.ts'

const nineToFive = { from: '09:00', until: '17:00' }
const five = <T>(value: T) => ({ 1: value, 2: value, 3: value, 4: value, 5: value })
const person = (more: Partial<StaffRota> = {}): StaffRota => ({
  ...{ id: 'ada', skills: ['s'], places: ['desk'], shifts: five([nineToFive]), leave: new Set() },
  ...more,
})
const openDesk = { name: 'Desk', lines: [], open: five(nineToFive), needsRoom: false }
const small = (hours = { from: '09:00', until: '15:00' }): Timetable => ({
  types: {
    talk: {
      ...{ name: 'Talk', minutes: 30, before: 0, after: 0, step: 30, leadHours: 0, horizonDays: 56 },
      ...{ changeUntilHours: 4, atOnce: 1, skill: 's' },
    },
  },
  places: { desk: openDesk },
  staff: [person({ shifts: five([hours]) })],
  rooms: [],
  closures: new Set(),
})

const minutesOf = (of: StaffRota, day: Day): number =>
  hoursOn(of, day).reduce((sum, { from, until }) => sum + minuteOf(until) - minuteOf(from), 0)

const changeOf = (base: Timetable, from: Day, hours: { readonly from: string; readonly until: string }): Element => {
  const found = elementsOn(base, from).find(({ kind }) => kind === 'staff')
  if (found?.kind !== 'staff' || found.is === null) throw new Error('Nobody')
  return { ...found, is: { ...found.is, weeks: [five([hours])] } }
}

describe('A rota', () => {
  it.each([
    ['2026-11-23', 0],
    ['2026-11-30', 1],
    ['2026-12-07', 0],
    // Week 53 of 2026 and week 1 of 2027 are both odd.
    ['2026-12-28', 1],
    ['2027-01-04', 0],
    ['2027-01-11', 1],
    ['2026-11-22', 1],
  ])('whose weeks take turns from 23 November 2026 is on %s in its week %i', (day, week) => {
    expect(turnOf({ anchor: '2026-11-23', weeks: [{}, {}] }, day)).toBe(week)
  })

  it('keeps its turns when it is saved again on another day', () => {
    const cycle = { anchor: '2026-11-23', weeks: [five([nineToFive]), {}] }
    const base = { ...small(), staff: [person({ cycle })] }
    const saved = elementsOn(base, '2026-12-09').filter(({ kind }) => kind === 'staff')
    const after = compiled(base, withChanges(neverPublished, saved, '2026-12-10'))
    for (const day of ['2026-12-14', '2026-12-21', '2026-12-28', '2027-01-04'])
      expect(slotsFor(after, day)).toEqual(slotsFor(base, day))
  })

  it('has no hours in an absence of a part of a day, and the rest of them', () => {
    const away = [{ from: '2026-12-01', until: '2026-12-01', part: { from: '13:00', until: '15:00' } }]
    expect(minutesOf(person({ away }), '2026-12-01')).toBe(360)
    expect(minutesOf(person({ away }), '2026-12-02')).toBe(480)
    expect(minutesOf(person({ away: [{ from: '2026-12-01', until: '2026-12-03' }] }), '2026-12-02')).toBe(0)
  })

  it('has an extra day, but not while the place is shut, nor in an absence', () => {
    const saturday = '2026-12-05'
    const other = [{ from: saturday, until: saturday, hours: [nineToFive] }]
    const base = { ...small(), staff: [person({ other })] }
    expect(slotsFor(base, saturday)).toEqual([])
    const special = { [saturday]: { from: '10:00', until: '12:00' } }
    const open = { ...base, places: { desk: { ...openDesk, special } } }
    expect(slotsFor(open, saturday)).toEqual(['10:00', '10:30', '11:00', '11:30'])
    const away = { ...open, staff: [person({ other, away: [{ from: saturday, until: saturday }] })] }
    expect(slotsFor(away, saturday)).toEqual([])
  })

  it('of a place that opens specially on a bank holiday is open then, and whoever is absent is not there', () => {
    const holiday = '2026-12-25'
    const place = { ...openDesk, special: { [holiday]: nineToFive } }
    expect(openOn(place, new Set(), holiday)).toEqual(nineToFive)
    expect(openOn(openDesk, new Set(), holiday)).toBeUndefined()
    const open = { ...small(), places: { desk: place } }
    expect(slotsFor(open, holiday).length).toBe(12)
    const absent = { ...open, staff: [person({ away: [{ from: holiday, until: holiday }] })] }
    expect(slotsFor(absent, holiday)).toEqual([])
  })

  it('lends somebody to another place for a day, and they are not at their own', () => {
    const lent = person({ other: [{ from: '2026-12-01', until: '2026-12-01', hours: [nineToFive], place: 'far' }] })
    expect([worksAt(lent, 'far', '2026-12-01'), worksAt(lent, 'desk', '2026-12-01')]).toEqual([true, false])
    expect([worksAt(lent, 'far', '2026-12-02'), worksAt(lent, 'desk', '2026-12-02')]).toEqual([false, true])
  })
})

const slotsFor = (timetable: Timetable, day: Day): readonly string[] =>
  slotsOn(timetable, { type: 'talk', place: 'desk', features: [], interpreter: false }, day, {
    ...{ taken: new Map(), now: 0, today: day },
  }).map(({ from }) => from)

describe('A version of a timetable', () => {
  it('that cuts a shift from 1 December loses 24 of the 48 times from Tuesday to Friday', () => {
    const base = small()
    const next = withChanges(
      neverPublished,
      [changeOf(base, '2026-12-01', { from: '09:00', until: '12:00' })],
      '2026-12-01',
    )
    const change = { before: base, after: compiled(base, next), from: '2026-12-01' }
    expect(weeksChanged(change, '2026-11-30')[0]).toEqual({
      ...{ place: 'desk', type: 'talk', monday: '2026-11-30', before: 48, after: 24 },
    })
    expect(daysChanged(change, '2026-11-30').slice(0, 2)).toEqual([
      { claimant: 'ada', day: '2026-12-01' },
      { claimant: 'ada', day: '2026-12-02' },
    ])
  })

  it('made later for an earlier day holds until the planned one takes over, which is said', () => {
    const base = small()
    const planned = withChanges(
      neverPublished,
      [changeOf(base, '2026-12-15', { from: '09:00', until: '10:00' })],
      '2026-12-15',
    )
    const changes = [changeOf(base, '2026-12-01', { from: '09:00', until: '12:00' })]
    expect(takesOver(planned, changes, '2026-12-01').map(({ from }) => from)).toEqual(['2026-12-15'])
    const both = compiled(base, withChanges(planned, changes, '2026-12-01'))
    expect(['2026-11-30', '2026-12-14', '2026-12-16'].map((day) => slotsFor(both, day).length)).toEqual([12, 6, 2])
  })

  it('leaves out whoever left, has whoever came, and the days on which the council is shut', () => {
    const changes: readonly Element[] = [
      { kind: 'staff', id: 'badges-1', is: null },
      { kind: 'closures', id: 'council', is: ['2026-12-24'] },
      {
        kind: 'type',
        id: 'blue-badge',
        is: { minutes: 45, before: 0, after: 0, step: 15, leadHours: 24, horizonDays: 56 },
      },
      { kind: 'room', id: 'wim-room-2', is: { name: 'Room 2', place: 'wimborne', features: [] } },
    ]
    const after = timetableOn(compiled(council, withChanges(neverPublished, changes, '2026-12-01')), '2026-12-02')
    expect(after.staff.some(({ id }) => id === 'badges-1')).toBe(false)
    expect([...after.closures]).toEqual(['2026-12-24'])
    expect(after.types['blue-badge']).toMatchObject({ minutes: 45, name: 'Blue Badge assessment', skill: 'badges' })
    expect(after.rooms.at(-1)).toEqual({ id: 'wim-room-2', name: 'Room 2', place: 'wimborne', features: [] })
  })

  it('keeps a booking covered whose kind became longer, and not where a feature or an hour is gone', () => {
    const booked = {
      ...{ type: 'blue-badge', place: 'dorchester', features: ['step-free'], interpreter: false },
      ...{ day: '2026-12-03', from: '10:00', until: '10:30', claimants: ['badges-1', 'dor-room-2'] },
      buckets: ['1000', '1005', '1010', '1015', '1020', '1025', '1030', '1035'],
    }
    const with_ = (change: Element) => compiled(council, withChanges(neverPublished, [change], '2026-12-01'))
    const longer = { minutes: 60, before: 0, after: 10, step: 15, leadHours: 24, horizonDays: 56 }
    expect(covers(council, booked)).toBe(true)
    expect(covers(with_({ kind: 'type', id: 'blue-badge', is: longer }), booked)).toBe(true)
    expect(covers(with_({ kind: 'room', id: 'dor-room-2', is: { place: 'dorchester', features: [] } }), booked)).toBe(
      false,
    )
    expect(covers(with_({ kind: 'staff', id: 'badges-1', is: null }), booked)).toBe(false)
    expect(covers(with_({ kind: 'closures', id: 'council', is: ['2026-12-03'] }), booked)).toBe(false)
  })

  it('that is withdrawn leaves every day as it was', () => {
    const days = Array.from({ length: 14 }, (_, at) => addDays('2026-11-30', at))
    fc.assert(
      fc.property(fc.array(changeArbitrary, { minLength: 1, maxLength: 4 }), fc.nat(13), (changes, after) => {
        const published = withChanges(neverPublished, changes.slice(1), '2026-12-03')
        const next = withChanges(published, changes, addDays('2026-11-30', after))
        const standing: readonly Dated[] = next.standing.filter(({ n }) => n !== next.version)
        const withdrawn = { version: next.version + 1, standing }
        const [before, again] = [compiled(council, published), compiled(council, withdrawn)]
        for (const day of days)
          for (const type of ['housing-advice', 'blue-badge'])
            expect(idsOn(again, type, day)).toEqual(idsOn(before, type, day))
      }),
      { numRuns: 8 },
    )
  })

  it('says what is wrong with it', () => {
    const words = (change: Element): readonly string[] => {
      const after = compiled(council, withChanges(neverPublished, [change], '2026-12-01'))
      return rotaFaultsOf({ before: council, after, from: '2026-12-01' }, '2026-11-30').map((fault) => fault.words)
    }
    expect(words({ kind: 'staff', id: 'badges-2', is: null })).toEqual([
      'Blue Badge assessment: nobody is left for it at Wimborne customer centre, so no times are offered',
    ])
    expect(words(changeOf(council, '2026-12-01', { from: '09:00', until: '15:30' }))).toEqual([
      'Housing adviser 1 works for more than 6 hours without a break of 20 minutes',
    ])
    const long = { minutes: 240, before: 0, after: 10, step: 15, leadHours: 48, horizonDays: 900 }
    expect(words({ kind: 'type', id: 'planning-advice', is: long })).toEqual([
      'Planning duty officer: nobody works long enough at a time for one',
      'Bank holidays are known until 31 December 2028 only',
    ])
  })
})

const idsOn = (timetable: Timetable, type: string, day: Day): readonly string[] =>
  slotsOn(timetable, { type, place: 'dorchester', features: [], interpreter: false }, day, {
    ...{ taken: new Map(), now: 0, today: day },
  }).map(({ id }) => id)

const changeArbitrary: fc.Arbitrary<Element> = fc.oneof(
  fc.constantFrom('housing-1', 'badges-1').map((id) => ({ kind: 'staff' as const, id, is: null })),
  fc.nat(3).map((hour) => changeOf(council, '2026-12-01', { from: `1${hour}:00`, until: '17:00' })),
  fc.constantFrom<readonly Day[]>(['2026-12-08'], []).map((is) => ({ kind: 'closures' as const, id: 'council', is })),
)

describe('Hours as they are typed', () => {
  it.each([
    ['9', '09:00'],
    ['9am', '09:00'],
    ['0900', '09:00'],
    ['9.00', '09:00'],
    ['9:30 PM', '21:30'],
    ['12am', '00:00'],
    ['noon', '12:00'],
    ['25:00', undefined],
    ['9pm-', undefined],
    ['13pm', undefined],
    ['9:60', undefined],
  ])('“%s” is %s', (typed, time) => {
    expect(timeFromWords(typed)).toBe(time)
  })

  it('are one time or several, and what is wrong with them is told', () => {
    expect(hoursFromWords('1:15pm to 5pm, 9 to 12:30')).toEqual({
      ok: true,
      value: [
        { from: '09:00', until: '12:30' },
        { from: '13:15', until: '17:00' },
      ],
    })
    expect(hoursFromWords('')).toEqual({ ok: true, value: [] })
    const faults = ['9 to 12, 11 to 14', '12 to 9', '9:03 to 12', '9pm-', 'mornings'].map((typed) =>
      hoursFromWords(typed),
    )
    expect(faults.map((one) => (one.ok ? '' : one.error))).toEqual([
      ...['overlaps', 'ends-first', 'not-five', 'not-hours', 'not-hours'],
    ])
  })

  it('of single days stand one on each line', () => {
    expect(specialFromWords('28 December 2026: 10am to 2pm\n\n1/1/2027: 9 to 10')).toEqual({
      ...{
        ok: true,
        value: { '2026-12-28': { from: '10:00', until: '14:00' }, '2027-01-01': { from: '09:00', until: '10:00' } },
      },
    })
    expect(specialFromWords('Boxing Day: 10am to 2pm').ok).toBe(false)
    expect(daysFromWords('24 December 2026\n24/12/2026\n1 May 2027')).toEqual({
      ok: true,
      value: ['2026-12-24', '2027-05-01'],
    })
    expect(daysFromWords('Christmas')).toEqual({ ok: false, error: 'Christmas' })
  })
})
