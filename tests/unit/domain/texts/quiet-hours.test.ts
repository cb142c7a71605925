// When a text may go, and when a promised reminder comes.
import { describe, expect, it } from 'vitest'
import { inLondonWords, instantOf } from '#domain/london.ts'
import { allowedAt, dueFor } from '#domain/texts/quiet-hours.ts'
import type { Quiet } from '#domain/texts/text.ts'

const at = (day: string, time: string): number => {
  const instant = instantOf(day, time)
  if (instant === undefined) throw new Error(`There is no ${time} on ${day}`)
  return instant
}
const said = (instant: number | undefined): string => (instant === undefined ? 'never' : inLondonWords(instant))

describe('A text that is decided', () => {
  it.each<[Quiet, string, string, string]>([
    ['at-once', '2026-12-01', '02:30', '2:30am on Tuesday 1 December 2026'],
    ['daytime', '2026-12-01', '02:30', '8am on Tuesday 1 December 2026'],
    ['daytime', '2026-12-01', '20:59', '8:59pm on Tuesday 1 December 2026'],
    ['daytime', '2026-12-01', '21:00', '8am on Wednesday 2 December 2026'],
    ['daytime', '2026-12-06', '10:00', '10am on Sunday 6 December 2026'],
    ['not-holidays', '2026-12-06', '10:00', '8am on Monday 7 December 2026'],
    ['not-holidays', '2026-12-27', '10:00', '8am on Tuesday 29 December 2026'],
    ['daytime', '2027-03-28', '00:30', '8am on Sunday 28 March 2027'],
    ['daytime', '2026-10-24', '23:30', '8am on Sunday 25 October 2026'],
  ])('with the rule %s on %s at %s goes at %s', (quiet, day, time, goes) => {
    expect(said(allowedAt({ quiet }, at(day, time)))).toBe(goes)
  })

  it('waits for the times that the person said are safe, whatever its own rule is', () => {
    const safe = { days: ['weekdays'], parts: ['morning'] } as const
    for (const quiet of ['at-once', 'daytime', 'not-holidays', 'promised'] as const)
      expect(said(allowedAt({ quiet, safe }, at('2026-12-04', '12:00')))).toBe('8am on Monday 7 December 2026')
    expect(said(allowedAt({ quiet: 'at-once', safe: { days: [], parts: [] } }, at('2026-12-04', '12:00')))).toBe(
      'never',
    )
  })
})

describe('A reminder that was promised two days before an appointment', () => {
  const hour = 3_600_000
  const twoDaysBefore = (day: string, time: string, now: number): string => {
    const starts = at(day, time)
    return said(dueFor({ quiet: 'promised' }, { at: starts - 48 * hour, now, notAfter: starts - 4 * hour }))
  }
  it.each([
    ['2026-12-29', '9am on Saturday 26 December 2026'],
    ['2027-03-30', '9am on Saturday 27 March 2027'],
    ['2027-05-04', '9am on Saturday 1 May 2027'],
    // Its day is no Sunday and no holiday.
    ['2026-12-10', '9am on Tuesday 8 December 2026'],
  ])('at 9am on %s comes at %s', (day, comes) => {
    expect(twoDaysBefore(day, '09:00', at(day, '09:00') - 10 * 24 * hour)).toBe(comes)
  })

  it('comes at the last hour that is left where it was booked on the last open day', () => {
    expect(twoDaysBefore('2026-12-29', '09:00', at('2026-12-26', '10:15'))).toBe('8pm on Saturday 26 December 2026')
  })

  it('comes after the quiet days where it was booked too late to come before them', () => {
    expect(twoDaysBefore('2026-12-29', '15:00', at('2026-12-26', '20:30'))).toBe('8am on Tuesday 29 December 2026')
  })

  it('comes at a safe time before, where none is left after', () => {
    const starts = at('2026-12-07', '09:00')
    const when = { quiet: 'promised', safe: { days: ['weekdays'], parts: ['afternoon'] } } as const
    const due = dueFor(when, { at: starts - 48 * hour, now: at('2026-12-01', '09:00'), notAfter: starts - 4 * hour })
    expect(said(due)).toBe('4pm on Friday 4 December 2026')
  })
})
