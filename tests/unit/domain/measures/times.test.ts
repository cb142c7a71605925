// Which times people ask for, and what becomes of the time that we give (docs/rules/measures.md, "Appointments").
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heldAfter, mostTries, type TriedTimes, triedAfter, triesIn } from '#domain/forms/answered/tried.ts'
import { countedFacts } from '#domain/measures/counting/case-facts.ts'
import type { AppointmentFact, Fact, Span, StartFact } from '#domain/measures/counting/facts.ts'
import { sumsOf } from '#domain/measures/counting/sums.ts'
import { percent, percentWords } from '#domain/measures/figures/rates.ts'
import { shareIn } from '#domain/measures/figures/shares.ts'
import { dayOfThird, lookedThrough, plainQueries, thirdFree } from '#domain/measures/figures/third-free.ts'
import { askedWhenClosed, byHour, minutesOver, movedByUs, unmetIn, waitsIn } from '#domain/measures/figures/times.ts'
import { aheadFor } from '#domain/measures/figures/visits.ts'
import { slotsOn } from '#domain/slots/timetable.ts'
import { bookings } from '#services/bookings/service.ts'

const day = '2026-12-09'
const dayMs = 86_400_000
const at = Date.parse('2026-12-07T10:00:00Z')

const offered = (...spans: readonly Span[]): Fact => ({
  ...{ is: 'offered', service: 'bookings', day, id: 'offered', v: 1, buckets: 0 },
  open: spans.map((span) => ({ who: 'a', span })),
})

let made = 0
const visit = (takes: Span, more: Partial<AppointmentFact> = {}): AppointmentFact => {
  made += 1
  return {
    ...{ is: 'appointment', service: 'bookings', day, id: `v${made}`, v: 1, state: 'seen' },
    ...{ buckets: (takes[1] - takes[0]) / 5, time: { who: 'a', takes, meets: takes } },
    ...more,
  }
}

const sums = (...facts: readonly Fact[]) => sumsOf(facts, at)

describe('the time of a day', () => {
  it('with 80 of 84 steps taken is used to 95.2%', () => {
    expect(percent(shareIn.booked(sums(offered([540, 960]), visit([540, 940]))))).toBe(95.2)
  })

  it('is spent with people to 78.6% where 11 meetings of 30 minutes stand in 420, and what two take at once counts once', () => {
    const eleven = (minutes: number, apart: number) =>
      Array.from({ length: 11 }, (_, n): AppointmentFact => {
        const from = 540 + n * apart
        return visit([from, from + apart], {
          time: { who: 'a', takes: [from, from + apart], meets: [from, from + minutes] },
        })
      })
    expect(percent(shareIn.met(sums(offered([540, 960]), ...eleven(30, 35))))).toBe(78.6)
    // 11 of 40 minutes would be 104.8%: they lie on one another, or after hours.
    const crowded = sums(offered([540, 960]), ...eleven(40, 38))
    expect(percent(shareIn.met(crowded))).toBeLessThanOrEqual(100)
    expect(shareIn.met(crowded)).toEqual({ n: 84, d: 84 })
  })

  it('without two hours of leave is 300 minutes, of which seven times half an hour is 70.0%', () => {
    const seven = Array.from({ length: 7 }, (_, n) => visit([540 + 30 * n, 570 + 30 * n]))
    expect(percent(shareIn.booked(sums(offered([540, 840]), ...seven)))).toBe(70)
  })

  it('leaves the share as it was where 30 minutes after hours are taken, and says them by themselves', () => {
    const [within, after] = [visit([540, 570]), visit([960, 990])]
    const [before, now] = [sums(offered([540, 960]), within), sums(offered([540, 960]), within, after)]
    expect(shareIn.booked(now)).toEqual(shareIn.booked(before))
    expect([minutesOver(before), minutesOver(now)]).toEqual([0, 30])
  })

  it('of no hours at all is no data, and never nought', () => {
    const none = sums(visit([540, 570]))
    expect([percentWords(shareIn.met(none)), minutesOver(none)]).toEqual(['No data', undefined])
  })

  it('is what counting minute by minute comes to, whatever is open and taken', () => {
    const span = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 20 })).map(([from, length]) => {
      const made: Span = [from * 5, (from + length) * 5]
      return made
    })
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 4 }), fc.array(span, { maxLength: 8 }), (open, taken) => {
        const covers = (all: readonly Span[], minute: number) =>
          all.some(([from, until]) => from <= minute && minute < until)
        const minutes = Array.from({ length: 600 }, (_, minute) => minute)
        const [opened, took] = [open, taken].map((all) => minutes.filter((minute) => covers(all, minute)))
        const both = took?.filter((minute) => opened?.includes(minute)).length ?? 0
        const found = sums(offered(...open), ...taken.map((one) => visit(one)))
        expect([5 * (found['time.open'] ?? 0), 5 * (found['time.within'] ?? 0), 5 * (found['time.over'] ?? 0)]).toEqual(
          [opened?.length, both, (took?.length ?? 0) - both],
        )
      }),
      { numRuns: 60 },
    )
  })
})

