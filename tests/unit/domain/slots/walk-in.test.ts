// How long somebody waits who comes without an appointment (docs/rules/bookings.md, "Without an appointment").
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  afterDeed,
  noVisits,
  type SeesPeople,
  seeingAt,
  usualMinutes,
  type WalkIn,
  waitInWords,
  waitOf,
  walkInDeeds,
  withVisit,
} from '#domain/slots/walk-in.ts'
import { timetable } from '#services/bookings/timetable/timetable-data.ts'

const skill = 'housing'
const toSee = (minutes: number) => ({ skill, minutes })
const freeIn = (minutes: number): SeesPeople => ({ skills: [skill], busy: [{ from: 0, until: minutes }] })
const waits = (desks: readonly number[], queue: readonly number[], minutes = 20) =>
  waitOf(desks.map(freeIn), queue.map(toSee), toSee(minutes))

describe('Somebody without an appointment', () => {
  it.each([
    [[4, 12], [20, 20, 30], 32, 'about 35 minutes'],
    [[0], [], 0, 'now'],
    [[10], [15], 25, 'about 25 minutes'],
    [[0, 0, 0], [20, 20, 20, 20, 20, 20, 20], 40, 'about 40 minutes'],
    [[0], [60, 61], 121, 'more than 2 hours'],
    [[], [], undefined, 'not today'],
  ] as const)('with desks free in %j minutes and %j ahead waits %s minutes: %s', (desks, queue, minutes, words) => {
    expect(waits(desks, queue)).toBe(minutes)
    expect(waitInWords(waits(desks, queue))).toBe(words)
  })

  it('is seen only where the whole of it fits before what is booked, and by who has the skill', () => {
    const booked: SeesPeople = { skills: [skill], busy: [{ from: 15, until: 45 }] }
    const other: SeesPeople = { skills: ['benefits'], busy: [] }
    expect(waitOf([booked, other], [], toSee(15))).toBe(0)
    expect(waitOf([booked, other], [], toSee(20))).toBe(45)
    // Who is ahead and needs longer does not keep a gap from who needs less.
    expect(waitOf([booked], [toSee(20)], toSee(15))).toBe(0)
  })

  it('never waits less for one more who is ahead, nor more for one more who sees people', () => {
    const spans = fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 1, maxLength: 4 })
    const same = fc.array(fc.constant(20), { maxLength: 8 })
    fc.assert(
      fc.property(spans, same, (desks, queue) => {
        const wait = waits(desks, queue) ?? 0
        expect(waits(desks, [...queue, 20])).toBeGreaterThanOrEqual(wait)
        expect(waits([...desks, 0], queue)).toBeLessThanOrEqual(wait)
      }),
      { numRuns: 60 },
    )
  })

  it('is seen within the hours of who works there, and not while they are booked or at lunch', () => {
    const at = { place: 'weymouth', day: '2026-12-03', taken: new Map([['housing-2#2026-12-03', new Set(['1210'])]]) }
    const wait = (now: number, minutes: number) =>
      waitOf(seeingAt(timetable, { ...at, now }), [], { skill: 'housing', minutes })
    expect(wait(12 * 60, 10)).toBe(0)
    // From 12:15 until 12:30 there is a quarter of an hour, and after lunch they are back at 13:15.
    expect(wait(12 * 60, 15)).toBe(15)
    expect(wait(12 * 60, 20)).toBe(75)
    expect(wait(16 * 60 + 50, 20)).toBeUndefined()
    // A Sunday, and Christmas Day.
    expect(waitOf(seeingAt(timetable, { ...at, day: '2026-12-06', now: 600 }), [], toSee(5))).toBeUndefined()
    expect(waitOf(seeingAt(timetable, { ...at, day: '2026-12-25', now: 600 }), [], toSee(5))).toBeUndefined()
  })

  it('is told by the middle of the last 20 visits or more within 30 days, and else by the kind of appointment', () => {
    const visits = (count: number, day: string) =>
      Array.from({ length: count }, (_, at) => at).reduce(
        (all, number) => withVisit(all, { type: 'a', day, number, minutes: number + 1 }),
        noVisits,
      )
    const asked = { type: 'a', minutes: 30, today: '2026-12-30' }
    expect(usualMinutes(visits(19, '2026-12-10'), asked)).toBe(30)
    expect(usualMinutes(visits(21, '2026-12-10'), asked)).toBe(11)
    expect(usualMinutes(visits(21, '2026-11-29'), asked)).toBe(30)
    expect(usualMinutes(visits(21, '2026-12-10'), { ...asked, type: 'b' })).toBe(30)
    // Finished twice, as the first was undone, is one visit.
    expect(
      withVisit(visits(3, '2026-12-10'), { type: 'a', day: '2026-12-10', number: 2, minutes: 9 }).seen.length,
    ).toBe(3)
  })

  it('is called, seen or gone, and each is undone by the next button', () => {
    const came: WalkIn = { number: 7, service: 's', type: 't', needs: [], cameAt: 0, told: 35 }
    const called = afterDeed(came, 'call', 5)
    const seen = afterDeed(called, 'seen', 9)
    expect([came, called, seen, afterDeed(came, 'left', 3)].map(walkInDeeds)).toEqual([
      ...[['call', 'left'], ['seen', 'left', 'undo'], ['undo'], ['undo']],
    ])
    expect([afterDeed(seen, 'undo', 11), afterDeed(called, 'undo', 11)]).toEqual([called, came])
  })
})
