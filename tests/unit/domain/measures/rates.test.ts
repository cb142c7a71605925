// Shares, their range, what counts as a change, and what is published of them (docs/rules/measures.md).
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assisted, completion, costEach, oldScore, satisfaction, takeUp } from '#domain/measures/figures/kpis.ts'
import { changeBetween, middle, middleOfAny, percent, wilson } from '#domain/measures/figures/rates.ts'
import { countsOn, finalOn, isMonth, nextEdition, provisionalOn } from '#domain/measures/months.ts'
import { csvOf, rowsOf } from '#domain/measures/published/open-data.ts'

describe('a share', () => {
  it.each([
    ['sent and told are completed, of all who started', { starts: 2000, 'done.28d': 1000, 'end.sent': 900 }, 50],
    ['people who were handed on are not', { starts: 2000, 'done.28d': 1000, 'end.handed-on': 200 }, 50],
  ])('of completion: %s', (_, sums, share) => {
    expect(percent(completion(sums))).toBe(share)
  })

  it('of those who were handed on stands apart from completion', () => {
    const sums = { starts: 2000, 'done.28d': 1000, 'end.sent': 900, 'end.told': 100, 'end.handed-on': 200 }
    expect([percent(completion(sums)), percent({ n: sums['end.handed-on'], d: sums.starts })]).toEqual([50, 10])
  })

  it.each([
    [[450, 410, 131, 21, 12], 84, 80.9],
    [[11620, 6044, 1380, 244, 302], 90.2, 86.3],
  ])('of satisfaction is the top two of five, and the old score weighs all five: %j', (counts, share, old) => {
    expect([percent(satisfaction(counts)), percent(oldScore(counts))]).toEqual([share, old])
  })

  it('of digital take-up has people with a helper in it, and calls and paper against it', () => {
    const counts = { self: 700, helper: 50, 'with-staff': 70, keyed: 150, paper: 30 }
    expect([percent(takeUp(counts)), percent(assisted(counts))]).toEqual([82, 12])
  })

  it('lies in a range that is wide where few were counted', () => {
    const ranges = [
      [45, 60],
      [9, 12],
      [0, 20],
      [20, 20],
    ].map(([n = 0, d = 0]) => wilson({ n, d }))
    expect(ranges).toEqual([
      { low: 62.8, high: 84.2 },
      { low: 46.8, high: 91.1 },
      { low: 0, high: 16.1 },
      { low: 83.9, high: 100 },
    ])
  })

  it('has changed only where the difference is more than chance', () => {
    expect(changeBetween({ n: 150, d: 200 }, { n: 168, d: 210 })).toEqual({ points: 5, margin: 8.1, is: 'not clear' })
    expect(changeBetween({ n: 1500, d: 2000 }, { n: 1680, d: 2100 })).toEqual({ points: 5, margin: 2.6, is: 'up' })
  })

  it('of nobody is no data, never nought', () => {
    expect([percent({ n: 0, d: 0 }), wilson({ n: 0, d: 0 }), changeBetween({ n: 0, d: 0 }, { n: 1, d: 2 })]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(percent({ n: 0, d: 7 })).toBe(0)
  })

  it('is rounded once, halves up, whatever the counts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(1_000_000), (d, part) => {
        const n = part % (d + 1)
        const tenths = Math.round((percent({ n, d }) ?? -1) * 10)
        expect(2 * n * 1000 >= (2 * tenths - 1) * d && 2 * n * 1000 < (2 * tenths + 1) * d).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})

describe('what one costs', () => {
  it('is in pence, halves up, and no data where none was completed', () => {
    expect([costEach(2_400_000, 8333), costEach(2_400_000, 0)]).toEqual([288, undefined])
  })
})

describe('the middle of times', () => {
  const ends = [15, 30, 60, 120, 300, 600, 1800]
  it('is between the ends of the step that it falls in, and is not told of fewer than 20', () => {
    expect(middle([0, 10, 30, 40, 20, 0, 0], ends)).toBe(75)
    expect([middle([0, 0, 5, 0, 0, 0, 0], ends), middleOfAny([0, 0, 5, 0, 0, 0, 0], ends)]).toEqual([undefined, 45])
  })
})

describe('a month', () => {
  it('is provisional on the fifth working day after it and final when its last draft has run out', () => {
    expect([provisionalOn('2026-11'), finalOn('2026-11')]).toEqual(['2026-12-07', '2026-12-29'])
  })

  it('is sealed once, and revised only with a reason after it is final', () => {
    expect(nextEdition(['p', 'f'], 'f')).toEqual({ ok: false, error: 'sealed-already' })
    expect(nextEdition(['p', 'f'], 'r', '  ')).toEqual({ ok: false, error: 'no-reason' })
    expect(nextEdition(['p'], 'r', 'A team forgot its paper forms')).toEqual({ ok: false, error: 'not-final' })
    expect(nextEdition(['p', 'f', 'r1'], 'r', 'A team forgot its paper forms')).toEqual({ ok: true, value: 'r2' })
  })

  it('takes what came on paper and was typed later, until it is final', () => {
    expect(countsOn('2026-11-20', '2026-12-04')).toEqual({ day: '2026-11-20', late: false })
    expect(countsOn('2026-11-20', '2027-01-05')).toEqual({ day: '2027-01-05', late: true })
  })

  it.each(['2026-13', '2026-00', '26-01', '2026-1', 'November'])('is no %s', (text) => {
    expect(isMonth(text)).toBe(false)
  })
})

describe('open data', () => {
  it('says of each number what it is made of, and leaves it out where it is small or nobody was counted', () => {
    const month = { month: '2026-11', status: 'final', definition: 1 }
    const shown = (sums: Readonly<Record<string, number>>) =>
      rowsOf('housing', [{ ...month, sums }])
        .filter(({ measure }) => measure.startsWith('completion'))
        .map(({ value, numerator, status }) => [value, numerator, status].join('|'))
    expect(shown({ starts: 400, 'done.28d': 300, 'done.7d': 250, 'done.24h': 200 })).toEqual([
      '50.0|200|',
      '62.5|250|',
      '75.0|300|',
    ])
    expect(shown({ starts: 30, 'done.28d': 28, 'done.7d': 3, 'done.24h': 0 })).toEqual(['0.0|0|', '||c', '||c'])
    expect(shown({})).toEqual(['||x', '||x', '||x'])
  })

  it('holds nothing that a spreadsheet would run (H19)', () => {
    const [row] = rowsOf('=cmd|calc', [{ month: '2026-11', status: '+1', definition: 1, sums: { starts: 400 } }])
    const text = csvOf(row === undefined ? [] : [{ ...row, value: '-1.5', measure: 'a "b",\nc' }])
    expect(text).toContain(`,'=cmd|calc,"a ""b"",\nc",all,-1.5,`)
    expect(text).toContain(",'+1\n")
  })
})