describe('the wait for a time', () => {
  const { timetable } = bookings.booking

  it('is to the third that is free: two on day 3 and four on day 5 are 5 days, and none in 56 is over 56', () => {
    const days = (free: Readonly<Record<number, number>>) =>
      lookedThrough(day).map((_, after) => ({ after, free: free[after] ?? 0 }))
    expect(dayOfThird(days({ 3: 2, 5: 4 }))).toBe(5)
    expect(dayOfThird(days({}))).toBeUndefined()
    expect(dayOfThird(days({ 56: 3 }))).toBe(56)
    expect(lookedThrough(day).length).toBe(57)
  })

  it('is what looking through every day, time by time, comes to, for each kind at each place', () => {
    const now = Date.parse('2026-12-09T08:00:00Z')
    const given = { taken: new Map(), now, today: day }
    const queries = plainQueries(timetable)
    expect(queries.length).toBeGreaterThan(5)
    for (const query of queries) {
      const times = lookedThrough(day).flatMap((on, after) =>
        [...new Set(slotsOn(timetable, query, on, given).map(({ from }) => from))].map(() => after),
      )
      expect([query, thirdFree(timetable, query, given)]).toEqual([query, times[2]])
    }
  })

  it('of a month is the middle morning’s, and over 56 where half of them had none', () => {
    expect(waitsIn({ 'third.a.b.3': 12, 'third.a.b.5': 9, 'third.a.c.2': 5, 'third.a.c.over': 6, starts: 4 })).toEqual([
      { place: 'a', type: 'b', mornings: 21, days: 3 },
      { place: 'a', type: 'c', mornings: 11, days: undefined },
    ])
  })
})

describe('whoever does not come', () => {
  it('is 6.3% of 180 who came and 12 who did not; excused and unknown stand outside', () => {
    const many = (state: AppointmentFact['state'], count: number) =>
      Array.from({ length: count }, () => visit([540, 570], { state }))
    const all = sums(...many('seen', 180), ...many('missed', 12), ...many('booked', 8))
    expect(shareIn.missed(all)).toEqual({ n: 12, d: 192 })
    expect(percent(shareIn.missed(all))).toBe(6.3)
  })

  it('had chosen a time 2 days ahead in the middle and 30 for nine in ten, of 1, 2, 2, 9 and 30', () => {
    const all = sums(...[1, 2, 2, 9, 30].map((lead) => visit([540, 570], { lead })))
    expect([aheadFor(all, 50), aheadFor(all, 90)]).toEqual([2, 30])
  })
})

describe('a time that somebody gives back', () => {
  const gone = (from: number, notice: 'late' | 'in-time' = 'in-time') =>
    visit([from, from + 5], { state: 'cancelled', notice })

  it('was used again where somebody else had it: 21 of 30 are 70.0%', () => {
    const back = Array.from({ length: 30 }, (_, n) => gone(300 + 5 * n))
    const again = Array.from({ length: 21 }, (_, n) => visit([300 + 5 * n, 305 + 5 * n]))
    const all = sums(...back, ...again)
    expect([shareIn['cancelled-again'](all), percent(shareIn['cancelled-again'](all))]).toEqual([{ n: 21, d: 30 }, 70])
  })

  it('in its last day is late, of all that were booked, and is not asked whether it was used again', () => {
    const all = sums(gone(300, 'late'), visit([300, 305]), visit([310, 315]), gone(320))
    expect(shareIn['cancelled-late'](all)).toEqual({ n: 1, d: 4 })
    expect(shareIn['cancelled-again'](all)).toEqual({ n: 0, d: 1 })
  })
})

