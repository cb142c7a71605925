import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { services } from '#services/catalogue.ts'
import { dueOn, endStates, type Keeping, keepingOf, keepings, latestKeepings, periodWords } from '#services/keeping.ts'
import { contents } from '#web/show/citizen/content-pages.ts'
import { keepingPaper } from '../../scripts/keeping/paper.ts'

const today = '2026-11-30'

describe('how long things are kept', () => {
  it('is said of each way in which a case of any service can end, once', () => {
    for (const { id: service } of services)
      for (const state of endStates(service)) {
        const rows = latestKeepings().filter((row) => row.service === service && row.states.includes(state))
        expect([service, state, rows.length]).toEqual([service, state, 1])
        expect(keepingOf({ service, state }, today)).toEqual(rows[0])
      }
    const ends = services.flatMap(({ id }) => endStates(id).map((state) => `${id} ${state}`))
    const named = keepings.flatMap(({ service, states }) => states.map((state) => `${service} ${state}`))
    expect(named.filter((state) => !ends.includes(state))).toEqual([])
  })

  it('changes on the day of a new row, and what was decided before stays readable', () => {
    const state = { service: 'housing', state: 'cancelled' }
    const [was] = keepings.filter((row) => row.states.includes('cancelled') && row.service === 'housing')
    if (was === undefined) throw new Error('nothing is said of places that have ended')
    const next: Keeping = { ...was, years: 3, from: '2027-04-01' }
    const rows = [next, was]
    expect(keepingOf(state, '2027-03-31', rows)?.years).toBe(6)
    expect(keepingOf(state, '2027-04-01', rows)?.years).toBe(3)
    expect(keepingOf(state, '2026-10-31', rows)).toBeUndefined()
    expect(latestKeepings(rows)).toEqual([next])
  })

  it('runs from the day on which the case closed, a leap day too, and never for what is kept for good', () => {
    const of = (service: string, state: string): Keeping => {
      const row = keepingOf({ service, state }, today)
      if (row === undefined) throw new Error(`nothing is said of ${service}, ${state}`)
      return row
    }
    expect(dueOn(of('housing', 'withdrawn'), '2028-02-29')).toBe('2034-02-28')
    expect(dueOn(of('bookings', 'completed'), '2026-11-30')).toBe('2028-11-30')
    expect(dueOn(of('planning', 'granted'), '2026-11-30')).toBeUndefined()
  })

  it('is the same in the privacy notice', () => {
    const said = contents.privacy.sections?.find(({ title }) => title === 'How long we keep it')?.points ?? []
    for (const row of latestKeepings()) expect(said).toContain(`${row.kind}: ${periodWords(row)}`)
  })

  it('stands in docs/keeping.md beside every question with its purpose and law, as the forms have them', () => {
    if (readFileSync('docs/keeping.md', 'utf8') !== keepingPaper())
      expect.fail('docs/keeping.md is out of date: run npm run keeping')
  })
})
