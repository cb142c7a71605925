// What is published and what is hidden, targets, returns and savings (docs/rules/measures.md).
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparable, definitionIn } from '#domain/measures/figures/definitions.ts'
import { isFew } from '#domain/measures/figures/few.ts'
import { movedFrom, saved, savedInAll } from '#domain/measures/figures/savings.ts'
import { countFrom, isSurprising, standingAgainst, targetFrom } from '#domain/measures/figures/targets.ts'
import { csvMetadata, dataPackage } from '#domain/measures/published/descriptors.ts'
import { csvOf, rowsOf } from '#domain/measures/published/open-data.ts'
import { runningHidden, span, suppressed, suppressedLine } from '#domain/measures/published/suppression.ts'
import { fieldsToFill, preferenceFields, waitYear } from '#domain/measures/returns/core.ts'
import { leastInTime, roomIn, yearWith } from '#domain/measures/returns/designation.ts'
import { checkedTotal } from '#domain/measures/returns/lahs.ts'
import { inTimeOf, statutoryEnd, timeTakenOf } from '#domain/measures/returns/planning.ts'
import { type PlanningCase, planningSheet } from '#domain/measures/returns/planning-sheet.ts'
import { quarterOf } from '#domain/measures/returns/quarter.ts'
import { preferredAs } from '#services/housing/rules/banding/preference.ts'
import { reasonablePreference } from '#services/housing/rules/ground/sources.ts'
import { faultsIn } from '#tests/support/described-csv.ts'
import type { SeenMonth } from '#usecases/measures/see-months.ts'
import { shareFigure } from '#web/show/measures/figure.ts'

describe('small counts', () => {
  it.each([
    [
      [40, 12, 3],
      [40, 'c', 'c'],
    ],
    [
      [40, 12, 0],
      [40, 12, 0],
    ],
    [
      [40, 2, 1],
      ['c', 'c', 'c'],
    ],
    [
      [6, 4, 0],
      ['c', 'c', 0],
    ],
    [
      [50, 4, 4],
      [50, 'c', 'c'],
    ],
  ] as const)('of the line %j with a published total are hidden as %j', (line, shown) => {
    expect(suppressedLine(line)).toEqual(shown)
  })

  it('of a table take others of their row and column with them', () => {
    expect(
      suppressed([
        [30, 3, 12],
        [8, 20, 9],
        [15, 7, 40],
      ]),
    ).toEqual([
      [30, 'c', 'c'],
      ['c', 20, 'c'],
      ['c', 'c', 40],
    ])
    expect(
      suppressed([
        [0, 2],
        [3, 2],
      ]),
    ).toBe('totals only')
  })

  it('of a month are not told by the year so far', () => {
    expect(runningHidden([6, 3])).toEqual([false, true])
  })

  const table = fc
    .integer({ min: 1, max: 2 })
    .chain((rows) =>
      fc
        .integer({ min: 2, max: 3 })
        .chain((wide) =>
          fc.array(fc.array(fc.nat(7), { minLength: wide, maxLength: wide }), { minLength: rows, maxLength: rows }),
        ),
    )

  it('can never be worked out to fewer than five values, whatever is tried', () => {
    fc.assert(
      fc.property(table, (counts) => {
        const shown = suppressed(counts)
        if (shown === 'totals only') return
        for (const [r, row] of counts.entries())
          for (const [c, count] of row.entries()) {
            if (shown[r]?.[c] !== 'c') expect(count === 0 || count > 4).toBe(true)
            else expect(valuesOf(counts, shown, [r, c]).size).toBeGreaterThanOrEqual(5)
          }
      }),
      { numRuns: 60 },
    )
  })

  it('can never be worked out in any line of three and any table of two by two, all of them tried', () => {
    const upTo = (most: number) => Array.from({ length: most + 1 }, (_, count) => count)
    const lines = upTo(7).flatMap((a) => upTo(7).flatMap((b) => upTo(7).map((c) => [[a, b, c]])))
    const tables = upTo(5).flatMap((a) =>
      upTo(5).flatMap((b) =>
        upTo(5).flatMap((c) =>
          upTo(5).map((d) => [
            [a, b],
            [c, d],
          ]),
        ),
      ),
    )
    let hidden = 0
    for (const counts of [...lines, ...tables]) {
      const shown = suppressed(counts)
      if (shown === 'totals only') continue
      for (const [r, row] of shown.entries())
        for (const [c, cell] of row.entries()) {
          if (cell !== 'c') continue
          hidden += 1
          if (valuesOf(counts, shown, [r, c]).size < 5) expect([counts, r, c]).toEqual('at least five values')
        }
    }
    expect([lines.length, tables.length, hidden > 1000]).toEqual([512, 1296, true])
  })

  it('have the range that trying every table gives', () => {
    fc.assert(
      fc.property(table, (counts) => {
        const shown = suppressed(counts)
        if (shown === 'totals only') return
        const hidden = new Set(shown.flatMap((row, r) => row.flatMap((cell, c) => (cell === 'c' ? [`${r} ${c}`] : []))))
        for (const name of hidden) {
          const [r = 0, c = 0] = name.split(' ').map(Number)
          const values = [...valuesOf(counts, shown, [r, c])]
          expect(span(counts, hidden, [r, c])).toBe(Math.max(...values) - Math.min(...values))
        }
      }),
      { numRuns: 30 },
    )
  })
})

