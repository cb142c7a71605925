// Returns are counted part by part: no page costs more where there are more cases (docs/rules/measures.md, "Returns").
import { describe, expect, it } from 'vitest'
import type { ListedCase } from '#domain/cases/case.ts'
import { lastMarch } from '#domain/measures/returns/lahs.ts'
import { countedSheet } from '#domain/measures/returns/planning-sheet.ts'
import { begunFor, readSoFar, type SoFar, writtenSoFar } from '#domain/measures/returns/so-far.ts'
import type { Assessment } from '#domain/rules/assessment.ts'
import { preferredAs } from '#services/housing/rules/banding/preference.ts'
import { reasonablePreference } from '#services/housing/rules/ground/sources.ts'
import { countRegister } from '#usecases/measures/see-register.ts'
import { countPlanning } from '#usecases/measures/see-returns.ts'
import type { WorklistQuery } from '#usecases/ports/staff.ts'

const now = Date.parse('2026-11-25T12:00:00Z')
const quarter = { id: '2026-Q4', from: '2026-10-01', until: '2026-12-31' }

const term = {
  days: 56,
  targetDays: 40,
  noticeDays: 0,
  disregardsHolidays: false,
  approvedBySilence: false,
  committee: false,
}

const caseOf = (n: number, more: Partial<ListedCase>): ListedCase => ({
  ...{ reference: `C${n}`, service: 'planning', team: 'planning', state: 'received', openedAt: now, changedAt: now },
  ...{ applicant: { name: 'A', mayText: false }, version: 1, title: 'A', draftId: `d${n}` },
  ...more,
})

// A store with so many cases of each list, which counts what it is asked.
const storeOf = (open: readonly ListedCase[], ended: readonly ListedCase[]) => {
  const asked = { listed: 0, read: 0 }
  const worklist = async ({ of, cursor, size }: WorklistQuery) => {
    const all = of.is === 'open' ? open : ended
    const from = Number(cursor ?? 0)
    const cases = all.slice(from, from + size)
    asked.listed += cases.length
    return from + size < all.length ? { cases, next: String(from + size) } : { cases }
  }
  const whole = async () => {
    asked.read += 1
    return undefined
  }
  const ports = { clock: { now: () => now }, cases: { worklist, whole }, books: { of: async () => [] } }
  return { ports, asked }
}

const carriedOn = (so: SoFar): SoFar => readSoFar(writtenSoFar(so), so) ?? begunFor('', '')

const many = (count: number, more: Partial<ListedCase>): readonly ListedCase[] =>
  Array.from({ length: count }, (_, n) => caseOf(n, more))

const found = (...rules: readonly string[]): Assessment => ({
  ...{ on: '2026-01-06', pack: 'p' },
  parts: [
    {
      ...{ id: 'preference', title: '', answer: '' },
      steps: rules.map((rule) => ({ rule, words: '', used: [], source: reasonablePreference })),
    },
  ],
})

const states = {
  preferredAs,
  ...{ team: 'housing', on: ['active', 'reassessment'], meanwhile: ['under-review'] },
  ...{ open: ['checking'], closed: ['cancelled'] },
}

