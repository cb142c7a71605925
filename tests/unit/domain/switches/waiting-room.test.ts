// The arithmetic of a waiting room (docs/guarantees.md, "Scale"): who is called when, and what must hold of any crowd at any rate.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  atRate,
  calledAt,
  keptMs,
  lowestNumber,
  queueStandingOf,
  roomOpened,
  servedUpTo,
  type WaitingRoom,
} from '#domain/switches/queue.ts'
import { isOn, safe, switchTurned, untouched } from '#domain/switches/switches.ts'

const minute = 60_000
const room = roomOpened(10, 0)

describe('a waiting room that lets 10 people in a minute', () => {
  it.each([
    ['when it opens', 0, 0],
    ['just before six seconds', 5999, 0],
    ['at six seconds', 6000, 1],
    ['after a minute', minute, 10],
    ['after an hour in which nobody came', 60 * minute, 600],
    ['before it opened, on a clock that is slow', -5000, 0],
  ])('%s has called numbers up to %3$i', (_when, now, upTo) => {
    expect(servedUpTo(room, now)).toBe(upTo)
    expect(lowestNumber(room, now)).toBe(upTo + 1)
  })

  it.each([
    [1, 0, { is: 'waiting', ahead: 0, calledAt: 6000 }],
    [50, 0, { is: 'waiting', ahead: 49, calledAt: 5 * minute }],
    [50, minute, { is: 'waiting', ahead: 39, calledAt: 5 * minute }],
    [50, 5 * minute, { is: 'called', until: 5 * minute + keptMs }],
    [50, 5 * minute + keptMs, { is: 'called', until: 5 * minute + keptMs }],
    [50, 5 * minute + keptMs + 1, { is: 'passed' }],
  ] as const)('number %i at %i ms stands as it should', (number, now, standing) => {
    expect(queueStandingOf(room, number, now)).toEqual(standing)
  })

  it('goes on from the same numbers at another rate', () => {
    const faster = atRate(room, 60, minute)
    expect([servedUpTo(faster, minute), servedUpTo(faster, minute + 1000)]).toEqual([10, 11])
    expect(calledAt(faster, 50)).toBe(minute + 40_000)
    // Called before the rate changed: still called after it.
    expect(queueStandingOf(faster, 10, minute).is).toBe('called')
  })
})

const happenings = fc.array(
  fc.record({ after: fc.integer({ min: 0, max: 20_000 }), rate: fc.option(fc.integer({ min: 1, max: 600 })) }),
  { minLength: 1, maxLength: 120 },
)

// People come, and now and then a manager changes the rate. The counter is that of adapters/dynamo/drafts/places.ts.
const evening = (all: readonly { readonly after: number; readonly rate: number | null }[]) => {
  let [now, issued, current]: [number, number, WaitingRoom] = [0, 0, roomOpened(10, 0)]
  const rates = [10]
  const came: { readonly number: number; readonly at: number }[] = []
  for (const { after, rate } of all) {
    now += after
    if (rate !== null) {
      rates.push(rate)
      current = atRate(current, rate, now)
    } else {
      issued = Math.max(issued + 1, lowestNumber(current, now))
      came.push({ number: issued, at: now })
    }
  }
  return { came, rates, current, now }
}

describe('any crowd at any rate', () => {
  it('gets numbers in the order in which it came, and each is called once it is reached, never lost', () => {
    fc.assert(
      fc.property(happenings, (all) => {
        const { came, current } = evening(all)
        for (const [index, { number }] of came.entries()) {
          const before = came[index - 1]
          if (before !== undefined) expect(number).toBeGreaterThan(before.number)
          const at = calledAt(current, number)
          expect(Number.isFinite(at)).toBe(true)
          expect(servedUpTo(current, at)).toBeGreaterThanOrEqual(number)
          if (at > current.since) expect(servedUpTo(current, at - 1)).toBeLessThan(number)
        }
      }),
    )
  })

  it('is never let in faster than the rate, in any minute, whenever people come', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 30_000 }), { maxLength: 150 }),
        fc.integer({ min: 1, max: 90 }),
        (gaps, rate) => {
          const at = roomOpened(rate, 0)
          let [now, issued] = [0, 0]
          const calls = gaps.map((gap) => {
            now += gap
            issued = Math.max(issued + 1, lowestNumber(at, now))
            // Nobody is called before they came.
            expect(calledAt(at, issued)).toBeGreaterThan(now)
            return calledAt(at, issued)
          })
          for (const start of calls)
            expect(calls.filter((call) => call >= start && call < start + minute).length).toBeLessThanOrEqual(rate)
        },
      ),
    )
  })
})

describe('the switches', () => {
  const told = { at: 5, by: 'A manager', byId: 'm1', reason: 'A rush' }

  it('are one version further after each turn, and say who turned what and why', () => {
    const once = switchTurned(
      untouched,
      { is: 'closed', service: 'housing' },
      { on: true, lastDay: '2026-12-01' },
      told,
    )
    const twice = switchTurned(once, { is: 'waiting-room', service: 'housing' }, { on: true, perMinute: 10 }, told)
    expect(twice.services.housing).toEqual({
      closed: { lastDay: '2026-12-01' },
      waitingRoom: { sitting: 5, perMinute: 10, from: 0, since: 5 },
    })
    const reopened = switchTurned(twice, { is: 'closed', service: 'housing' }, { on: false }, told)
    expect(isOn(reopened, { is: 'closed', service: 'housing' })).toBe(false)
    expect(isOn(reopened, { is: 'waiting-room', service: 'housing' })).toBe(true)
    expect(reopened.turns.map(({ version, on, by }) => [version, on, by])).toEqual([
      [1, true, 'A manager'],
      [2, true, 'A manager'],
      [3, false, 'A manager'],
    ])
  })

  it('where nobody knows how they stand, keep texts back and let people go on', () => {
    expect([safe.textsOff, safe.readOnly, safe.services]).toEqual([true, false, {}])
  })
})