// Every value that a hidden count may have: all tables with the same totals and the same counts shown.
const valuesOf = (
  counts: readonly (readonly number[])[],
  shown: readonly (readonly (number | 'c')[])[],
  [row, column]: readonly [number, number],
): ReadonlySet<number> => {
  const places = shown.flatMap((cells, r) => cells.flatMap((cell, c) => (cell === 'c' ? [[r, c] as const] : [])))
  const rows = counts.map((_, r) =>
    sumOf(
      places.filter(([y]) => y === r),
      counts,
    ),
  )
  const columnsLeft = (counts[0] ?? []).map((_, c) =>
    sumOf(
      places.filter(([, x]) => x === c),
      counts,
    ),
  )
  const found = new Set<number>()
  const fill = (at: number, byRow: readonly number[], byColumn: readonly number[], value: number): void => {
    const place = places[at]
    if (place === undefined) {
      const over = counts.length > 1 ? [...byRow, ...byColumn] : byRow
      if (over.every((left) => left === 0)) found.add(value)
      return
    }
    const [r, c] = place
    const most = counts.length > 1 ? Math.min(byRow[r] ?? 0, byColumn[c] ?? 0) : (byRow[r] ?? 0)
    for (let count = 0; count <= most; count += 1) {
      const isIt = r === row && c === column
      fill(at + 1, less(byRow, r, count), less(byColumn, c, count), isIt ? count : value)
    }
  }
  fill(0, rows, columnsLeft, -1)
  return found
}
const sumOf = (places: readonly (readonly [number, number])[], counts: readonly (readonly number[])[]): number =>
  places.reduce((sum, [r, c]) => sum + (counts[r]?.[c] ?? 0), 0)
const less = (all: readonly number[], at: number, count: number): readonly number[] =>
  all.map((left, place) => (place === at ? left - count : left))

describe('a target', () => {
  const up = { direction: 'up', target: 85, tolerance: 5 } as const
  const down = { direction: 'down', target: 10, tolerance: 2 } as const
  it.each([
    [up, 85, 'on target'],
    [up, 84.9, 'within tolerance'],
    [up, 80, 'within tolerance'],
    [up, 79.9, 'off target'],
    [down, 10, 'on target'],
    [down, 12, 'within tolerance'],
    [down, 12.1, 'off target'],
    [up, undefined, 'no data'],
  ] as const)('of %j stands at %s as %s', (target, value, standing) => {
    expect(standingAgainst(value, target)).toBe(standing)
  })

  it('is typed with or without its sign, and nothing else is taken for one', () => {
    expect([targetFrom('85%', 'percent'), targetFrom(' 85 ', 'percent')]).toEqual([
      { ok: true, value: 85 },
      { ok: true, value: 85 },
    ])
    expect(['eighty', '101', '-1'].map((typed) => targetFrom(typed, 'percent'))).toEqual([
      { ok: false, error: 'not a number' },
      { ok: false, error: 'over 100' },
      { ok: false, error: 'below nought' },
    ])
  })

  it('has beside it what staff count, in whole numbers that are looked at twice where they leap', () => {
    expect(['1,200', '-3', '2.5'].map(countFrom)).toEqual([
      { ok: true, value: 1200 },
      { ok: false, error: 'below nought' },
      { ok: false, error: 'not whole' },
    ])
    expect([isSurprising(1001, 100), isSurprising(1000, 100), isSurprising(5, undefined)]).toEqual([true, false, false])
  })
})