describe('a statutory return', () => {
  it.each([10, 30_000])(
    'of a register of %i households opens 500 at most a page, and comes to all of them',
    async (all) => {
      const active = many(all, { state: 'active', place: { band: 'B', effectiveDate: '2026-01-01', bedrooms: 2 } })
      const { ports, asked } = storeOf([], active)
      let opened = 0
      const get = async () => {
        opened += 1
        return { assessment: found('RP-A', 'RP-D') }
      }
      const cases = { ...ports.cases, get, whole: async () => undefined, assessments: async () => [] }
      let so = begunFor('lahs.2026', '2026-11-25')
      for (let pages = 0; !so.done; pages += 1) {
        expect(pages).toBeLessThanOrEqual(all / 500)
        asked.listed = 0
        opened = 0
        so = carriedOn((await countRegister({ ...ports, cases }, states, { day: '2026-11-25', from: so })).so)
        expect([asked.listed <= 500, opened <= 500, asked.read]).toEqual([true, true, 0])
      }
      expect(so.counts).toEqual({ two: all, preferred: all, homeless: all, 'medical-welfare': all })
    },
  )

  it('of planning reads a fixed number of histories a page, and each number names the cases of its page', async () => {
    const statutory = { term, validOn: '2026-10-05', expiresOn: '2026-11-30', alerts: [] }
    const { ports, asked } = storeOf(many(2500, {}), many(450, { state: 'withdrawn', statutory }))
    let so = begunFor('ps', '2026-11-25')
    let named = 0
    while (!so.done) {
      asked.listed = 0
      asked.read = 0
      const page = await countPlanning(ports, quarter, so)
      expect([asked.listed <= 1000, asked.read <= 100]).toEqual([true, true])
      named += page.part.lines.find(({ id }) => id === 'withdrawn')?.references.length ?? 0
      so = carriedOn(page.so)
    }
    const sheet = countedSheet(so.counts, (await countPlanning(ports, quarter, so)).part)
    expect([named, sheet.lines.find(({ id }) => id === 'withdrawn')?.count]).toEqual([450, 450])
  })

  it('that was begun on another day, or of another quarter, is begun again', () => {
    const written = writtenSoFar(begunFor('ps.2026-Q4', '2026-11-25'))
    expect(readSoFar(written, { of: 'ps.2026-Q4', on: '2026-11-26' })).toBeUndefined()
    expect(readSoFar(written, { of: 'ps.2026-Q3', on: '2026-11-25' })).toBeUndefined()
  })

  it('of a register on 31 March has it as it stood then, whoever came, went or moved since', async () => {
    const at = (day: string) => Date.parse(`${day}T10:00:00Z`)
    const place = (bedrooms: number) => ({ place: { band: 'B', effectiveDate: '2026-01-01', bedrooms } })
    const came = { openedAt: at('2026-01-05') }
    const listed = [
      caseOf(1, { ...came, ...place(2), state: 'active', changedAt: at('2026-03-31') }),
      caseOf(2, { ...came, ...place(3), state: 'active', changedAt: at('2026-05-01') }),
      caseOf(3, { ...came, ...place(1), state: 'cancelled', changedAt: at('2026-04-01') }),
      caseOf(4, { ...came, ...place(1), state: 'active', changedAt: at('2026-04-02') }),
      caseOf(5, { ...place(1), openedAt: at('2026-04-02'), state: 'active', changedAt: at('2026-04-03') }),
      caseOf(6, { ...came, state: 'checking', changedAt: at('2026-05-01') }),
    ]
    const event = (day: string, to: string) => ({ id: day, at: at(day), to })
    const rooms = (bedrooms: number, on: string) => ({
      ...{ bedrooms, on, band: 'B', effectiveDate: '2026-01-01', reason: '', by: '' },
    })
    const histories = new Map([
      // Needed one room then, and three since.
      [
        'C2',
        {
          events: [event('2026-01-06', 'active'), event('2026-05-01', 'active')],
          placings: [rooms(1, '2026-01-06'), rooms(3, '2026-05-01')],
        },
      ],
      [
        'C3',
        {
          events: [
            ...[event('2026-01-06', 'active'), event('2026-03-30', 'reassessment')],
            ...[event('2026-03-31', 'under-review'), event('2026-04-01', 'cancelled')],
          ],
          placings: [rooms(1, '2026-01-06')],
        },
      ],
      // Sent before, and placed the day after.
      [
        'C4',
        {
          events: [event('2026-01-05', 'submitted'), event('2026-04-01', 'active')],
          placings: [rooms(1, '2026-04-01')],
        },
      ],
    ])
    const asked: string[] = []
    const ports = {
      clock: { now: () => now },
      cases: {
        worklist: async ({ of }: WorklistQuery) => ({
          cases: listed.filter(({ state }) => of.is === 'states' && of.states.some((one) => one.state === state)),
        }),
        get: async () => ({ assessment: found('RP-E') }),
        // Worked out when it came; and again since, when other grounds were found.
        assessments: async ({ reference }: { readonly reference: string }) => [
          ...(reference === 'C2' ? [{ event: '2026-01-06', assessment: found('RP-C') }] : []),
          { event: '2026-05-01', assessment: found('RP-A') },
        ],
        whole: async (reference: string) => {
          asked.push(reference)
          const { events = [], placings = [] } = histories.get(reference) ?? {}
          return { events, subject: { reference, placing: { registered: '2026-01-06', placings } } }
        },
      },
    }
    const from = begunFor('lahs.2026', '2026-11-25')
    const { so, part } = await countRegister(ports, states, { day: '2026-03-31', from })
    const preferred = { preferred: 2, hardship: 1, conditions: 1, 'not-worked-out': 1 }
    expect([so.done, so.counts, asked]).toEqual([true, { one: 2, two: 1, ...preferred }, ['C2', 'C4', 'C3']])
    expect(Object.entries(part).filter(([, all]) => all.length > 0)).toEqual([
      ...[
        ['one', ['C2', 'C3']],
        ['two', ['C1']],
        ['preferred', ['C1', 'C2']],
        ['conditions', ['C2']],
      ],
      ...[
        ['hardship', ['C1']],
        ['not-worked-out', ['C3']],
      ],
    ])
    const today = await countRegister(ports, states, { day: '2026-11-25', from })
    expect(today.so.counts).toEqual({ one: 2, two: 1, three: 1, preferred: 4, hardship: 4 })
    expect(['2026-11-25', '2026-03-31', '2026-03-30'].map(lastMarch)).toEqual([
      '2026-03-31',
      '2026-03-31',
      '2025-03-31',
    ])
  })
})
