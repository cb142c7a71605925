// Who is offered which time (docs/rules/bookings.md, "Waiting list"): by tables, and by a slow
// oracle that tries every slot for everybody in turn.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day } from '#domain/day.ts'
import { instantOf, londonDay } from '#domain/london.ts'
import { type Slot, slotsOn, type Taken } from '#domain/slots/timetable.ts'
import {
  daysFor,
  hasLapsed,
  hasOffer,
  inOrder,
  isUnanswered,
  isWanted,
  letLapse,
  letPass,
  mayBeOffered,
  offeredAt,
  offersFor,
  offersFromNow,
  timeOf,
  type Waiting,
  type WaitingEntry,
  waitIsOver,
} from '#domain/slots/waiting.ts'
import { timetable } from '#services/bookings/timetable/timetable-data.ts'

const now = instantOf('2026-11-30', '10:00') ?? 0
const today = londonDay(now)

const badge = { type: 'blue-badge', place: 'wimborne', features: [], interpreter: false }

const waiting = (given: Partial<Waiting> = {}): Waiting => ({
  ...badge,
  joinedAt: now,
  lastDay: addDays(today, 14),
  part: 'any',
  noticeHours: 24,
  passed: [],
  ...given,
})

const slots = (day: Day, taken: Taken = new Map()): readonly Slot[] =>
  slotsOn(timetable, badge, day, { taken, now, today })

const first = (): Slot => {
  const [slot] = slots('2026-12-02')
  if (slot === undefined) throw new Error('No slot')
  return slot
}

describe('the order of the list', () => {
  it('is by when people joined, those before whom staff put ahead', () => {
    const entries: readonly WaitingEntry[] = [
      { reference: 'B3', waiting: waiting({ joinedAt: now + 2 }) },
      { reference: 'B1', waiting: waiting({ joinedAt: now + 1 }) },
      { reference: 'B2', waiting: waiting({ joinedAt: now + 1 }) },
      { reference: 'B9', waiting: waiting({ joinedAt: now + 9, ahead: true }) },
    ]
    expect(inOrder(entries).map(({ reference }) => reference)).toEqual(['B9', 'B1', 'B2', 'B3'])
  })
})

describe('an offer', () => {
  const offer = { slot: first(), until: now, tokenHash: '' }

  it('stands until its last moment, lapses after it, and does neither once it is taken', () => {
    const held = waiting({ offer })
    expect([hasOffer(held, now), hasOffer(held, now + 1)]).toEqual([true, false])
    expect([hasLapsed(held, now), hasLapsed(held, now + 1)]).toEqual([false, true])
    const taken = waiting({ offer: { ...offer, takenAt: now } })
    expect([hasOffer(taken, now), hasLapsed(taken, now + 1)]).toEqual([false, false])
    expect([hasOffer(waiting(), now), hasLapsed(waiting(), now)]).toEqual([false, false])
  })

  it.each<[string, [Day, string], [Day, string]]>([
    ['at 10am on a Monday', ['2026-11-30', '10:00'], ['2026-11-30', '10:00']],
    ['at 9pm', ['2026-11-30', '21:00'], ['2026-12-01', '08:00']],
    ['before 8am', ['2026-11-30', '07:59'], ['2026-11-30', '08:00']],
    ['on a Sunday', ['2026-11-29', '12:00'], ['2026-11-30', '08:00']],
    ['on Saturday night', ['2026-11-28', '22:00'], ['2026-11-30', '08:00']],
    ['on Christmas Day, a Friday, with a Saturday after it', ['2026-12-25', '12:00'], ['2026-12-26', '08:00']],
  ])('%s is made when nobody is woken by it', (_when, asked, made) => {
    expect(offersFromNow(instantOf(...asked) ?? 0)).toBe(instantOf(...made))
  })
})

describe('somebody who lets offers pass', () => {
  const rules = { offerMinutes: 30, offersADay: 2, mostUnanswered: 3 }
  const offer = { slot: first(), until: now + 1, tokenHash: '' }
  const tomorrow = now + 86_400_000

  it('has so many offers a day, and is off the list after so many in a row that they did not answer', () => {
    const once = letLapse(offeredAt(waiting(), offer, now))
    expect([mayBeOffered(once, now, rules), once.passed, isUnanswered(once, rules)]).toEqual([
      true,
      [timeOf(offer.slot)],
      false,
    ])
    const twice = letLapse(offeredAt(once, offer, now))
    expect([mayBeOffered(twice, now, rules), mayBeOffered(twice, tomorrow, rules)]).toEqual([false, true])
    const thrice = letLapse(offeredAt(twice, offer, tomorrow))
    expect([thrice.had?.count, isUnanswered(thrice, rules)]).toEqual([1, true])
    // Whoever says no is there.
    expect(isUnanswered(letPass(offeredAt(twice, offer, tomorrow)), rules)).toBe(false)
    expect(mayBeOffered(offeredAt(waiting(), offer, now), now, rules)).toBe(false)
  })
})