describe('savings', () => {
  it('are those who use a cheaper way, times the difference', () => {
    const shifts = [
      { moved: 1200, from: 283, to: 15 },
      { moved: 300, from: 862, to: 15 },
    ]
    expect([...shifts.map(saved), savedInAll(shifts)]).toEqual([321_600, 254_100, 575_700])
    expect([movedFrom(2000, 0.5, 0.2), movedFrom(2000, 0.2, 0.5)]).toEqual([600, 0])
  })
})

describe('returns', () => {
  it('have a planning decision in statutory time to its last day, and an agreed one in the agreed column alone', () => {
    const minor = { valid: '2026-11-23', major: false }
    expect([statutoryEnd(minor), statutoryEnd({ ...minor, major: true })]).toEqual(['2027-01-18', '2027-02-22'])
    expect([
      timeTakenOf({ ...minor, despatched: '2027-01-18' }),
      timeTakenOf({ ...minor, despatched: '2027-01-19' }),
    ]).toEqual(['in statutory time', 'late'])
    expect(timeTakenOf({ ...minor, despatched: '2027-01-10', agreedUntil: '2027-02-01' })).toBe('in agreed time')
  })

  it('count majors in statutory or agreed time, of all', () => {
    const of = (despatched: string, agreedUntil?: string) => ({
      valid: '2026-01-05',
      major: true,
      despatched,
      ...(agreedUntil === undefined ? {} : { agreedUntil }),
    })
    const majors = [
      ...Array.from({ length: 7 }, () => of('2026-04-06')),
      ...Array.from({ length: 3 }, () => of('2026-05-01', '2026-05-10')),
      of('2026-06-01', '2026-05-10'),
      of('2026-04-07'),
    ]
    expect(inTimeOf(majors)).toEqual({ n: 10, d: 12 })
  })

  it('say how many decisions may still be late, or must be in time, in the year to September', () => {
    expect([yearWith('2026-09-30').id, yearWith('2026-10-01')]).toEqual([
      '2026',
      { id: '2027', from: '2026-10-01', until: '2027-09-30' },
    ])
    const { majors, others } = leastInTime
    expect([
      roomIn({ n: 10, d: 12 }, majors),
      roomIn({ n: 6, d: 10 }, majors),
      roomIn({ n: 5, d: 10 }, majors),
    ]).toEqual([
      ...[
        { is: 'left', decisions: 4 },
        { is: 'left', decisions: 0 },
      ],
      { is: 'wanted', decisions: 3 },
    ])
    for (const d of Array.from({ length: 60 }, (_, at) => at + 1))
      for (const n of Array.from({ length: d + 1 }, (_, at) => at)) {
        const { is, decisions } = roomIn({ n, d }, others)
        const share = (late: number, early: number): boolean => 10 * (n + early) >= 7 * (d + late + early)
        if (is === 'left') expect([share(decisions, 0), share(decisions + 1, 0)]).toEqual([true, false])
        else expect([share(0, decisions), share(0, decisions - 1)]).toEqual([true, false])
      }
  })

  it('refuse a total of the register that is not its sum', () => {
    const bedrooms = { one: 40, two: 30, three: 12, more: 3, unspecified: 2 }
    expect([checkedTotal(bedrooms, 87), checkedTotal(bedrooms, 86)]).toEqual([
      { ok: true, value: 87 },
      { ok: false, error: { sum: 87 } },
    ])
  })

  it.each([
    ['2024-05-10', '2026-05-09', 7],
    ['2024-05-10', '2026-05-10', 8],
    ['2016-11-23', '2026-11-23', 12],
    ['2021-11-24', '2026-11-23', 10],
    [undefined, '2026-11-23', 13],
    ['2026-11-22', '2026-11-23', 2],
  ])('say of who joined on %s and is let a home on %s: %i', (joined, letOn, code) => {
    expect(waitYear(joined, letOn)).toBe(code)
  })
})