describe('an appointment’s history', () => {
  const startsAt = Date.parse('2026-12-09T10:00:00Z')
  const appointment = {
    ...{ what: 'Housing advice', place: 'dorchester', claimants: ['housing-1', 'room'], type: 'housing', day },
    ...{ buckets: ['0955', '1000', '1005', '1010'], features: [], interpreter: false, from: '10:00', until: '10:10' },
    ...{ startsAt, endsAt: startsAt + 600_000, calendarUid: 'u', calendarSequence: 0 },
  }
  const { counts } = bookings.workflow
  const factsOf = (cancelled: { readonly hours: number; readonly action?: string }) => {
    if (counts === undefined) throw new Error('Bookings are counted')
    const events = [
      { id: '1', at, action: 'submit', to: 'confirmed' },
      { id: '2', at: startsAt - cancelled.hours * 3_600_000, action: cancelled.action ?? 'cancel', to: 'cancelled' },
    ]
    const subject = { reference: 'B', service: 'bookings', openedAt: at }
    return countedFacts(
      {
        ...{ events, notes: [] },
        subject: { ...subject, appointment: { ...appointment, cancelled: true, byUs: { times: 2 } } },
      },
      { counts, targetDays: 0, waits: () => false, open: () => true },
    ).flatMap((fact) => (fact.is === 'appointment' ? [fact] : []))
  }

  it.each([
    [{ hours: 24 }, 'in-time'],
    [{ hours: 23.9 }, 'late'],
    [{ hours: 3, action: 'cancel-for-caller' }, 'late'],
    [{ hours: 3, action: 'cancel-for-us' }, undefined],
  ])('that ends %j before counts as %s', (cancelled, notice) => {
    expect(factsOf(cancelled).map((fact) => fact.notice)).toEqual([notice])
  })

  it('says whose time it takes and how often we moved it, and nothing of the person', () => {
    const [fact] = factsOf({ hours: 30 })
    expect(fact).toMatchObject({ time: { who: 'housing-1', takes: [595, 615], meets: [600, 610] }, byUs: 2 })
    expect(movedByUs(sums(visit([540, 570], { byUs: 2 }), visit([540, 570], { byUs: 1 }), visit([540, 570])))).toEqual({
      ...{ moved: 2, again: 1 },
    })
  })
})

const start = (more: Partial<StartFact> = {}): StartFact => ({
  ...{ is: 'start', service: 'bookings', day, id: 's', v: 1, channel: 'self', device: 'phone' },
  ...{ startedAt: at, savedAt: at, uncounted: false },
  ...more,
})

describe('a time that somebody chooses', () => {
  it('was just taken 14 times in 400: 3.5%', () => {
    const tried: TriedTimes = { wanted: { '1.09': 300, '2.10': 100 }, asked: { '7.20': 400 }, held: 386 }
    const all = sums(start({ tried }))
    expect([percent(shareIn.refused(all)), byHour(all, 'wanted')]).toEqual([
      3.5,
      [
        { hour: 9, days: [300, 0, 0, 0, 0, 0, 0] },
        { hour: 10, days: [0, 100, 0, 0, 0, 0, 0] },
      ],
    ])
    expect(askedWhenClosed(all)).toEqual({ n: 400, d: 400 })
  })

  it('is kept as an hour of the week in London, never as a day or a person’s time, and only so often', () => {
    // A Wednesday at half past nine, asked for on a Sunday in summer at 23:30 UTC: Monday in London.
    const one = triedAfter(undefined, { day, time: '0930.housing-1', now: Date.parse('2026-07-05T23:30:00Z') })
    expect(one).toEqual({ wanted: { '3.09': 1 }, asked: { '1.00': 1 }, held: 0 })
    const many = Array.from({ length: 80 }).reduce<TriedTimes>(
      (tried) => triedAfter(tried, { day, time: '0930', now: at }),
      one,
    )
    expect(triesIn(many)).toBe(mostTries)
    expect(heldAfter({ ...one, held: 1 }).held).toBe(1)
    expect([
      triedAfter(one, { day: 'x', time: '0930', now: at }),
      triedAfter(one, { day, time: 'x', now: at }),
    ]).toEqual([one, one])
  })
})

describe('somebody who found no time', () => {
  const listed = (outcome?: number): Fact => ({
    ...{ is: 'case', service: 'bookings', day, id: 'c', v: 1, openedAt: at, waits: false, complete: false },
    ...{ asked: false, reassessed: false, listed: true },
    ...(outcome === undefined ? {} : { outcomeAt: at + outcome * dayMs }),
  })
  const joined = start({ end: { is: 'listed', at } })

  it('and joined the list is not unmet where they were served, and is once where they were not within 28 days', () => {
    const after = at + 40 * dayMs
    expect(unmetIn(sumsOf([joined, listed(12)], after)).all).toBe(0)
    expect(unmetIn(sumsOf([joined, listed()], after))).toMatchObject({ waited: 1, all: 1 })
    expect(unmetIn(sumsOf([joined, listed(30)], after)).all).toBe(1)
    expect(unmetIn(sumsOf([joined, listed()], at + 27 * dayMs)).all).toBe(0)
  })

  it('and left counts, as does whoever asked to be visited', () => {
    const left = [start({ end: { is: 'no-times', at } }), start({ end: { is: 'handed-on', at } })]
    expect(unmetIn(sums(...left))).toEqual({ none: 1, waited: 0, visit: 1, all: 2 })
  })
})
