// Returns are counted part by part: no page costs more where there are more cases (docs/rules/measures.md, "Returns").
import { describe, expect, it } from 'vitest'
import type { ListedCase } from '#domain/cases/case.ts'
import { countedSheet } from '#domain/measures/returns/planning-sheet.ts'
import { begunFor, readSoFar, type SoFar, writtenSoFar } from '#domain/measures/returns/so-far.ts'
import { countPlanning, countRegister } from '#usecases/measures/see-returns.ts'
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

describe('a statutory return', () => {
  it.each([10, 30_000])(
    'of a register of %i households reads 1,000 at most a page, and comes to all of them',
    async (all) => {
      const active = many(all, { place: { band: 'B', effectiveDate: '2026-01-01', bedrooms: 2 } })
      const { ports, asked } = storeOf([], active)
      let so = begunFor('lahs.2026', '2026-11-25')
      for (let pages = 0; !so.done; pages += 1) {
        expect(pages).toBeLessThanOrEqual(all / 1000)
        asked.listed = 0
        so = carriedOn((await countRegister(ports, so)).so)
        expect([asked.listed <= 1000, asked.read]).toEqual([true, 0])
      }
      expect(so.counts).toEqual({ two: all })
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
})