describe('a time that has come free', () => {
  const freed = { ...first(), ...badge }
  const wanted = (given: Partial<Waiting>, at = now): boolean =>
    isWanted(timetable, [{ reference: 'B1', waiting: waiting(given) }], freed, at)

  it.each<[string, Partial<Waiting>, boolean]>([
    ['of the kind that somebody waits for', {}, true],
    ['of another kind', { type: 'housing-advice' }, false],
    ['in another place', { place: 'weymouth' }, false],
    ['after their last day', { lastDay: '2026-12-01' }, false],
    ['in the half of the day that does not suit', { part: 'afternoon' }, false],
    ['in the half that does', { part: 'morning' }, true],
    ['sooner than they need to know', { noticeHours: 168 }, false],
    ['that they let go', { passed: [timeOf(first())] }, false],
    ['too short for an interpreter', { interpreter: true }, false],
  ])('%s', (_what, given, kept) => {
    expect(wanted(given)).toBe(kept)
  })

  it('is wanted by nobody where it starts before anybody could be offered it and have a day’s notice', () => {
    const evening = instantOf('2026-12-01', '21:30') ?? 0
    expect([wanted({}, instantOf('2026-11-30', '21:30') ?? 0), wanted({}, evening)]).toEqual([true, false])
  })
})

it('is over after the last day that they could come, London time', () => {
  const lastDay = '2026-11-30'
  const at = (day: Day, time: string) => waitIsOver(waiting({ lastDay }), instantOf(day, time) ?? 0)
  expect([at('2026-11-30', '23:59'), at('2026-12-01', '00:00')]).toEqual([false, true])
})

// Everybody in turn, and every slot in turn: what the plan must be, at whatever cost.
const oracle = (entries: readonly WaitingEntry[], taken: Taken): readonly string[] => {
  const gone = new Set([...taken].flatMap(([name, buckets]) => [...buckets].map((bucket) => `${name} ${bucket}`)))
  const given: string[] = []
  for (const { reference, waiting: wants } of inOrder(entries)) {
    if (wants.offer !== undefined) continue
    const all = daysFor(wants, now).flatMap((day) => slotsOn(timetable, wants, day, { taken: new Map(), now, today }))
    const slot = all.find(
      (one) =>
        one.day <= wants.lastDay &&
        (wants.part === 'any' || Number(one.from.slice(0, 2)) < 12 === (wants.part === 'morning')) &&
        (one.startsAt - now) / 3_600_000 >= wants.noticeHours &&
        !wants.passed.includes(`${one.day} ${one.from}`) &&
        one.claimants.every((who) => one.buckets.every((bucket) => !gone.has(`${who}#${one.day} ${bucket}`))),
    )
    if (slot === undefined) continue
    for (const who of slot.claimants) for (const bucket of slot.buckets) gone.add(`${who}#${slot.day} ${bucket}`)
    given.push(`${reference} ${slot.day} ${slot.id}`)
  }
  return given
}

const anybody: fc.Arbitrary<Waiting> = fc
  .record({
    type: fc.constantFrom('blue-badge', 'blue-badge', 'housing-advice', 'council-tax'),
    place: fc.constantFrom('wimborne', 'wimborne', 'dorchester', 'phone'),
    features: fc.constantFrom<readonly string[]>([], ['step-free'], ['quiet']),
    interpreter: fc.boolean(),
    joinedAt: fc.nat({ max: 5 }).map((minutes) => now - minutes * 60_000),
    lastDay: fc.nat({ max: 9 }).map((days) => addDays(today, days)),
    part: fc.constantFrom('morning' as const, 'afternoon' as const, 'any' as const),
    noticeHours: fc.constantFrom(24, 24, 48, 168),
    ahead: fc.boolean(),
    passed: fc.constantFrom<readonly string[]>([], [timeOf(first())]),
    offered: fc.nat({ max: 9 }).map((one) => one === 0),
  })
  .map(({ offered, ...rest }) => (offered ? { ...rest, offer: { slot: first(), until: now, tokenHash: '' } } : rest))

// Nearly all of the days that anybody waits for: what is free is worth a queue.
const nearlyFull: fc.Arbitrary<Taken> = fc
  .array(fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 8 }), fc.nat({ max: 8 })), { minLength: 20, maxLength: 120 })
  .map((holes) => {
    const people = [...timetable.staff.map(({ id }) => id), ...timetable.rooms.map(({ id }) => id)]
    const times = Array.from({ length: 12 * 9 }, (_, index) => {
      const minutes = 8 * 60 + index * 5
      return `${String(Math.floor(minutes / 60)).padStart(2, '0')}${String(minutes % 60).padStart(2, '0')}`
    })
    return new Map(
      people.flatMap((who, number) =>
        Array.from({ length: 10 }, (_, ahead) => {
          const open = holes.filter(([day, person]) => day === ahead && (person === number || number > 8))
          const hours = new Set(
            open.flatMap(([, , hour]) => [9 + hour, 10 + hour]).map((one) => String(one).padStart(2, '0')),
          )
          return [
            `${who}#${addDays(today, ahead)}`,
            new Set(times.filter((time) => !hours.has(time.slice(0, 2)))),
          ] as const
        }),
      ),
    )
  })

it('is planned as the oracle plans it, for 100 lists', () => {
  let offers = 0
  fc.assert(
    fc.property(fc.array(anybody, { minLength: 1, maxLength: 12 }), nearlyFull, (people, taken) => {
      const entries = people.map((one, index) => ({ reference: `B${String(index).padStart(2, '0')}`, waiting: one }))
      const planned = offersFor(timetable, entries, { taken, now })
      offers += planned.length
      expect(planned.map(({ reference, slot }) => `${reference} ${slot.day} ${slot.id}`)).toEqual(
        oracle(entries, taken),
      )
    }),
    { numRuns: 100, examples: [[[waiting()], new Map()]] },
  )
  expect(offers).toBeGreaterThan(0)
})