describe('the lettings log', () => {
  const codes = (...given: Parameters<typeof preferenceFields>) =>
    preferenceFields(...given).map(({ field, code }) => `${field} ${code}`)

  it('has reasonable preference and its reasons as the rules found them, and does not know where they did not', () => {
    expect(codes(['duty', 'medical-welfare'])).toEqual([
      ...['reasonpref 1', 'rp_homeless 1', 'rp_insan_unsat 0', 'rp_medwel 1', 'rp_hardship 0'],
    ])
    expect([codes([]), codes(undefined)]).toEqual([['reasonpref 2'], ['reasonpref 3']])
  })

  it('leaves what it asks of the letting to a person, with what may help and never a code of ours', () => {
    const known = (...given: Parameters<typeof fieldsToFill>) => fieldsToFill(...given).map((one) => one.known)
    expect(fieldsToFill(undefined, undefined).map(({ field }) => field)).toEqual([
      ...['referral_type', 'cbl, cap, chr, accessible_register', 'homeless'],
    ])
    expect(known('2026-01-06', ['duty'])[0]).toContain('is on the council’s register')
    expect(known(undefined, ['duty'])[0]).toContain('is not on the council’s register')
    expect(
      [['duty'] as const, ['homeless'] as const, [], undefined].map((groups) => known(undefined, groups)[2]),
    ).toEqual([
      ...Array.from({ length: 2 }, () => expect.stringContaining('11, if that held')),
      ...[expect.stringContaining('1, if nothing changed'), expect.stringContaining('worked nothing out')],
    ])
  })

  it('reads them from the steps that the rules kept with the case', () => {
    const part = (steps: readonly string[]) => ({
      ...{ on: '2026-11-25', pack: 'p' },
      parts: [
        {
          id: 'preference',
          title: '',
          answer: '',
          steps: steps.map((rule) => ({ rule, words: '', used: [], source: reasonablePreference })),
        },
      ],
    })
    expect(preferredAs({ assessment: part(['RP-B', 'AP-SAFETY', 'RP-E']) })).toEqual(['duty', 'hardship'])
    expect([preferredAs({ assessment: part([]) }), preferredAs({})]).toEqual([[], undefined])
  })
})

const month = (name: string, definition: number, sums: Readonly<Record<string, number>>): SeenMonth => ({
  month: name,
  status: 'final',
  definition,
  sums,
})
const share = {
  id: 'x',
  noun: 'people finish',
  part: 'Finished',
  whole: 'Started',
  share: 'Share',
  ratio: ({ sums }: SeenMonth) => ({ n: sums.n ?? 0, d: sums.d ?? 0 }),
  alike: (one: SeenMonth, other: SeenMonth) => one.definition === other.definition,
  few: ({ sums }: SeenMonth) => isFew({ n: sums.n ?? 0, d: sums.d ?? 0 }),
}

describe('a figure', () => {
  it('is not compared over a change of how we count, and shows the break', () => {
    const march = month('2026-03', 1, { n: 100, d: 1000 })
    const april = month('2026-04', 2, { n: 900, d: 1000 })
    const made = shareFigure(share, [march, april], { hides: false })
    expect([made.title, made.chart.breaks.length]).toEqual(['90.0% of people finish', 1])
    expect(shareFigure(share, [march, { ...april, definition: 1 }], { hides: false }).title).toBe(
      '90.0% of people finish: up by 80.0 points',
    )
    // By those shares alone that are counted in another way since.
    const all = [1, 2].map((version) => ({ version, from: '2026-04', changes: ['take-up'] as const, words: [] }))
    expect([comparable('take-up', march, april, all), comparable('completion', march, april, all)]).toEqual([
      false,
      true,
    ])
    expect([comparable('take-up', april, april, all), definitionIn('2023-01').version]).toEqual([true, 1])
  })

  it('has the same numbers in its picture and its table, a gap where nobody was counted, and nought as nought', () => {
    const months = [
      month('2026-01', 1, { n: 0, d: 400 }),
      month('2026-02', 1, {}),
      month('2026-03', 1, { n: 300, d: 400 }),
      month('2026-04', 1, { n: 3, d: 400 }),
    ]
    const made = shareFigure(share, months, { hides: true })
    expect(made.rows.map(({ cells }) => cells[0])).toEqual(['Too few to show', '75.0%', 'No data', '0.0%'])
    expect(made.chart.lines[0]?.dots.map(({ at, value }) => [at, value])).toEqual([
      [0, 0],
      [2, 75],
    ])
    expect(made.chart.lines[0]?.path.match(/M/g)?.length).toBe(2)
  })
})

describe('the open data', () => {
  const sums = {
    ...{ starts: 100, 'done.28d': 60, 'done.self': 50, 'done.helper': 10, 'rated.satisfied': 30 },
    ...{ 'end.sent': 60, 'end.told': 3, 'end.dropped': 37, 'time.offered': 100, 'time.booked': 70 },
    ...{ 'changes.move.self': 7, 'changes.cancel.self': 2 },
  }
  const rows = rowsOf('housing', [{ month: '2026-11', status: 'final', definition: 1, sums }])
  const about = { id: 'housing', title: 'Housing', publisher: 'A council' }

  it('is what both of its descriptions say, column by column and cell by cell', () => {
    const described = JSON.parse(JSON.stringify(csvMetadata(about)))
    const { schema } = JSON.parse(JSON.stringify(dataPackage([about]))).resources[0]
    const csv = csvOf(rows)
    expect(faultsIn(csv, described, schema)).toEqual([])
    expect(csv.trimEnd().split('\n').length).toBe(1 + 18 + 6 + 4 + 2)
    const wrong = csv.replace('month', 'year').replace(',60.0,', ',60 %,').replace('2026-11-30', '30/11/2026')
    expect(faultsIn(wrong, described, schema)).toEqual(['period_end: 30/11/2026', 'period_type: year', 'value: 60 %'])
    expect(faultsIn(`${csv}${csv.trimEnd().split('\n').at(-1)}\n`, described, schema)[0]).toContain('twice')
  })

  it('marks a break only where that figure is counted in another way', () => {
    const ways = { 'done.self': 300, 'done.28d': 300, starts: 400 }
    const months = ['2026-11', '2026-12'].map((name, at) => ({
      month: name,
      status: 'final',
      definition: at + 1,
      sums: ways,
    }))
    const of = (measure: string) =>
      rowsOf('housing', months)
        .filter((row) => row.measure === measure && row.channel === 'all')
        .map((row) => row.status)
    expect([of('digital_take_up'), of('completion_28d')]).toEqual([
      ['', 'b'],
      ['', ''],
    ])
  })

  it('hides of all ends those that would tell a small one', () => {
    const ends = rows.filter(({ measure }) => measure.startsWith('end_')).map(({ value, status }) => value || status)
    expect(ends).toEqual(['60', 'c', '0', '0', '0', '0', '0', 'c', '0'])
  })
})

const planningCase = (reference: string, more: Partial<PlanningCase>): PlanningCase => ({
  ...{ reference, committee: false, validOn: '2026-04-10' },
  ...more,
})

describe('the planning return', () => {
  const quarter = { id: '2026-Q2', from: '2026-04-01', until: '2026-06-30' }
  const granted = { end: 'granted', code: 'Q21' } as const
  const sheet = planningSheet(
    [
      planningCase('P1', { validOn: '2026-03-01' }),
      planningCase('P2', { ...granted, validOn: '2026-03-02', closedOn: '2026-04-20' }),
      planningCase('P3', { ...granted, closedOn: '2026-06-05' }),
      planningCase('P4', { ...granted, closedOn: '2026-06-06', end: 'refused', code: 'Q01' }),
      planningCase('P5', { ...granted, closedOn: '2026-06-20', agreedUntil: '2026-06-25' }),
      planningCase('P6', { end: 'withdrawn', closedOn: '2026-05-01' }),
      planningCase('P7', { end: 'granted', closedOn: '2026-07-01' }),
      planningCase('P8', { end: 'granted', closedOn: '2026-06-30', committee: true }),
      { reference: 'P9', committee: false },
    ],
    quarter,
  )
  const line = (id: string) => sheet.lines.find((one) => one.id === id)?.references

  it('has each application on hand, received, gone and decided, with its reference', () => {
    expect(line('start')).toEqual(['P1', 'P2'])
    expect(line('received')).toEqual(['P3', 'P4', 'P5', 'P6', 'P7', 'P8'])
    expect([line('withdrawn'), line('end')]).toEqual([['P6'], ['P1', 'P7']])
    expect([line('granted'), line('refused'), line('committee')]).toEqual([['P2', 'P3', 'P5', 'P8'], ['P4'], ['P8']])
    const opening = (line('start')?.length ?? 0) + (line('received')?.length ?? 0)
    const gone = ['withdrawn', 'granted', 'refused', 'end'].reduce((sum, id) => sum + (line(id)?.length ?? 0), 0)
    expect(gone).toBe(opening)
  })

  it('counts an agreed decision in the agreed column alone, and is blocked by what has no code', () => {
    expect([line('in-statutory-time'), line('in-agreed-time'), line('late')]).toEqual([
      ['P2', 'P3', 'P4'],
      ['P5'],
      ['P8'],
    ])
    expect([sheet.uncoded, sheet.majors, sheet.others]).toEqual([['P8'], { n: 1, d: 1 }, { n: 3, d: 4 }])
  })

  it.each(['2026-Q0', '2026-Q5', '26-Q1', 'now'])('has no quarter %s', (id) => {
    expect(quarterOf(id)).toBeUndefined()
  })
})
